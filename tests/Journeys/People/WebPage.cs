using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Journeys.People;

/// <summary>A page as a browser without scripts has it.</summary>
/// <param name="Address">Where it was got from, absolute.</param>
public sealed record WebPage(Uri Address, HttpStatusCode Status, string Html)
{
    private readonly Lazy<IHtmlDocument> document = new(() => new HtmlParser().ParseDocument(Html));

    public IHtmlDocument Document => document.Value;

    public string Text => Document.Body!.TextContent;

    public string Heading => Document.QuerySelector("h1")!.TextContent.Trim();

    public string Language => Document.DocumentElement.GetAttribute("lang") ?? "";

    /// <summary>The sentences of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".errors li").Select(e => e.TextContent.Trim())];

    public bool IsCheck => Document.QuerySelector("form")?.GetAttribute("action")?.Split('?')[0].EndsWith("/check", StringComparison.Ordinal) == true;

    public bool IsReceipt => Address.AbsolutePath.EndsWith("/receipt", StringComparison.Ordinal);

    public bool Asks(string field) => Document.QuerySelector($"form [name='{field}']") is not null;

    /// <summary>A form's fields as they stand on the page: what a browser would post with nothing changed.</summary>
    /// <param name="form">CSS; the first form where nothing is said.</param>
    public IEnumerable<(string Field, string Value)> Fields(string form = "form")
    {
        foreach (IElement element in Document.QuerySelector(form)!.QuerySelectorAll("input, textarea, select"))
        {
            (string? name, string? value) = element switch
            {
                IHtmlTextAreaElement area => (area.Name, area.Value),
                IHtmlSelectElement select => (select.Name, select.Value),
                IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => (null, null),
                IHtmlInputElement input => (input.Name, input.Value),
                _ => (null, null),
            };
            if (name is not null)
                yield return (name, value ?? "");
        }
    }

    public Uri Action(string form = "form") => new(Address, Document.QuerySelector(form)!.GetAttribute("action") ?? "");

    /// <summary>Where the first link leads that a CSS selector finds.</summary>
    public Uri Link(string selector)
    {
        IElement? link = Document.QuerySelector(selector);
        Assert.True(link is not null, $"There is no {selector} on the page {Address}.");
        return new(Address, link.GetAttribute("href"));
    }
}
