using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace FollowUpFunctions.Cycles.Documents.Html;

/// <summary>
/// Stops a page from growing while it is parsed. Each element looks up through those that it stands in, and each paragraph opens again what the one
/// before has left open: a megabyte of either keeps a machine busy for hours.
/// </summary>
internal sealed class PageGrowth
{
    private const int MostElements = 300_000;

    // Browsers nest no deeper.
    private const int Deepest = 512;

    private INode? _last;
    private int _elements;

    public HtmlParserOptions Options => new() { OnCreated = (element, _) => Count(element) };

    // What is created stands in its place when the next one is.
    private void Count(IElement element)
    {
        int depth = 0;
        for (INode? node = _last; node is not null && depth <= Deepest; node = node.Parent)
            depth++;
        if (++_elements > MostElements || depth > Deepest)
            throw new UnreadableDocumentException("The page is nested as none that people write: open it in a browser, copy the text into a new document and send that as DOCX.");
        _last = element;
    }
}
