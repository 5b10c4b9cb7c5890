using System.Globalization;
using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents;

/// <summary>What a text cites: articles of the Convention, general comments, targets, other paragraphs and documents.</summary>
internal static partial class Citations
{
    private const string Bare = @"\d{1,2}(?:\s*\([a-z0-9]{1,3}\))?";

    /// <summary>The symbol of a United Nations document, or null.</summary>
    public static string? Symbol(string text) => SymbolAnywhere.Match(text) is { Success: true } m ? m.Value.TrimEnd('.', '-', '/') : null;

    /// <summary>Articles in a heading, such as <c>(arts. 4, 42 and 44 (6))</c>: those of the Convention, since headings cite no other.</summary>
    public static IEnumerable<string> HeadingArticles(string heading) =>
        ArticlesInHeading.Matches(heading).SelectMany(m => Articles(m.Groups[1].Value));

    /// <summary>Articles in a text, where it says that they are the Convention's.</summary>
    public static IEnumerable<string> TextArticles(string text) =>
        ArticlesOfConvention.Matches(text).SelectMany(m => Articles(m.Groups[1].Value));

    public static IReadOnlyList<int> GeneralComments(string text) =>
    [
        .. GeneralComment.Matches(text)
            .Where(m => !IsOfAnotherCommittee(text[Math.Max(0, m.Index - 300)..m.Index]))
            .SelectMany(m => Numbers.Matches(m.Groups[1].Success ? Years.Replace(m.Groups[1].Value, "") : m.Groups[2].Value))
            .Select(n => int.Parse(n.Value, CultureInfo.InvariantCulture))
            .Where(n => n is > 0 and < 100)
            .Distinct()
            .Order(),
    ];

    public static IReadOnlyList<string> SdgTargets(string text) =>
        [.. Targets.Matches(text).SelectMany(m => Target.Matches(m.Value)).Select(m => m.Value.ToLowerInvariant()).Distinct()];

    /// <summary>Citation of the earlier document that a recommendation is repeated from, or null.</summary>
    public static string? Reiterated(string text) =>
        Reiterates.IsMatch(text) && EarlierDocument.Match(text) is { Success: true } m
            ? $"{m.Groups[1].Value.TrimEnd('.', '-', '/')}{(m.Groups[2].Success ? $", {m.Groups[2].Value.Trim()}" : "")}"
            : null;

    public static bool IsReiteration(string text) => Reiterates.IsMatch(text);

    /// <summary>Numbers of the paragraphs that a paragraph about urgent measures refers to; none for another.</summary>
    public static IReadOnlySet<int> UrgentParagraphs(string text) =>
        UrgentMeasures.IsMatch(text)
            ? References.Matches(text).SelectMany(m => Range(m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value)).ToHashSet()
            : new HashSet<int>();

    private static bool IsOfAnotherCommittee(string before) =>
        OtherCommittee.Matches(before) is { Count: > 0 } others
        && ThisCommittee.Matches(before).Select(m => m.Index).DefaultIfEmpty(-1).Max() < others[^1].Index;

