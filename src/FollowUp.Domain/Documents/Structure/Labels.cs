using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents.Structure;

/// <summary>A label at the beginning of a line, and the text behind it.</summary>
/// <param name="Printed">As it stands there, such as <c>(a)</c> or <c>12.</c></param>
/// <param name="Mark">What closes it: <c>.</c>, <c>)</c>, <c>、</c>, or a space.</param>
internal sealed record Label(string Printed, string Mark, IReadOnlyList<(Counting Kind, int Value)> Readings, string Rest)
{
    public int? As(Counting kind) => Readings.Where(r => r.Kind == kind).Select(r => (int?)r.Value).FirstOrDefault();
}

internal static partial class Labels
{
    /// <summary>A paragraph's number: <c>9.</c>, <c>9)</c>, <c>9 </c>, <c>９．</c> or <c>9、</c>; null where a decimal or a time goes on behind it.</summary>
    public static Label? Number(string line) => Read(Paragraph.Match(line));

    /// <summary>A sub-item's label: <c>(a)</c>, <c>a)</c>, <c>（一）</c>, <c>(iv)</c>, <c>a.</c></summary>
    public static Label? SubItem(string line) => Read(Item.Match(line));

    /// <summary>A heading's label: <c>A.</c>, <c>III.</c>, <c>1.</c>, <c>二、</c>, <c>（一）</c></summary>
    public static Label? Heading(string line) => Read(Structural.Match(line));

    private static Label? Read(Match match)
    {
        if (!match.Success)
            return null;
        IReadOnlyList<(Counting, int)> readings = Ordinals.Of(match.Groups["n"].Value.Normalize(System.Text.NormalizationForm.FormKC));
        if (readings.Count == 0)
            return null;
        string mark = match.Groups["mark"].Value.Trim() switch { "．" or "。" or "." => ".", "）" or ")" => ")", "、" or ":" or "：" => "、", _ => " " };
        return new(match.Groups["label"].Value.Trim(), mark, readings, match.Groups["rest"].Value.Trim());
    }

    [GeneratedRegex(@"^\s*(?<label>(?:¶\s*|§\s*)?(?<n>\p{Nd}{1,4})\s?(?<mark>\.(?!\p{Nd})|[．。、)）：]|(?=\s)))\s*(?<rest>\S.*)?$", RegexOptions.Singleline)]
    private static partial Regex Paragraph { get; }

    [GeneratedRegex(@"^\s*(?<label>[(（]\s?(?<n>[\p{Ll}\p{Lo}]\p{M}?|[a-z]{2}|[ivxl]{1,6}|[一二三四五六七八九十]{1,3}|\p{Nd}{1,2})\s?(?<mark>[)）])|(?<n>[\p{Ll}\p{Lo}]|[a-z]{2}|[ivxl]{1,6}|\p{Nd}{1,2})\s?(?<mark>[)）])|(?<n>[a-z]|[ivx]{1,5})(?<mark>\.)(?=\s))\s*(?<rest>\S.*)?$", RegexOptions.Singleline)]
    private static partial Regex Item { get; }

    [GeneratedRegex(@"^\s*(?<label>(?<n>[A-Z]|[Ａ-Ｚ]|[IVXL]{1,6}|\p{Nd}{1,2}|[一二三四五六七八九十]{1,3}|[壹貳參肆伍陸柒捌玖拾]{1,3})\s?(?<mark>[.．、)）：]|(?=\s[–—-]\s))|[(（](?<n>[A-Z]|[IVXL]{1,6}|\p{Nd}{1,2}|[一二三四五六七八九十]{1,3})(?<mark>[)）]))\s*(?<rest>\S.*)$", RegexOptions.Singleline)]
    private static partial Regex Structural { get; }
}
