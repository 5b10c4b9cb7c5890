using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace FollowUpFunctions.Tests.Drivers;

/// <summary>A coordinator's browser without scripts: reads forms from pages, fills them in and posts them with their files.</summary>
public sealed class DeskForms(HttpClient desk)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<WebPage> OpenAsync(string address)
    {
        HttpResponseMessage answer = await desk.GetAsync(address, Cancellation);
        return answer.StatusCode == HttpStatusCode.SeeOther
            ? await OpenAsync(answer.Headers.Location!.OriginalString)
            : new(address, answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>Posts the form that leads to an address, with what is on the page but for what is filled in.</summary>
    public async Task<WebPage> SendAsync(
        WebPage page, string action, IReadOnlyDictionary<string, string[]>? filled = null, IReadOnlyDictionary<string, (string Name, byte[] Bytes)>? files = null)
    {
        HttpResponseMessage answer = await PostAsync(page, action, filled, files);
        return answer.StatusCode == HttpStatusCode.SeeOther
            ? await OpenAsync(answer.Headers.Location!.OriginalString)
            : new(action, answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    public async Task<HttpResponseMessage> PostAsync(
        WebPage page, string action, IReadOnlyDictionary<string, string[]>? filled = null, IReadOnlyDictionary<string, (string Name, byte[] Bytes)>? files = null)
    {
        IElement form = page.Document.QuerySelectorAll("form").First(f => f.GetAttribute("action") == action);
        MultipartFormDataContent content = [];
        foreach (IElement element in form.QuerySelectorAll("input, textarea"))
        {
            string name = element.GetAttribute("name")!;
            if (filled?.ContainsKey(name) == true || element is IHtmlInputElement { Type: "file" })
                continue;
            if (element is IHtmlTextAreaElement area)
                content.Add(new StringContent(area.Value), name);
            else if (element is IHtmlInputElement input && (input.Type is not ("radio" or "checkbox") || input.IsChecked))
                content.Add(new StringContent(input.Value), name);
        }

        foreach ((string name, string[] values) in filled ?? new Dictionary<string, string[]>())
        {
            Assert.NotEmpty(form.QuerySelectorAll($"[name='{name}']"));
            foreach (string value in values)
                content.Add(new StringContent(value), name);
        }

        foreach ((string name, (string called, byte[] bytes)) in files ?? new Dictionary<string, (string, byte[])>())
            content.Add(new ByteArrayContent(bytes), name, called);
        return await desk.PostAsync(action, content, Cancellation);
    }
}
