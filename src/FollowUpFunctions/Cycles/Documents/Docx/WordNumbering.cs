using System.Xml.Linq;

namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>The lists of a document by the id that paragraphs and styles name.</summary>
internal sealed class WordNumbering
{
    private const int MostLinks = 10;

    private readonly Dictionary<int, ListDefinition> _lists = [];

    /// <param name="numberingOf">The numbering that a style of lists has, by the style's id.</param>
    public WordNumbering(XElement? numbering, Func<string, int?> numberingOf)
    {
        Dictionary<string, XElement> shared = ById(numbering?.Children("abstractNum"), "abstractNumId");
        Dictionary<string, XElement> used = ById(numbering?.Children("num"), "numId");
        foreach ((string id, XElement list) in used)
        {
            if (WordXml.Int(id) is not { } number || Shared(list) is not { } definition)
                continue;
            Dictionary<int, ListLevel> levels = Levels(definition);
            Dictionary<int, int> startsAgain = [];
            foreach (XElement change in list.Children("lvlOverride"))
            {
                if (WordXml.Int(change.Said("ilvl")) is not { } at)
                    continue;
                if (change.Child("lvl") is { } level)
                    levels[at] = ListLevel.Of(level);
                if (WordXml.Int(change.ValueOf("startOverride")) is { } start)
                    startsAgain[at] = start;
            }

            _lists[number] = new(definition.Said("abstractNumId") ?? "", levels, startsAgain);
        }

        // A list may be that of a style, whose numbering leads to the list itself.
        XElement? Shared(XElement list)
        {
            for (int n = 0; n < MostLinks; n++)
            {
                if (!shared.TryGetValue(list.ValueOf("abstractNumId") ?? "", out XElement? definition))
                    return null;
                if (definition.ValueOf("numStyleLink") is not { } style || definition.Child("lvl") is not null)
                    return definition;
                if (numberingOf(style) is not { } next || !used.TryGetValue($"{next}", out XElement? linked))
                    return definition;
                list = linked;
            }

            return null;
        }
    }

    public ListDefinition? this[int id] => _lists.GetValueOrDefault(id);

    private static Dictionary<string, XElement> ById(IEnumerable<XElement>? elements, string id)
    {
        Dictionary<string, XElement> byId = new(StringComparer.Ordinal);
        foreach (XElement element in elements ?? [])
            byId.TryAdd(element.Said(id) ?? "", element);
        return byId;
    }

    private static Dictionary<int, ListLevel> Levels(XElement definition)
    {
        Dictionary<int, ListLevel> levels = [];
        foreach (XElement level in definition.Children("lvl"))
        {
            if (WordXml.Int(level.Said("ilvl")) is { } at)
                levels.TryAdd(at, ListLevel.Of(level));
        }

        return levels;
    }
}
