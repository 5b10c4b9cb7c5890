using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FollowUpFunctions.Tests.Drivers;

/// <summary>A page as a browser without scripts has it.</summary>
public sealed record WebPage(string Address, HttpStatusCode Status, string Html)
{
    private readonly Lazy<IHtmlDocument> document = new(() => new HtmlParser().ParseDocument(Html));

    public IHtmlDocument Document => document.Value;

    public string Text => Document.Body!.TextContent;

    public string Heading => Document.QuerySelector("h1")!.TextContent.Trim();

    /// <summary>The sentences of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".errors li").Select(e => e.TextContent.Trim())];

    public string? Action => Document.QuerySelector("form")?.GetAttribute("action");

    public bool IsCheck => Action?.Split('?')[0].EndsWith("/check", StringComparison.Ordinal) == true;

    public bool IsReceipt => Address.Split('?')[0].EndsWith("/receipt", StringComparison.Ordinal);

    /// <summary>The form's fields as they stand on the page: what a browser would post with nothing changed.</summary>
    public Dictionary<string, List<string>> Fields
    {
        get
        {
            Dictionary<string, List<string>> fields = [];
            foreach (IElement element in Document.QuerySelectorAll("form input, form textarea"))
            {
                string name = element.GetAttribute("name")!;
                if (element is IHtmlTextAreaElement area)
                    Add(name, area.Value);
                else if (element is IHtmlInputElement input && (input.Type is not ("radio" or "checkbox") || input.IsChecked))
                    Add(name, input.Value);
            }

            return fields;

            void Add(string name, string value)
            {
                if (!fields.TryGetValue(name, out List<string>? values))
                    fields[name] = values = [];
                values.Add(value);
            }
        }
    }

    public bool Asks(string field) => Document.QuerySelector($"form [name='{field}']") is not null;
}
