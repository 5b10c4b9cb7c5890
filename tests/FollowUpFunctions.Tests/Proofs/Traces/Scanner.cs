using System.Collections.Concurrent;
using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Proofs.Traces;

/// <summary>What came of a scan.</summary>
/// <param name="Changed">What is stored otherwise than before: tables and keys.</param>
/// <param name="Failed">Addresses that were answered with a failure, by kind.</param>
public sealed record ScanReport(DateTimeOffset At, int Links, IReadOnlyList<string> Kinds, int Requests, TimeSpan Took, IReadOnlyList<string> Changed, IReadOnlyList<string> Failed);

/// <summary>
/// A mail scanner at its worst: asks for every link of every mail in every way that has nothing in it, for some of each kind again and again at
/// the same time, follows what the pages link to, and posts their forms as they stand without pressing a button.
/// </summary>
public sealed class Scanner(Stores stores, Uri app, Func<DateTimeOffset> clock) : IDisposable
{
    private const int AtOnce = 8;
    private const int Followed = 2;

    private static readonly Func<HttpContent?>[] emptyPosts =
    [
        () => null,
        () => new FormUrlEncodedContent([]),
        () => new MultipartFormDataContent(),
        () => Fields(("List-Unsubscribe", "")),
        () => Fields(("List-Unsubscribe", "one-click")),
        () => Fields(("List-Unsubscribe", "One-Click-Not")),
        () => Fields(("list-unsubscribe-post", "List-Unsubscribe=One-Click")),
    ];

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly ConcurrentBag<string> failed = [];
    private int requests;

    /// <param name="perKind">How many requests some links of each kind get.</param>
    /// <param name="every">Every link is asked for, not only those of some of each kind.</param>
    public async Task<ScanReport> ScanAsync(int perKind, bool every)
    {
        IReadOnlyList<MailLink> links = await MailLinks.ReadAsync(stores.Pickup);
        IReadOnlyList<string> before = await stores.EverythingAsync();
        Stopwatch watch = Stopwatch.StartNew();
        ILookup<string, MailLink> kinds = links.ToLookup(l => l.Kind);
        if (every)
            await Parallel.ForEachAsync(links, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (link, _) => await AskAsync(link));
        foreach (IGrouping<string, MailLink> kind in kinds)
        {
            MailLink[] some = [.. kind.Where((_, n) => n % Math.Max(1, kind.Count() / 5) == 0)];
            await Parallel.ForEachAsync(
                Enumerable.Range(0, perKind), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (n, _) => await AskAsync(some[n / Ways % some.Length], n % Ways));
            foreach (MailLink link in kind.Take(Followed).Where(l => IsOurs(l.Address)))
                await FollowAsync(link);
        }

        TimeSpan took = watch.Elapsed;
        return new(
            clock(), links.Count, [.. kinds.Select(k => $"{k.Key} ({k.Count()})")], requests, took, Changes(before, await stores.EverythingAsync()),
            [.. failed.Distinct().Order(StringComparer.Ordinal)]);
    }

    // Table, partition and row, or container and file.
    private static IReadOnlyList<string> Changes(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        [.. before.Except(after).Select(l => $"was {Place(l)}"), .. after.Except(before).Select(l => $"is {Place(l)}")];

    private static string Place(string line) => string.Join(' ', line.Split(' ').Take(3));

    public void Dispose() => http.Dispose();

    private static int Ways => 2 + emptyPosts.Length;

    private bool IsOurs(string address) => new Uri(address).Authority == app.Authority;

    private static FormUrlEncodedContent Fields(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private async Task AskAsync(MailLink link)
    {
        for (int way = 0; way < 3; way++)
            await AskAsync(link, way);
    }

    private Task<string> AskAsync(MailLink link, int way) => way switch
    {
        0 => SendAsync(HttpMethod.Get, link, null),
        1 => SendAsync(HttpMethod.Head, link, null),
        _ => SendAsync(HttpMethod.Post, link, emptyPosts[way - 2]()),
    };

    // One level: what stands on the page that a link opens.
    private async Task FollowAsync(MailLink link)
    {
        Uri at = new(link.Address);
        using IHtmlDocument page = new HtmlParser().ParseDocument(await SendAsync(HttpMethod.Get, link, null));
        string[] onPage =
        [
            .. page.QuerySelectorAll("a[href], form[action]").Select(e => new Uri(at, e.GetAttribute("href") ?? e.GetAttribute("action")).AbsoluteUri)
                .Where(IsOurs).Select(a => a.Split('#')[0]).Distinct(),
        ];
        foreach (string address in onPage)
            await AskAsync(new(address, $"{link.Kind} and on"));
        foreach (IElement form in page.QuerySelectorAll("form"))
        {
            using FormUrlEncodedContent asItStands = new(form.QuerySelectorAll("input[name], textarea[name]").Select(e =>
                KeyValuePair.Create(e.GetAttribute("name")!, e.GetAttribute("value") ?? e.TextContent)));
            await SendAsync(HttpMethod.Post, new(new Uri(at, form.GetAttribute("action") ?? "").AbsoluteUri, $"{link.Kind} form"), asItStands);
        }
    }

    private async Task<string> SendAsync(HttpMethod method, MailLink link, HttpContent? content)
    {
        Interlocked.Increment(ref requests);
        using HttpRequestMessage request = new(method, link.Address) { Content = content };
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        if ((int)response.StatusCode >= 500 || (method != HttpMethod.Post && IsOurs(link.Address) && (int)response.StatusCode >= 405))
            failed.Add($"{method} of {link.Kind}: {(int)response.StatusCode}");
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
