using System.Globalization;
using System.Text.RegularExpressions;
using FollowUp.Domain.Documents.Structure;

namespace FollowUp.Domain.Documents.Citations;

/// <summary>Articles of the Convention on the Rights of the Child that a text cites, as <c>12</c>, <c>44(6)</c> or <c>37(b)</c>.</summary>
internal static partial class ArticleCitations
{
    private const int LastArticle = 54;

    /// <summary>In a heading's brackets, where no other convention is meant.</summary>
    public static IEnumerable<string> InHeading(string? articles) =>
        articles is null ? [] : Chinese(articles) is { Count: > 0 } chinese ? chinese : List(Keyword.Replace(articles, " "));

    /// <summary>In a sentence, where the Convention must be named with them: laws and other treaties have articles too.</summary>
    public static IEnumerable<string> InText(string text) =>
        Cited.Matches(text).SelectMany(m => List(m.Groups["list"].Value))
            .Concat(ChineseCited.Matches(text).SelectMany(m => Chinese(m.Groups["list"].Value)));

    private static IReadOnlyList<string> List(string list)
    {
        List<string> found = [];
        int article = 0;
        bool qualified = true;
        bool range = false;
        string lastPart = "";
        void Settle()
        {
            if (!qualified)
                found.Add($"{article}");
        }

        foreach (Match token in Token.Matches(list))
        {
            if (token.Groups["range"].Success)
            {
                range = true;
                continue;
            }

            if (token.Groups["part"].Success && article > 0)
            {
                foreach (string part in Parts(token.Groups["part"].Value, range && lastPart.Length > 0 ? lastPart : null))
                {
                    found.Add($"{article}({part})");
                    lastPart = part;
                }

                qualified = true;
            }
            else if (token.Groups["number"].Success && int.Parse(token.Groups["number"].Value, CultureInfo.InvariantCulture) is > 0 and <= LastArticle and int number)
            {
                bool wholeBefore = !qualified;
                Settle();
                for (int between = article + 1; range && wholeBefore && between < number; between++)
                    found.Add($"{between}");
                (article, qualified, lastPart) = (number, false, "");
            }

            range = false;
        }

        Settle();
        return found;
    }

    /// <summary>One part, or those up to it from the one before a dash.</summary>
    private static IEnumerable<string> Parts(string given, string? from)
    {
        string[] parts = [.. PartNumber.Matches(given).Select(m => m.Value)];
        if (parts is not [string first, ..])
            return [];
        string last = parts[^1];
        string start = from ?? first;
        bool spans = from is not null || (parts.Length == 2 && given.AsSpan().IndexOfAny('-', '–', '—') > 0);
        return spans && start.Length == 1 && last.Length == 1 && start[0] < last[0] && last[0] - start[0] < 10
            ? Enumerable.Range(from is null ? start[0] : start[0] + 1, last[0] - start[0] + (from is null ? 1 : 0)).Select(c => $"{(char)c}")
            : parts;
    }

    private static List<string> Chinese(string list)
    {
        List<string> found = [];
        foreach (Match m in ChineseArticle.Matches(list))
        {
            int? first = Value(m.Groups["n"].Value);
            int? last = m.Groups["to"].Success ? Value(m.Groups["to"].Value) : first;
            string[] parts = [.. m.Groups["p"].Captures.Select(c => Value(c.Value)?.ToString(CultureInfo.InvariantCulture) ?? c.Value)];
            if (first is not { } from || last is not { } to || to > LastArticle)
                continue;
            if (parts.Length > 0)
                found.AddRange(parts.Select(p => $"{to}({p})"));
            else
                found.AddRange(Enumerable.Range(from, Math.Max(1, to - from + 1)).Select(a => $"{a}"));
        }

        return found;
    }

    private static int? Value(string digits) =>
        Ordinals.Number(digits) ?? Ordinals.Of(digits).Where(r => r.Kind == Counting.Chinese).Select(r => (int?)r.Value).FirstOrDefault();

    private const string Qualifier = @"\(\s*(?:paras?\.?|pars?\.?|párrs?\.?|al\.?)?\s*(?:\d|[a-k])\)?\s*\)(?:\s*[-–—]\s*\([\da-k]\))?|\d\)|[a-k]\)|,?\s*(?:paras?|pars?|paragraphs?|paragraphes?|párrs?|párrafos?|al)\.?\s*\d(?:\s*(?:[-–—]|and|et|y|,)\s*\d(?![\d]))?";

    [GeneratedRegex(@"\b(?:articles?|arts?\.?|artículos?)", RegexOptions.IgnoreCase)]
    private static partial Regex Keyword { get; }

    [GeneratedRegex(@"(?<part>" + Qualifier + @")|(?<number>\d{1,2})(?!\d)|(?<range>[-–—]|\bto\b|\bà\b|\bal?\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Token { get; }

    [GeneratedRegex(@"\d|\b[a-k]\b", RegexOptions.IgnoreCase)]
    private static partial Regex PartNumber { get; }

    [GeneratedRegex(
        @"\b(?:articles?|arts?\.?|artículos?)\s+(?<list>\d{1,2}(?:[\s\d(),.–—-]|\b[a-k]\b|\band\b|\bet\b|\by\b|\bto\b|\bà\b|\bparas?\b|\bparagraphs?\b|\bpars?\b|\bparagraphes?\b|\bpárrs?\b|\bpárrafos?\b|\bal\b){0,80}?)\s*,?\s*(?:of the (?:present )?(?:Convention|CRC)|of the Convention on the Rights of the Child|de la (?:présente |presente )?Conventi?on|de la Convención)\b(?!\s+(?:on the (?!Rights of the Child)|against|relating|concerning|No|for|of|sur|contre|relative aux droits des (?!enfants)|internationale|n[°o]|sobre los? derechos? de las personas|contra|internacional|sobre la (?!protección de los derechos del niño)))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Cited { get; }

    [GeneratedRegex(@"(?:《(?:儿童权利|兒童權利)?(?:公约|公約)》|(?<!》)(?:公约|公約))(?<list>(?:第[\d一二三四五六七八九十]{1,3}|[条條款项項至到、和及与與以()（）a-z\s-])+)")]
    private static partial Regex ChineseCited { get; }

    [GeneratedRegex(@"第(?<n>[\d一二三四五六七八九十]{1,3})[条條]?(?:\s*[至到–-]\s*第?(?<to>[\d一二三四五六七八九十]{1,3}))?[条條](?:第?(?<p>[\d一二三四五六七八九十])款|[(（](?<p>[a-k\d])[)）][款项項]?)*(?:[、和及]第(?<p>[\d一二三四五六七八九十])款|[、和及][(（](?<p>[a-k])[)）][款项項]?)*")]
    private static partial Regex ChineseArticle { get; }
}
