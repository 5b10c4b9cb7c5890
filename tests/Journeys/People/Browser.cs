namespace Journeys.People;

/// <summary>A browser without scripts and, until somebody gives it one, without cookies.</summary>
public sealed class Browser(HttpClient http)
{
    private const string Button = "_button";

    /// <summary>As it is sent: name and value; null for none.</summary>
    public string? Cookie { get; set; }

    public Uri Home => http.BaseAddress!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="address">Absolute, or under the host's.</param>
    public Task<WebPage> GetAsync(string address) => GetAsync(new Uri(Home, address));

    public async Task<WebPage> GetAsync(Uri address)
    {
        using HttpResponseMessage response = await SendAsync(new(HttpMethod.Get, address));
        return await PageAsync(address, response);
    }

    /// <summary>Shows redirects instead of following them; keeps the cookie that comes.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using HttpRequestMessage sent = request;
        if (Cookie is not null)
            sent.Headers.Add("Cookie", Cookie);
        HttpResponseMessage response = await http.SendAsync(sent, Cancellation);
        if (response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies))
            Cookie = cookies.Single().Split(';')[0] is var cookie && cookie.EndsWith('=') ? null : cookie;
        return response;
    }

    public Task<HttpResponseMessage> PostAsync(Uri address, params (string Field, string Value)[] fields) =>
        SendAsync(new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Field, f.Value))) });

    /// <summary>Presses a button of a page whose fields were filled in; goes where the answer leads.</summary>
    public Task<WebPage> PressAsync(WebPage page, string button, params (string Field, string Value)[] typed) =>
        SubmitAsync(page, "form", [.. typed, (Button, button)]);

    /// <summary>Sends one of a page's forms, with what is on the page but for what was typed; goes where the answer leads.</summary>
    /// <param name="form">CSS.</param>
    public async Task<WebPage> SubmitAsync(WebPage page, string form, params (string Field, string Value)[] typed)
    {
        HashSet<string> fields = [.. typed.Select(t => t.Field)];
        Uri action = page.Action(form);
        using HttpResponseMessage response = await PostAsync(action, [.. page.Fields(form).Where(f => !fields.Contains(f.Field)), .. typed]);
        return response.Headers.Location is { } next ? await GetAsync(new Uri(action, next)) : await PageAsync(action, response);
    }

    private static async Task<WebPage> PageAsync(Uri address, HttpResponseMessage response) =>
        new(address, response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
}