    private static IEnumerable<int> Range(string list)
    {
        foreach (Match part in Span.Matches(list))
        {
            int from = int.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture);
            int to = part.Groups[2].Success ? int.Parse(part.Groups[2].Value, CultureInfo.InvariantCulture) : from;
            for (int n = from; n <= to && n < from + 50; n++)
                yield return n;
        }
    }

    private static IEnumerable<string> Articles(string list)
    {
        string? whole = null;
        foreach (Match part in ArticlePart.Matches(list))
        {
            if (part.Groups["par"].Success)
            {
                foreach (Match n in Numbers.Matches(part.Groups["par"].Value))
                {
                    if (whole is not null)
                        yield return $"{whole}({n.Value})";
                }

                whole = null;
                continue;
            }

            if (whole is not null)
                yield return whole;
            whole = null;
            string number = part.Groups["n"].Value;
            if (part.Groups["to"].Success)
            {
                for (int n = int.Parse(number, CultureInfo.InvariantCulture); n <= int.Parse(part.Groups["to"].Value, CultureInfo.InvariantCulture); n++)
                    yield return n.ToString(CultureInfo.InvariantCulture);
            }
            else if (part.Groups["sub"].Success)
            {
                yield return $"{number}({part.Groups["sub"].Value})";
            }
            else
            {
                whole = number;
            }
        }

        if (whole is not null)
            yield return whole;
    }

    [GeneratedRegex(@"\b(?:CRC|CEDAW|CCPR|CAT|CERD|CRPD|CMW|CED|CESCR|E|A)/(?:[A-Z0-9]+/)*[A-Z0-9][A-Za-z0-9./-]*")]
    private static partial Regex SymbolAnywhere { get; }

    [GeneratedRegex(@"\((?:arts?\.?|articles?|artículos?|第)\s*(" + Bare + @"[^\n]*)\)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ArticlesInHeading { get; }

    [GeneratedRegex(@"\b(?:articles?|artículos?|arts?\.)\s+(" + Bare + @"(?:(?:\s*,\s*|\s+(?:and|et|y)\s+)" + Bare + @")*)\s+(?:of|de)\s+(?:the|la)\s+(?:Convention|Convención|CRC)\b(?!\s+(?:on the Rights of Persons|on the Elim|against|relative aux droits des personnes|sobre los Derechos de las Personas))", RegexOptions.IgnoreCase)]
    private static partial Regex ArticlesOfConvention { get; }

    [GeneratedRegex(@"(?<par>paras\.?\s*\d+(?:\s*(?:,|and|et|y|-|–)\s*\d+)*|para\.?\s*\d+)|(?<n>\d{1,2})(?:\s*[–-]\s*(?<to>\d{1,2}))?(?:\s*\((?<sub>[a-z0-9]{1,3})\))?", RegexOptions.IgnoreCase)]
    private static partial Regex ArticlePart { get; }

    [GeneratedRegex(@"(?:general (?:comments?|recommendations?)|observations? générales?|observaci(?:ón|ones) general(?:es)?)\s*,?\s*(?:nos?\.?|n[°ºo]s?\.?|núms?\.?)?\s*(\d+(?:\s*\(\d{4}\))?(?:(?:\s*,\s*|\s+(?:and|et|y)\s+)(?:(?:no|n[°º]|núm)\.?\s*)?\d{1,2}(?!\d)(?:\s*\(\d{4}\))?)*)|第\s*(\d+)\s*号一般性意见", RegexOptions.IgnoreCase)]
    private static partial Regex GeneralComment { get; }

    [GeneratedRegex(@"economic,? social|\bCESCR\b|human rights committee|racial discrimination|discrimination against women|\bCEDAW\b|\bCERD\b|\bCRPD\b|persons with disabilities|against torture|droits économiques|droits de l['’]homme|derechos económicos|derechos humanos", RegexOptions.IgnoreCase)]
    private static partial Regex OtherCommittee { get; }

    [GeneratedRegex(@"rights of the child|\bCRC\b|droits de l['’]enfant|derechos del niño|\bits\b", RegexOptions.IgnoreCase)]
    private static partial Regex ThisCommittee { get; }

    [GeneratedRegex(@"\(\d{4}\)")]
    private static partial Regex Years { get; }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers { get; }

    [GeneratedRegex(@"(?:targets?|cibles?|metas?|具体目标)\s*(?:\d{1,2}\.[0-9a-d]{1,2}(?![\d])[\s,]*(?:and|et|y|和|、)?\s*)+", RegexOptions.IgnoreCase)]
    private static partial Regex Targets { get; }

    [GeneratedRegex(@"\d{1,2}\.[0-9a-d]{1,2}", RegexOptions.IgnoreCase)]
    private static partial Regex Target { get; }

    [GeneratedRegex(@"\b(?:reiterat\w+|(?:previous|earlier|prior) (?:concluding observations|recommendations?))|réit[èé]r\w+|recommandations? (?:précédentes?|antérieures?)|\breiter\w+|recomendaci\w+ anterior\w*|重申", RegexOptions.IgnoreCase)]
    private static partial Regex Reiterates { get; }

    [GeneratedRegex(@"\b((?:CRC|CEDAW|CCPR|CAT|CERD|CRPD|CMW|CED)/C/(?:15/Add\.\d+|(?:[A-Z0-9-]+/)*[A-Z]{3}/CO/[0-9-]+))(?:,?\s*((?:paras?|par|párrs?)\.?\s*\d+[^);]*|第[^）)]*段))?", RegexOptions.IgnoreCase)]
    private static partial Regex EarlierDocument { get; }

    [GeneratedRegex(@"urgent measures|mesures (?:doivent être prises d['’]urgence|urgentes)|mesures d['’]urgence|medidas urgentes|紧急措施|срочн\w+ мер", RegexOptions.IgnoreCase)]
    private static partial Regex UrgentMeasures { get; }

    [GeneratedRegex(@"(?:\bparas?\.|\bparagraphs?|\bpar\.|\bparagraphes?|\bpárrs?\.|\bpárrafos?|\bпп?\.)\s*(\d{1,3}(?:\s*(?:,|and|et|y|и|to|à|a|-|–)\s*\d{1,3})*)|第\s*(\d{1,3}(?:\s*(?:、|和|至|-|–)\s*(?:第\s*)?\d{1,3})*)\s*段", RegexOptions.IgnoreCase)]
    private static partial Regex References { get; }

    [GeneratedRegex(@"(\d{1,3})(?:\s*(?:to|à|至|-|–)\s*(?:第\s*)?(\d{1,3}))?")]
    private static partial Regex Span { get; }
}
