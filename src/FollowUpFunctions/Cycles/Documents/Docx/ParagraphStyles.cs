using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;

namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>What a paragraph's style says about it: whether it is a heading, and which list numbers it.</summary>
internal sealed partial class ParagraphStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, Style> _styles = [];

    public ParagraphStyles(Styles? styles)
    {
        foreach (Style style in styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id)
                _styles.TryAdd(id, style);
        }
    }

    /// <summary>By outline level or by name: Word's own headings and those of the United Nations' templates (H1G, H23G, _ H _4_G).</summary>
    public bool IsHeading(string? styleId, ParagraphProperties? own) =>
        own?.OutlineLevel?.Val?.Value is < 9
        || Chain(styleId).Any(s => s.StyleParagraphProperties?.OutlineLevel?.Val?.Value is < 9 || HeadingName.IsMatch(s.StyleName?.Val?.Value ?? ""))
        || HeadingName.IsMatch(styleId ?? "");

    /// <summary>The list and its level that number a paragraph; list 0 where none does.</summary>
    public (int List, int Level) Numbering(ParagraphProperties? own)
    {
        NumberingProperties? direct = own?.NumberingProperties;
        int? list = direct?.NumberingId?.Val?.Value;
        int? level = direct?.NumberingLevelReference?.Val?.Value;
        foreach (Style style in Chain(own?.ParagraphStyleId?.Val?.Value))
        {
            list ??= style.StyleParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value;
            level ??= style.StyleParagraphProperties?.NumberingProperties?.NumberingLevelReference?.Val?.Value;
        }

        return (list ?? 0, Math.Clamp(level ?? 0, 0, 8));
    }

    private IEnumerable<Style> Chain(string? id)
    {
        for (int depth = 0; depth < LongestChain && id is not null && _styles.TryGetValue(id, out Style? style); depth++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    [GeneratedRegex(@"^(heading|titre|título|标题|標題|_?\s*H\s?_?\s?(\d|Ch|M)).{0,12}$", RegexOptions.IgnoreCase)]
    private static partial Regex HeadingName { get; }
}
