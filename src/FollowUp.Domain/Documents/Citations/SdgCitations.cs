using System.Globalization;
using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents.Citations;

/// <summary>Targets of the Sustainable Development Goals that a text cites, such as <c>4.1</c> or <c>16.a</c>.</summary>
internal static partial class SdgCitations
{
    public static IEnumerable<string> In(string text) =>
        Cited.Matches(text)
            .SelectMany(m => Target.Matches(m.Groups["list"].Value))
            .Where(t => int.Parse(t.Groups["goal"].Value, CultureInfo.InvariantCulture) is >= 1 and <= 17)
            .Select(t => t.Value);

    [GeneratedRegex(@"(?:\b(?:targets?|cibles?|metas?)\s+|(?:具体目标|具體目標)\s*)(?<list>\d{1,2}\.[\da-d]{1,2}(?:\s*(?:,|、|和|and|et|y|,\s*and)\s*\d{1,2}\.[\da-d]{1,2})*)", RegexOptions.IgnoreCase)]
    private static partial Regex Cited { get; }

    [GeneratedRegex(@"(?<goal>\d{1,2})\.(?:\d{1,2}|[a-d])")]
    private static partial Regex Target { get; }
}
