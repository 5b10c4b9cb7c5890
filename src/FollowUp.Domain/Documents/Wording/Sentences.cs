using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents.Wording;

internal static partial class Sentences
{
    public static IReadOnlyList<string> Of(string text) =>
        [.. End.Split(text).Select(s => s.Trim()).Where(s => s.Length > 0)];

    /// <summary>Not behind abbreviations: what follows "No." or "art." is a number, but "St. Mary" and "U.S. Government" go on.</summary>
    [GeneratedRegex(@"(?<=[.!?؟។][""”’»)\]]*(?<!\b(Mr|Ms|Mrs|Dr|St|U\.S|e\.g|i\.e|cf|arts?|paras?|pars?|párrs?|núms?|Nos?|vol|M|Sr|Sra)\.))\s+(?=[""“«(¿¡]?[\p{Lu}\p{Lo}])|(?<=[。！？][”』」）)]*)|\n")]
    private static partial Regex End { get; }
}
