using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents.Wording;

/// <summary>The words by which the Committee's documents say in one language what they do.</summary>
/// <param name="Recommends">A sentence in which the Committee asks the State to do something.</param>
/// <param name="ShouldDo">A sentence that says what the State should do; a weaker sign, not trusted in a sentence that voices a concern or praise.</param>
/// <param name="Urgent">The words by which areas are listed "in respect of which urgent measures must be taken" (practice since 2016).</param>
/// <param name="DrawsAttention">What the sentence that lists them also says.</param>
/// <param name="Repeats">Names what is repeated in its group <c>what</c>.</param>
/// <param name="Sections">Titles of sections, in the form of <see cref="Titles.Plain"/>.</param>
/// <param name="Clusters">Parts of cluster titles, all of which must be there, with the cluster's number in CRC/C/58/Rev.3.</param>
internal sealed record Vocabulary(
    string Language,
    Regex Title,
    Regex Recommends,
    Regex ShouldDo,
    Regex Concern,
    Regex Praise,
    Regex Urgent,
    Regex DrawsAttention,
    Regex Repeats,
    IReadOnlyList<string> Sections,
    IReadOnlyList<(int Cluster, string[] Parts)> Clusters)
{
    public static IReadOnlyList<Vocabulary> All { get; } = [English.Words, French.Words, Spanish.Words, Chinese.Words];

    /// <summary>Whose language it is; all languages' words at once where the document's is not known, since their words differ.</summary>
    public static IReadOnlyList<Vocabulary> For(string? language)
    {
        string primary = language?.Split('-')[0] ?? "";
        return All.Where(v => v.Language == primary).ToArray() is { Length: > 0 } own ? own : All;
    }

    public static bool Knows(string? language) => All.Any(v => v.Language == language?.Split('-')[0]);

    public static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
