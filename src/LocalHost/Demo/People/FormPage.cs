using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace LocalHost.Demo.People;

internal enum FieldKind
{
    Line,
    Lines,
    Number,
    Organisation,
    Link,
    OneOf,
    SomeOf,
    Date,
    File,
}

/// <summary>A question as it stands on a page.</summary>
/// <param name="Options">What can be chosen, or is suggested.</param>
internal sealed record FormField(string Name, FieldKind Kind, IReadOnlyList<string> Options);

/// <summary>A page of the form as a browser shows it.</summary>
/// <param name="Address">Where it was found in the end.</param>
/// <param name="Action">Where its form is posted to; null where it has none.</param>
internal sealed record FormPage(
    Uri Address,
    string Title,
    Uri? Action,
    IReadOnlyList<string> Buttons,
    IReadOnlyList<KeyValuePair<string, string>> Hidden,
    IReadOnlyList<FormField> Fields,
    IReadOnlyList<string> Errors,
    IReadOnlyList<Uri> Changes,
    string? Reference,
    bool MarkedLate,
    Uri? BackToAnswers)
{
    public const string Button = "_button";

    /// <summary>The part of the form that this page asks, such as <c>proposal/66-a</c>; null for pages that ask nothing.</summary>
    public string? Step => Action is not null && Buttons.Contains("continue") ? StepOf(Action) : null;

    public bool IsCheck => Buttons.Contains("send");

    public bool IsReceipt => Reference is not null;

    /// <summary>Behind <c>/r/cycle/round/invitation/token/</c>.</summary>
    public static string StepOf(Uri address) => string.Join('/', address.AbsolutePath.Split('/').Skip(6));

    public static FormPage Read(Uri address, IHtmlDocument document)
    {
        IElement? form = document.QuerySelectorAll("form[method=post]").FirstOrDefault(f => f.QuerySelector($"button[name={Button}]") is not null);
        IElement main = document.QuerySelector("main") ?? document.Body!;
        string? reference = main.QuerySelector(".panel strong")?.TextContent.Trim();
        return new(
            address,
            document.QuerySelector("h1")?.TextContent.Trim() ?? "",
            form?.GetAttribute("action") is { } action ? new Uri(address, action) : null,
            [.. form?.QuerySelectorAll($"button[name={Button}]").Select(b => b.GetAttribute("value")!) ?? []],
            [.. form?.QuerySelectorAll("input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")) ?? []],
            form is null ? [] : Asked(document, form),
            [.. main.QuerySelectorAll(".errors li").Select(e => e.TextContent.Trim())],
            [.. main.QuerySelectorAll("a.change").Select(a => new Uri(address, a.GetAttribute("href")!))],
            reference,
            main.QuerySelector("p.note") is not null,
            reference is null ? null : main.QuerySelectorAll("a[href*='/r/']").Select(a => new Uri(address, a.GetAttribute("href")!)).FirstOrDefault());
    }

    private static IReadOnlyList<FormField> Asked(IHtmlDocument document, IElement form)
    {
        List<FormField> fields = [];
        foreach (IElement input in form.QuerySelectorAll("input:not([type=hidden]), textarea"))
        {
            string name = input.GetAttribute("name") ?? "";
            FieldKind kind = Kind(input, name);
            string question = kind == FieldKind.Date ? name[..name.LastIndexOf('-')] : name;
            if (fields.Exists(f => f.Name == question))
                continue;
            fields.Add(new(question, kind, kind switch
            {
                FieldKind.OneOf or FieldKind.SomeOf => [.. form.QuerySelectorAll($"input[name='{name}']").Select(o => o.GetAttribute("value") ?? "").Where(v => v.Length > 0)],
                FieldKind.Organisation => [.. document.QuerySelectorAll($"datalist#{input.GetAttribute("list")} option").Select(o => o.GetAttribute("value")!)],
                _ => [],
            }));
        }

        return fields;
    }

    private static FieldKind Kind(IElement input, string name) => input switch
    {
        _ when input.LocalName == "textarea" => FieldKind.Lines,
        _ when input.GetAttribute("type") == "file" => FieldKind.File,
        _ when input.GetAttribute("type") == "radio" => FieldKind.OneOf,
        _ when input.GetAttribute("type") == "checkbox" => FieldKind.SomeOf,
        _ when name.EndsWith("-day", StringComparison.Ordinal) || name.EndsWith("-month", StringComparison.Ordinal) || name.EndsWith("-year", StringComparison.Ordinal) => FieldKind.Date,
        _ when input.GetAttribute("list") is not null => FieldKind.Organisation,
        _ when input.GetAttribute("inputmode") == "numeric" => FieldKind.Number,
        _ when input.GetAttribute("inputmode") == "url" => FieldKind.Link,
        _ => FieldKind.Line,
    };
}
