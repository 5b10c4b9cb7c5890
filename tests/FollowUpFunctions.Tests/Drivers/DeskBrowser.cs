using System.Net;
using AngleSharp.Html.Parser;
using FollowUpFunctions.Desk;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Drivers;

/// <summary>A browser at the desk: it keeps the desk's cookie, and shows redirects instead of following them.</summary>
public sealed class DeskBrowser(TestApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The cookie's value; null for none.</summary>
    public string? Cookie { get; set; }

    /// <summary>What is sent with every request beside the cookie.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(new(HttpMethod.Get, address));

    public Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        SendAsync(new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) });

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookie is not null)
            request.Headers.Add("Cookie", $"{DeskDoor.Cookie}={Cookie}");
        foreach ((string name, string value) in Headers)
            request.Headers.Add(name, value);
        HttpResponseMessage answer = await app.Anybody.SendAsync(request, Cancellation);
        if (SetCookie(answer) is { } set)
            Cookie = set.Split(';')[0].Split('=', 2)[1] is { Length: > 0 } value ? value : null;
        return answer;
    }

    public static string? SetCookie(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies) ? cookies.Single() : null;

    /// <summary>Asks for a link and gives the one that was mailed, or null.</summary>
    public async Task<string?> AskAsync(string email, string? back = null)
    {
        HashSet<string> before = [.. (await LettersAsync()).Select(l => l.Name)];
        HttpResponseMessage answer = await PostAsync("desk/sign-in", ("email", email), ("_button", "send"), ("_language", "en"), ("_back", back ?? ""));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return (await LettersAsync()).SingleOrDefault(l => !before.Contains(l.Name)) is { } letter ? Link(letter) : null;
    }

    /// <summary>Presses the button of the page that a link opens.</summary>
    public Task<HttpResponseMessage> EnterAsync(string link) => PostAsync(link, ("_button", "continue"));

    /// <summary>Signs in by a mailed link.</summary>
    public async Task SignInAsync(string email = TestApp.DeskCoordinator) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await EnterAsync((await AskAsync(email))!)).StatusCode);

    /// <summary>The key that stands in the forms of this browser's session.</summary>
    public async Task<string> FormKeyAsync()
    {
        string page = await (await GetAsync("desk/account")).Content.ReadAsStringAsync(Cancellation);
        return new HtmlParser().ParseDocument(page).QuerySelector("input[name=_key]")!.GetAttribute("value")!;
    }

    /// <summary>Presses a button of the desk that needs nothing but the form's key.</summary>
    public async Task<HttpResponseMessage> PressAsync(string address) => await PostAsync(address, ("_key", await FormKeyAsync()));

    public async Task<bool> IsInAsync() => (await GetAsync("desk")).StatusCode == HttpStatusCode.OK;

    /// <summary>The mails with sign-in links, in the order of their making.</summary>
    public async Task<IReadOnlyList<Letter>> LettersAsync() => [.. (await new MailBag(app).ReadAsync()).Where(l => l.Name.StartsWith("Desk/", StringComparison.Ordinal))];

    public static string Link(Letter letter) => letter.Text.Split('\n').Single(l => l.StartsWith("http", StringComparison.Ordinal)).Trim();
}
