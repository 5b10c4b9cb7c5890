using System.Globalization;
using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents.Citations;

/// <summary>Numbers of the Committee's own general comments that a text cites; those of other treaty bodies are left out.</summary>
internal static partial class GeneralCommentCitations
{
    private const int Near = 160;

    public static IEnumerable<int> In(string text)
    {
        foreach (Match m in Cited.Matches(text))
        {
            string before = text[Math.Max(0, m.Index - Near)..m.Index];
            before = before[(before.LastIndexOfAny(['.', ';', '。', '；']) + 1)..];
            string after = text[(m.Index + m.Length)..Math.Min(text.Length, m.Index + m.Length + Near / 2)];
            int other = Last(Others, before);
            if (other >= 0 && other > Last(Own, before) || OfOthers.IsMatch(after))
                continue;
            foreach (Match number in Number.Matches(Year.Replace(m.Groups["list"].Value, " ")))
                yield return int.Parse(number.Value, CultureInfo.InvariantCulture);
        }
    }

    private static int Last(Regex pattern, string text) => pattern.Matches(text).Select(m => m.Index).DefaultIfEmpty(-1).Last();

    [GeneratedRegex(
        @"\b(?:general comments?|observations? générales?|observaci(?:ón|ones) general(?:es)?|GC)\s*,?\s*(?:conjointes?\s+|conjuntas?\s+)?(?<list>(?:n(?:os?|úms?)?[.°º]*\s*|n[°ºo]s?\s*)?\d{1,2}(?!\d)(?:\s*\(\d{4}\))?(?:\s*(?:,|and|et|y|,\s*and)\s*(?:n(?:os?|úms?)?[.°º]*\s*)?\d{1,2}(?!\d)(?:\s*\(\d{4}\))?)*)|第\s?(?<list>\d{1,2}(?:\s?[(（]\d{4}年?[)）])?(?:[、和及]第?\d{1,2})*)\s?(?:[号號])\s?(?:[(（]\d{4}年?[)）])?\s?(?:联合)?一般性?[意评評](?:见|見|论|論)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Cited { get; }

    [GeneratedRegex(@"[(（]\d{4}年?[)）]")]
    private static partial Regex Year { get; }

    [GeneratedRegex(@"\d{1,2}")]
    private static partial Regex Number { get; }

    [GeneratedRegex(
        @"Committee on (?:Economic|the Elimination|the Rights of Persons|Migrant|the Protection|Enforced)|Human Rights Committee|Committee against Torture|CESCR|CEDAW|Comité des droits (?:économiques|de l['’]homme|des personnes)|Comité pour l['’]élimination|Comité contre la torture|Comité de Derechos|Comité para la Eliminación|Comité contra la Tortura|Comité sobre los Derechos de las Personas|经济、社会|經濟、社會|人权事务委员会|消除对妇女|消除種族",
        RegexOptions.IgnoreCase)]
    private static partial Regex Others { get; }

    [GeneratedRegex(@"^\s*(?:on [^.;]{0,60} )?(?:of the|du|del)\s+(?:Committee on (?!the Rights of the Child)|Human Rights Committee|Committee against|Comité des droits (?!de l['’]enfant)|Comité pour|Comité contre|Comité de Derechos|Comité para)", RegexOptions.IgnoreCase)]
    private static partial Regex OfOthers { get; }

    [GeneratedRegex(@"Committee on the Rights of the Child|CRC|Comité des droits de l['’]enfant|Comité de los Derechos del Niño|儿童权利委员会|兒童權利", RegexOptions.IgnoreCase)]
    private static partial Regex Own { get; }
}
