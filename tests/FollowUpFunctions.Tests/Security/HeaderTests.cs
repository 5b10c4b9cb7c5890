using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using FollowUp.Domain.Cycles;
using FollowUp.Pages;
using FollowUpFunctions.Links;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Security;

public sealed partial class HeaderTests(AzuriteFixture azurite)
{
    private static readonly Dictionary<string, string> always = new()
    {
        ["Referrer-Policy"] = "no-referrer",
        ["Cache-Control"] = "no-store",
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Robots-Tag"] = "noindex",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_of_every_route_carries_the_headers_and_none_sets_a_cookie()
    {
        await using Story story = await Story.BeginAsync(azurite, options: new() { Functions = DoorProbe.BesideTheApp });
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens);
        Uri form = new((await story.Person(Party.Ministry).NewestMailAsync()).Form);
        string[] parts = form.AbsolutePath.Split('/');
        using HttpClient desk = await story.App.AtDeskAsync();
        ConcurrentDictionary<string, int> kinds = [];
        ConcurrentBag<string> faults = [];
        Step[] steps =
        [
            .. Walk.Steps(new Dictionary<string, string>
            {
                ["cycle"] = parts[2], ["round"] = parts[3], ["invitation"] = parts[4], ["token"] = parts[5], ["who"] = "min-health", ["language"] = "km",
            }),
            new("GET", "probe/fails", "", null, false), new("GET", "no/such/route", "", null, false), new("GET", $"desk/cycles/{parts[2]}/probe", "", null, false), new("OPTIONS", "desk", "", null, false),
        ];

        foreach (HttpClient client in (HttpClient[])[story.App.Anybody, desk])
        {
            await Parallel.ForEachAsync(steps, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (step, _) =>
            {
                using HttpResponseMessage answer = await (step.WithKey ? story.App.Coordinator : client).SendAsync(step.Request(), Cancellation);
                kinds.AddOrUpdate($"{(int)answer.StatusCode}", 1, (_, n) => n + 1);
                foreach (string fault in Faults(answer))
                    faults.Add($"{step}: {(int)answer.StatusCode} {fault}");
            });
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Join(", ", kinds.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Key}: {k.Value}"))));
        Assert.Empty(faults.Order(StringComparer.Ordinal).Take(20));
        Assert.Superset(new HashSet<string> { "200", "303", "400", "401", "404", "500" }, kinds.Keys.ToHashSet());
    }

    [Fact]
    public async Task Signing_in_and_out_are_all_that_sets_a_cookie_and_too_much_and_too_often_carry_the_headers_too()
    {
        await using TestApp app = await TestApp.StartAsync(azurite);
        await app.StartCycleAsync(new SampleCycle().Build());
        await app.RunToAsync(SampleCycle.Starts.AddHours(1));
        DeskBrowser browser = new(app);

        HttpResponseMessage entered = await browser.EnterAsync((await browser.AskAsync(TestApp.DeskCoordinator))!);
        HttpResponseMessage signedOut = await browser.PressAsync("desk/sign-out");
        using ByteArrayContent large = new(new byte[100_000]);
        large.Headers.ContentType = new("application/x-www-form-urlencoded");
        HttpResponseMessage tooLarge = await browser.SendAsync(new(HttpMethod.Post, "desk/sign-in") { Content = large });
        HttpResponseMessage tooMany = await browser.GetAsync("desk/enter/x/y");
        for (int n = 0; n < 301 && tooMany.StatusCode != HttpStatusCode.TooManyRequests; n++)
            tooMany = await browser.GetAsync("desk/enter/x/y");

        Assert.All([entered, signedOut], a => Assert.Equal(["It sets a cookie."], Faults(a)));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.TooManyRequests), (tooLarge.StatusCode, tooMany.StatusCode));
        Assert.All([tooLarge, tooMany], a => Assert.Empty(Faults(a)));
    }

    [Fact]
    public async Task Where_people_come_by_https_browsers_are_told_to_come_by_nothing_else()
    {
        await using TestApp https = await TestApp.StartAsync(azurite, new() { Settings = new Dictionary<string, string?> { ["App:BaseUrl"] = "https://follow-up.example.org" } });
        await using TestApp http = await TestApp.StartAsync(azurite);

        HttpResponseMessage safe = await https.Anybody.GetAsync("desk/sign-in", Cancellation);
        HttpResponseMessage local = await http.Anybody.GetAsync("desk/sign-in", Cancellation);

        Assert.Equal("max-age=31536000", safe.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.False(local.Headers.Contains("Strict-Transport-Security"));
    }

    private static IEnumerable<string> Faults(HttpResponseMessage answer)
    {
        foreach ((string name, string value) in always)
        {
            if (!answer.Headers.TryGetValues(name, out IEnumerable<string>? there) || string.Join(", ", there) != value)
                yield return $"{name} is not “{value}”.";
        }

        bool isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
        if (!answer.Headers.TryGetValues("Content-Security-Policy", out IEnumerable<string>? policies) || !IsAllowed(policies.Single(), isPage))
            yield return "Its policy is another.";
        if (answer.Headers.Contains("Set-Cookie"))
            yield return "It sets a cookie.";
        if (answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By"))
            yield return "It tells what answers.";
    }

    // A page may have one script of its own, known by its hash, that reaches nobody but the app.
    private static bool IsAllowed(string policy, bool isPage) => isPage
        ? policy.StartsWith(PageStyle.ContentSecurityPolicy, StringComparison.Ordinal) && OwnScript.IsMatch(policy[PageStyle.ContentSecurityPolicy.Length..])
        : policy == "default-src 'none'; frame-ancestors 'none'";

    [GeneratedRegex(@"^(; script-src 'sha256-[A-Za-z0-9+/=]+'; connect-src '(self|none)')?$")]
    private static partial Regex OwnScript { get; }
}
