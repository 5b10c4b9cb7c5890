using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>What a style says, alone or with all that it is based on.</summary>
/// <param name="Level">Of its numbering, from 0; null where the numbering itself says which level the style has.</param>
/// <param name="IsHeading">By its name or its outline level; null where it says neither.</param>
internal sealed partial record WordStyle(int? Numbering, int? Level, bool? IsHeading, bool IsOfContents, bool? IsBold, string? Language)
{
    private const int Text = 9;

    public static WordStyle None { get; } = new(null, null, null, false, null, null);

    public static WordStyle Of(XElement style)
    {
        string name = style.ValueOf("name") ?? "";
        XElement? paragraph = style.Child("pPr");
        XElement? run = style.Child("rPr");
        return new(
            WordXml.Int(paragraph?.Child("numPr")?.ValueOf("numId")),
            WordXml.Int(paragraph?.Child("numPr")?.ValueOf("ilvl")),
            HeadingName.IsMatch(name) || HeadingName.IsMatch(style.Said("styleId") ?? "") ? true : WordXml.Int(paragraph?.ValueOf("outlineLvl")) is { } outline ? outline < Text : null,
            ContentsName.IsMatch(name),
            run?.Child("b") is { } bold ? WordXml.IsOn(bold.Said("val")) : null,
            run?.ValueOf("lang"));
    }

    public WordStyle Over(WordStyle basis) => new(
        Numbering ?? basis.Numbering,
        Level ?? basis.Level,
        IsHeading ?? basis.IsHeading,
        IsOfContents || basis.IsOfContents,
        IsBold ?? basis.IsBold,
        Language ?? basis.Language);

    // Word's own names are English in every language; H1G, H23G, “_ H_1_G” and their kin are those of United Nations documents.
    [GeneratedRegex(@"^(?:title|subtitle|(?:heading|titre|título|标题|標題|_?\s*H\s?_?\s?(?:\d|Ch|M)).{0,12})$", RegexOptions.IgnoreCase)]
    private static partial Regex HeadingName { get; }

    [GeneratedRegex(@"^(?:toc\s*[1-9]|contents\s*[1-9])$", RegexOptions.IgnoreCase)]
    private static partial Regex ContentsName { get; }
}
