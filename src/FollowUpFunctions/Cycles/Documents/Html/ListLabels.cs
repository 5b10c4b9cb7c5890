using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace FollowUpFunctions.Cycles.Documents.Html;

/// <summary>The numbers of HTML lists, which browsers show but which are not in the text.</summary>
internal static partial class ListLabels
{
    public static string? Of(IElement item)
    {
        if (item.ParentElement is not { LocalName: "ol" } list)
            return null;
        string style = list.GetAttribute("type") ?? ListStyle.Match(list.GetAttribute("style") ?? "").Groups["type"].Value;
        if (style == "none")
            return null;
        int number = Number(list.GetAttribute("start")) ?? 1;
        foreach (IElement sibling in list.Children.Where(c => c.LocalName == "li"))
        {
            number = Number(sibling.GetAttribute("value")) ?? number;
            if (ReferenceEquals(sibling, item))
                break;
            number++;
        }

        return style switch
        {
            "a" or "lower-alpha" or "lower-latin" => $"({NumberFormats.Letters(number)})",
            "A" or "upper-alpha" or "upper-latin" => $"{NumberFormats.Letters(number).ToUpperInvariant()}.",
            "i" or "lower-roman" => $"({NumberFormats.Roman(number)})",
            "I" or "upper-roman" => $"{NumberFormats.Roman(number).ToUpperInvariant()}.",
            _ => $"{number}.",
        };
    }

    /// <summary>The text carries a number or letter of its own.</summary>
    public static bool IsTyped(string text) => Typed.IsMatch(text);

    private static int? Number(string? attribute) =>
        int.TryParse(attribute, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : null;

    [GeneratedRegex(@"list-style(-type)?\s*:\s*(?<type>[\w-]+)")]
    private static partial Regex ListStyle { get; }

    [GeneratedRegex(@"^\s*(\p{Nd}{1,3}\s?[.．)]\s|[(（]?[a-z][)）]\s)")]
    private static partial Regex Typed { get; }
}
