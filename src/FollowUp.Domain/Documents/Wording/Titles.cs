using System.Text;
using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents.Wording;

/// <summary>What a heading's words say about it.</summary>
internal static partial class Titles
{
    /// <summary>A cluster's title may say more than its key words, but it is no sentence.</summary>
    private const int MostBesides = 70;

    /// <summary>Lower case, without brackets and what is in them, without punctuation.</summary>
    public static string Plain(string title)
    {
        string open = Brackets.Replace(title.Length > 400 ? title[..400] : title, " ").Replace("œ", "oe", StringComparison.OrdinalIgnoreCase);
        StringBuilder plain = new(open.Length);
        foreach (char c in open.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark)
                plain.Append(c);
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain.ToString().Trim();
    }

    public static int? Cluster(string title, IReadOnlyList<Vocabulary> words)
    {
        string plain = Plain(title);
        return words.SelectMany(v => v.Clusters)
            .Where(c => c.Parts.All(p => plain.Contains(p, StringComparison.Ordinal)) && plain.Length - c.Parts.Sum(p => p.Length) <= MostBesides)
            .Select(c => (int?)c.Cluster)
            .FirstOrDefault();
    }

    /// <summary>Nothing but the cluster's title: good enough where clusters carry no letter.</summary>
    public static bool IsClusterAlone(string title, IReadOnlyList<Vocabulary> words)
    {
        string plain = Plain(title);
        return words.SelectMany(v => v.Clusters).Any(c =>
            c.Cluster < 10 && c.Parts.All(p => plain.Contains(p, StringComparison.Ordinal))
            && (c.Parts.Length > 1 || plain.StartsWith(c.Parts[0], StringComparison.Ordinal) || c.Cluster == 7)
            && plain.Length - c.Parts.Sum(p => p.Length) <= 30);
    }

    public static bool IsSection(string title, IReadOnlyList<Vocabulary> words)
    {
        string plain = Plain(title);
        return plain.Length is > 0 and <= 150 && words.SelectMany(v => v.Sections).Any(s => plain.Contains(s, StringComparison.Ordinal));
    }

    /// <summary>The articles in a heading's brackets, as printed.</summary>
    public static string? Articles(string heading) =>
        InBrackets.Match(heading) is { Success: true } m ? m.Groups["articles"].Value.Trim() : null;

    [GeneratedRegex(@"[(（][^()（）]*([(（][^()（）]*[)）][^()（）]*)*[)）]?")]
    private static partial Regex Brackets { get; }

    [GeneratedRegex(@"[(（](?<articles>\s*(?:arts?|articles?|artículos?|第)\b?[^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*?)(?:[)）]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex InBrackets { get; }
}
