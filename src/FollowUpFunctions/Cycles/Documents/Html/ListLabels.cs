using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace FollowUpFunctions.Cycles.Documents.Html;

/// <summary>The numbers of HTML lists, which browsers show but which are not in the text. Each list is counted once: it may have a hundred thousand items.</summary>
internal sealed partial class ListLabels
{
    private readonly Dictionary<IElement, string?> _labels = [];

    /// <returns>What a browser shows before the item, with brackets around small letters as documents have them; null where the list has no numbers.</returns>
    public string? Of(IElement item)
    {
        if (item.ParentElement is not { LocalName: "ol" } list)
            return null;
        if (!_labels.ContainsKey(item))
            Count(list);
        return _labels.GetValueOrDefault(item);
    }

    /// <summary>The text carries a number or letter of its own.</summary>
    public static bool IsTyped(string text) => Typed.IsMatch(text);

    private void Count(IElement list)
    {
        string style = list.GetAttribute("type") ?? ListStyle.Match(list.GetAttribute("style") ?? "").Groups["type"].Value;
        IElement[] items = [.. list.Children.Where(child => child.LocalName == "li")];
        int step = list.HasAttribute("reversed") ? -1 : 1;
        int number = Number(list.GetAttribute("start")) ?? (step < 0 ? items.Length : 1);
        foreach (IElement item in items)
        {
            number = Number(item.GetAttribute("value")) ?? number;
            _labels[item] = Label(number, item.GetAttribute("type") ?? style);
            number += step;
        }
    }

    private static string? Label(int number, string style) => style switch
    {
        "none" => null,
        "a" or "lower-alpha" or "lower-latin" => $"({NumberFormats.Letters(number)})",
        "A" or "upper-alpha" or "upper-latin" => $"{NumberFormats.Letters(number).ToUpperInvariant()}.",
        "i" or "lower-roman" => $"({NumberFormats.Roman(number)})",
        "I" or "upper-roman" => $"{NumberFormats.Roman(number).ToUpperInvariant()}.",
        _ => $"{number}.",
    };

    private static int? Number(string? attribute) =>
        int.TryParse(attribute, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : null;

    [GeneratedRegex(@"list-style(-type)?\s*:\s*(?<type>[\w-]+)")]
    private static partial Regex ListStyle { get; }

    [GeneratedRegex(@"^\s*(\p{Nd}{1,3}\s?[.．)]\s|[(（]?[a-z][)）]\s)")]
    private static partial Regex Typed { get; }
}
