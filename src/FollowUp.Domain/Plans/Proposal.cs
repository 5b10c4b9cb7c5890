using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Plans;

/// <summary>Whose proposals they are: one for all that somebody proposed in a round.</summary>
/// <param name="Answer">Without the recommendation: <c>round~invitation~r1</c>.</param>
internal sealed record Proposer(string Answer, StakeholderCategory Category, string Organisation);

/// <summary>What one answer of the consultation proposes for one recommendation.</summary>
/// <param name="Details">In the order of <see cref="Names"/>; null for one that was not given.</param>
internal sealed record Proposal(Proposer By, string? Action, string? Lead, string? Priority, bool Quotable, IReadOnlyList<string?> Details)
{
    // Most give none: thousands of proposals share the one.
    private static readonly string?[] _none = new string?[5];

    /// <summary>The details that a proposed action may have beside its words.</summary>
    public static IReadOnlyList<string> Names { get; } = ["strategy", "time-frame", "indicator", "resources", "funding"];

    public AnswerSource Source(string recommendation) => new($"{By.Answer}@{recommendation}", By.Category) { Quoted = Quotable ? By.Organisation : null };

    /// <summary>What is said about one recommendation.</summary>
    /// <param name="pool">Gives one string for equal ones: thousands propose the same.</param>
    public static Proposal Of(SubmittedAnswer answer, Proposer by, string recommendation, Func<string, string> pool)
    {
        string? lead = Said("lead");
        string?[] details = [.. Names.Select(Said)];
        return new(
            by,
            Said("action"),
            lead is null ? null : pool(SameWords.OneLine(lead)),
            Said("priority"),
            by.Category != StakeholderCategory.ChildrenAndYouth && Said("quote") == "yes",
            details.All(d => d is null) ? _none : details);

        string? Said(string question) => answer.Sheet.Answer(question, recommendation) is { } said ? pool(said) : null;
    }
}
