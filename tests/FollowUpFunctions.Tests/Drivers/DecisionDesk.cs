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
