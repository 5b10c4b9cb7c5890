using System.Xml.Linq;

namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>Styles of a document by id, each with all that it is based on.</summary>
internal sealed class WordStyles
{
    private readonly Dictionary<string, XElement> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordStyle> _resolved = new(StringComparer.Ordinal);
    private readonly string? _usual;

    public WordStyles(XElement? styles)
    {
        foreach (XElement style in styles?.Children("style") ?? [])
        {
            string id = style.Said("styleId") ?? "";
            _byId.TryAdd(id, style);
            if (style.Said("type") == "paragraph" && style.Said("default") is { } usual && WordXml.IsOn(usual))
                _usual ??= id;
        }
    }

    /// <param name="style">Id; null for the style of paragraphs that name none.</param>
    public WordStyle OfParagraph(string? style) => Resolved(style is not null && _byId.ContainsKey(style) ? style : _usual);

    public WordStyle OfRun(string? style) => Resolved(style);

    private WordStyle Resolved(string? id)
    {
        if (id is null || !_byId.TryGetValue(id, out XElement? style))
            return WordStyle.None;
        if (_resolved.TryGetValue(id, out WordStyle? known))
            return known;
        WordStyle own = WordStyle.Of(style);
        List<string> chain = [id];
        while (style.ValueOf("basedOn") is { } basis && !chain.Contains(basis) && _byId.TryGetValue(basis, out style))
        {
            own = own.Over(WordStyle.Of(style));
            chain.Add(basis);
        }

        return _resolved[id] = own;
    }
}
