using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FollowUp.Domain.Documents;
using FollowUp.Domain.Documents.Structure;

namespace FollowUpFunctions.Cycles.Documents.Html;

/// <summary>The blocks of an HTML page as lines. Scripts do not run and nothing is fetched.</summary>
internal sealed class HtmlDocument
{
    private const int Longest = 10_000_000;

    private static readonly HashSet<string> _blocks =
    [
        "p", "div", "li", "ol", "ul", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr", "table", "section", "article", "main", "pre", "blockquote", "dt", "dd", "dl",
        "header", "footer", "hr", "figure", "figcaption", "center", "body",
    ];

    private static readonly HashSet<string> _silent = ["script", "style", "head", "nav", "noscript", "template", "svg", "select", "button", "form", "iframe", "object"];

    private readonly List<DocumentLine> _lines = [];
    private readonly ListLabels _labels = new();
    private readonly StringBuilder _text = new();
    private string? _label;
    private bool _heading;
    private bool _bold = true;
    private bool _broken;
    private bool _breaks;

    /// <exception cref="UnreadableDocumentException">It is too long, or nested as no page is.</exception>
    public static SourceDocument Read(string html)
    {
        if (html.Length > Longest)
            throw new UnreadableDocumentException($"The page is longer than {Longest / 1_000_000} MB: save it without its pictures.");
        using IHtmlDocument page = new HtmlParser(new PageGrowth().Options).ParseDocument(html);
        HtmlDocument reading = new();
        if (page.Body is { } body)
            reading.Walk(body, bold: 0);
        reading.End(broken: false);
        return new(reading._lines, Wrapped: reading._breaks && Wrapping.Of(reading._lines.Select(l => l.Text)), page.DocumentElement.GetAttribute("lang"));
    }

    // As deep as PageGrowth lets a page be. To ask each node for the next one would be to count its siblings each time.
    private void Walk(INode node, int bold)
    {
        if (!Enter(node, ref bold))
            return;
        foreach (INode child in node.ChildNodes)
            Walk(child, bold);
        Leave(node);
    }

    private bool Enter(INode node, ref int bold)
    {
        if (node is IText text)
        {
            Append(text, bold > 0);
            return false;
        }

        if (node is not IElement element || _silent.Contains(element.LocalName) || IsFootnoteMark(element))
            return false;
        if (element.LocalName == "br")
            End(broken: true);
        if (_blocks.Contains(element.LocalName))
            End(broken: false);
        if (element.LocalName == "li")
            _label = _labels.Of(element);
        if (element.LocalName is ['h', >= '1' and <= '6'])
            _heading = true;
        bold += IsBold(element) ? 1 : 0;
        return true;
    }

    private void Leave(INode node)
    {
        if (node is IElement element && _blocks.Contains(element.LocalName))
            End(broken: false);
    }

    private void Append(IText text, bool bold)
    {
        bool kept = text.ParentElement?.LocalName == "pre";
        foreach (char c in text.Data)
        {
            if (c == '\n' && kept)
                End(broken: true);
            else
                _text.Append(c);
        }

        if (!string.IsNullOrWhiteSpace(text.Data))
            _bold &= bold;
    }

    private void End(bool broken)
    {
        string text = _text.ToString();
        _text.Clear();
        if (!string.IsNullOrWhiteSpace(text))
        {
            _lines.Add(new(_lines.Count + 1, text, _label is not null && !ListLabels.IsTyped(text) ? _label : null, _heading, StartsParagraph: !_broken)
            {
                Bold = _bold,
            });
            _breaks |= broken;
            _label = null;
        }

        (_heading, _bold, _broken) = (_heading && broken, true, broken);
    }

    private static bool IsBold(IElement element) =>
        element.LocalName is "b" or "strong" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6"
        || element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal).Contains("font-weight:bold", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsFootnoteMark(IElement element) =>
        element.LocalName == "sup" && element.TextContent.Trim() is { Length: > 0 and <= 5 } mark && mark.All(c => char.IsAsciiDigit(c) || c is '*' or '[' or ']');
}
