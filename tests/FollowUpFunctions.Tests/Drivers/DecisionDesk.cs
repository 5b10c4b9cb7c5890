using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace FollowUpFunctions.Tests.Drivers;

/// <summary>A coordinator at the desk who opens the form of a decision, fills it in and sends it; knows nothing but what stands there.</summary>
public sealed class DecisionDesk(HttpClient desk, string cycle)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="query">Such as <c>round=consultation&amp;back=rounds</c>.</param>
    public Task<WebPage> OpenAsync(string kind, string query = "") => GetAsync($"desk/cycles/{cycle}/decide/{kind}?{query}");

    public async Task<WebPage> GetAsync(string address)
    {
        using HttpResponseMessage response = await desk.GetAsync(address, Cancellation);
        return new(address, response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>Sends the page's form with what was typed; the address of the answer is where it leads, or the form's own where it stays.</summary>
    public async Task<WebPage> SendAsync(WebPage page, params (string Field, string Value)[] typed)
    {
        IElement form = Form(page);
        string action = form.GetAttribute("action")!;
        using FormUrlEncodedContent content = new(Filled(form, typed));
        using HttpResponseMessage response = await desk.PostAsync(action, content, Cancellation);
        string html = await response.Content.ReadAsStringAsync(Cancellation);
        return new(response.Headers.Location?.OriginalString ?? action, response.StatusCode, html);
    }

    /// <summary>Goes from a page of the cycle to the form that it offers, sends it, and comes to the page that says it is done.</summary>
    /// <param name="from">Such as <c>calendar</c>.</param>
    /// <param name="about">What the link's address says of what is decided about, such as <c>round=consultation</c>.</param>
    public async Task<WebPage> FollowAsync(string from, string kind, string about, params (string Field, string Value)[] typed)
    {
        WebPage offers = await GetAsync($"/desk/cycles/{cycle}/{from}");
        string? link = Links(offers, kind).FirstOrDefault(l => $"{l.Replace('?', '&')}&".Contains($"&{about}&", StringComparison.Ordinal));
        Assert.True(link is not null, $"{from} does not offer {kind} about {about}: {string.Join(' ', Links(offers, ""))}");
        WebPage answer = await SendAsync(await GetAsync(link), typed);
        Assert.True(answer.Status == HttpStatusCode.SeeOther, $"{kind} was not taken: {answer.Html}");
        WebPage done = await GetAsync(answer.Address);
        Assert.Equal("It is decided.", done.Document.QuerySelector("[role=status]")?.TextContent);
        return done;
    }

    /// <summary>Where a page's links to forms of decisions lead.</summary>
    /// <param name="kind">Empty for all.</param>
    public IReadOnlyList<string> Links(WebPage page, string kind) =>
    [
        .. page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!)
            .Where(h => h.StartsWith($"/desk/cycles/{cycle}/decide/{kind}{(kind.Length == 0 ? "" : "?")}", StringComparison.Ordinal)),
    ];

    /// <summary>Decides, and says where that led.</summary>
    public async Task<string> DecideAsync(string kind, string query, params (string Field, string Value)[] typed)
    {
        WebPage answer = await SendAsync(await OpenAsync(kind, query), typed);
        Assert.True(answer.Status == HttpStatusCode.SeeOther, $"{kind} was not taken: {answer.Html}");
        return answer.Address;
    }

    public static IElement Form(WebPage page) => page.Document.QuerySelector("main form[method=post]")!;

    private static IEnumerable<KeyValuePair<string, string>> Filled(IElement form, (string Field, string Value)[] typed)
    {
        HashSet<string> fields = [.. typed.Select(t => t.Field)];
        return form.QuerySelectorAll("input, textarea, select")
            .Select(e => e switch
            {
                IHtmlTextAreaElement area => (Name: area.Name, Value: area.Value, Sent: true),
                IHtmlSelectElement select => (Name: select.Name, Value: select.Value, Sent: true),
                IHtmlInputElement input => (Name: input.Name, Value: input.Value, Sent: input.Type is not ("radio" or "checkbox") || input.IsChecked),
                _ => (Name: (string?)null, Value: "", Sent: false),
            })
            .Where(e => e.Sent && !fields.Contains(e.Name!))
            .Select(e => KeyValuePair.Create(e.Name!, e.Value ?? ""))
            .Concat(typed.Select(t => KeyValuePair.Create(t.Field, t.Value)));
    }
}
