using FollowUp.Domain.Plans;

namespace FollowUp.Domain.Publication;

/// <summary>Names of those who come to a meeting, as their organisations typed them: nothing that is published names them either.</summary>
public static class NamesGiven
{
    /// <summary>The question of every form that asks who comes.</summary>
    public const string Question = "names";

    public static IEnumerable<string> In(IEnumerable<SubmittedAnswer> answers) => answers.SelectMany(a => In(a.Sheet.Answer(Question)));

    // Lines of two to five words: a line such as “Teachers” would else take the word out of every commitment.
    public static IEnumerable<string> In(string? typed) =>
        (typed ?? "").Split(['\n', ',', ';', '،', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is >= 2 and <= 5);
}
