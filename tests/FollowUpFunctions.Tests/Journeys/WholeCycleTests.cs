using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FollowUp.Domain.Publication;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Contracts;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Tests.Journeys;

[Collection(nameof(PublishedCycle))]
public sealed class WholeCycleTests(PublishedCycle cycle)
{
    private static readonly string[] filesOfTheClosingReport =
        ["closing-report/closing-report.en.docx", "closing-report/closing-report.km.docx", "closing-report/index.html", "closing-report/index.km.html", "closing-report/plan.json", "closing-report/plan.schema.json"];

    private static readonly string[] keys = ["11", "12-a", "13", "14-a", "15", "16-a"];

    private static readonly string[] filesOfProgress = ["progress.csv", "progress.html", "progress.json", "progress.km.html", "progress.schema.json"];

    private static readonly string[] filesOfTheReport =
        ["commitments/index.html", "commitments/index.km.html", "commitments/report.en.docx", "commitments/report.json", "commitments/report.km.docx", "commitments/report.schema.json"];

    private static readonly string[] filesOfAVersion = ["index.html", "index.km.html", "organisations.html", "organisations.km.html", "plan.csv", "plan.en.docx", "plan.json", "plan.km.docx", "plan.schema.json", "plan.xlsx", "status.html", "status.km.html", "whole.html", "whole.km.html"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PublicReader Plans => cycle.Story.Plans;

    [Fact]
    public async Task It_ended_and_every_round_is_closed()
    {
        CycleReport report = await cycle.Story.Coordinator.ReportAsync();

        Assert.NotNull(report.EndedAt);
        Assert.All(report.Rounds, r => Assert.Equal("closed", r.State));
        Assert.Equal(["workshop-invitation", "commitments", "co-signing", "consultation", "draft-review", "responsibility", "plan-review", "monitoring-invitation", "ballot", "show-of-hands", "monitoring-plan", "progress-1", "progress-2"], report.Rounds.Select(r => r.Id));
        Assert.Empty(report.Waiting);
        Assert.Equal(4, report.Plan!.Version);
    }

    [Fact]
    public async Task Four_versions_are_there_in_every_language_and_the_pointer_names_the_last()
    {
        Assert.Equal(
            [
                .. ((string[])
                [
                    .. filesOfTheClosingReport, .. filesOfTheReport, .. new[] { "catalog.jsonld", "feed.atom", "index.html", "index.km.html", "latest.json" },
                    .. keys.SelectMany(k => new[] { $"recommendations/{k}.html", $"recommendations/{k}.km.html" }),
                    .. Enumerable.Range(1, 4).SelectMany(v => (v < 3 ? filesOfAVersion : [.. filesOfAVersion, .. filesOfProgress]).Select(f => $"v{v}/{f}")),
                ]).Order(StringComparer.Ordinal),
            ],
            (await Plans.FilesAsync()).Order(StringComparer.Ordinal));
        JsonNode latest = JsonNode.Parse(await Plans.TextAsync("latest.json"))!;
        Assert.Equal((4, "testland-2031/v4/index.html"), ((int)latest["version"]!, (string)latest["path"]!));
        Assert.Contains("v4/index.html", await Plans.TextAsync("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_version_follows_the_schema()
    {
        SchemaCheck schema = new(PublicationJson.Schema);

        for (int version = 1; version <= 4; version++)
            Assert.Empty(schema.Faults(JsonNode.Parse(await Plans.TextAsync($"v{version}/plan.json"))));
        Assert.Empty(schema.Faults(JsonNode.Parse(await Plans.TextAsync("closing-report/plan.json"))));
        Assert.NotEmpty(schema.Faults(JsonNode.Parse("""{"cycle":"x","clusters":[{"number":12}]}""")));
    }

    [Fact]
    public async Task The_plan_says_what_was_answered()
    {
        JsonNode plan = JsonNode.Parse(await Plans.TextAsync("v4/plan.json"))!;
        JsonNode first = Recommendation(plan, "11");

        Assert.Equal(("Ministry of Children", "accepted"), ((string)first["responsible"]!, (string)first["responsibilityState"]!));
        Assert.Equal("Print the observations in Khmer", (string)Assert.Single(first["commitments"]!.AsArray())!["action"]!);
        Assert.Equal(3, Assert.Single(first["actions"]!.AsArray())!["proposedBy"]!.AsObject().Sum(p => (int)p.Value!));
        Assert.Equal(("declined", "Youth Council"), ((string)Recommendation(plan, "12-a")["responsibilityState"]!, (string)Recommendation(plan, "12-a")["proposedInstead"]!));
        Assert.Equal(("Youth Council", "assigned"), ((string)Recommendation(plan, "13")["responsible"]!, (string)Recommendation(plan, "13")["responsibilityState"]!));
        Assert.Equal("Visit ten schools", (string)first["monitoring"]![0]!["strategy"]!);
        Assert.Equal(["progress-1", "progress-1", "progress-2", "progress-2"], first["progress"]!.AsArray().Select(p => (string)p!["round"]!));
        Assert.Equal(3, (int)plan["figures"]!["actions"]!);
    }

    [Fact]
    public async Task A_formula_in_an_answer_is_only_text_in_the_table()
    {
        string csv = await Plans.TextAsync("v4/plan.csv");
        string[] lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("Citation,", lines[0].TrimStart('\ufeff'), StringComparison.Ordinal);
        Assert.Contains(lines, l => l.Contains("'=HYPERLINK", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains(",\"=", StringComparison.Ordinal) || l.Contains(",=", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("បណ្តុះបណ្តាលគ្រូ", StringComparison.Ordinal));
        Assert.All(keys, key => Assert.Contains(lines, l => l.Split(',')[1] == key));
    }

    [Theory]
    [InlineData("v1/index.html", "text/html; charset=utf-8", "public, max-age=31536000, immutable")]
    [InlineData("v1/index.km.html", "text/html; charset=utf-8", "public, max-age=31536000, immutable")]
    [InlineData("v1/plan.json", "application/json; charset=utf-8", "public, max-age=31536000, immutable")]
    [InlineData("v1/plan.csv", "text/csv; charset=utf-8", "public, max-age=31536000, immutable")]
    [InlineData("index.html", "text/html; charset=utf-8", "public, max-age=60, must-revalidate")]
    [InlineData("latest.json", "application/json", "public, max-age=60, must-revalidate")]
    [InlineData("feed.atom", "application/atom+xml; charset=utf-8", "public, max-age=60, must-revalidate")]
    [InlineData("v4/progress.json", "application/json; charset=utf-8", "public, max-age=31536000, immutable")]
    [InlineData("v4/progress.csv", "text/csv; charset=utf-8", "public, max-age=31536000, immutable")]
    public async Task Published_files_say_what_they_are_and_how_long_they_stay(string path, string type, string cache)
    {
        using HttpResponseMessage response = await Plans.GetAsync(path);

        Assert.Equal(type, response.Content.Headers.ContentType!.ToString());
        Assert.Equal(cache.Split(", ").Order(), response.Headers.GetValues("Cache-Control").SelectMany(v => v.Split(", ")).Order());
    }

    [Theory]
    [InlineData("index.html", "en")]
    [InlineData("index.km.html", "km")]
    [InlineData("v4/whole.html", "en")]
    [InlineData("v4/organisations.km.html", "km")]
    [InlineData("v4/status.html", "en")]
    [InlineData("recommendations/11.html", "en")]
    [InlineData("recommendations/12-a.km.html", "km")]
    [InlineData("v4/index.html", "en")]
    [InlineData("v4/index.km.html", "km")]
    [InlineData("v4/progress.html", "en")]
    [InlineData("v4/progress.km.html", "km")]
    [InlineData("closing-report/index.html", "en")]
    [InlineData("closing-report/index.km.html", "km")]
    public async Task Published_pages_carry_their_own_policy_and_links_that_lead_somewhere(string path, string language)
    {
        using IHtmlDocument page = new HtmlParser().ParseDocument(await Plans.TextAsync(path));

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.StartsWith("default-src 'none'", page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content"), StringComparison.Ordinal);
        foreach (string href in page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Where(h => !h.StartsWith('#') && !h.StartsWith("http", StringComparison.Ordinal)).Distinct())
        {
            using HttpResponseMessage response = await cycle.Story.App.Anybody.GetAsync(new Uri(Plans.Address(path), href), Cancellation);
            Assert.True(response.IsSuccessStatusCode, href);
        }
    }

    [Fact]
    public async Task No_published_file_tells_of_a_person_or_an_answer()
    {
        IReadOnlyList<Letter> letters = await cycle.Story.Mails.ReadAsync();
        string[] secrets =
        [
            .. Party.All.SelectMany(p => new[] { p.Contact, p.Email }), "Cora Dinator", Schedule.CoordinatorEmail, PublishedCycle.PrivateRemark, PublishedCycle.Need, PublishedCycle.Guest,
            "youth-leads", "@example.org", "~r1@", "~r0001",
            .. letters.Where(l => l.Links.Count > 0).Select(l => new Uri(l.Links[0]).Segments[4].TrimEnd('/')).Distinct(),
        ];

        Assert.True(secrets.Length > 20);
        foreach (string file in await Plans.FilesAsync())
        {
            using HttpResponseMessage response = await Plans.GetAsync(file);
            foreach ((string part, string text) in FileTexts.Of(file, new(await response.Content.ReadAsByteArrayAsync(Cancellation))))
                Assert.All(secrets, secret => Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{part} contains {secret}"));
        }
    }

    [Fact]
    public async Task Everybody_who_was_consulted_is_told_of_the_plan_once()
    {
        IReadOnlyList<Letter> thanks = await cycle.Story.Mails.ReadAsync("consultation", "plan-thanks");
        IReadOnlyList<Letter> notices = [.. await cycle.Story.Mails.ReadAsync("consultation", "plan-published"), .. thanks];

        Assert.Equal(Party.All.Except([Party.Youth]).Select(p => p.Email).Order(), notices.Select(l => l.To).Order());
        Assert.All(notices, l => Assert.Contains("/testland-2031/index.html", l.Text, StringComparison.Ordinal));
        Assert.Equal(new[] { Party.Ministry, Party.Ngo, Party.Province }.Select(p => p.Email).Order(), thanks.Select(l => l.To).Order());
    }

    [Fact]
    public async Task A_crash_between_files_and_pointer_is_healed_by_publishing_again()
    {
        AppStorage storage = cycle.Story.App.Service<AppStorage>();
        string json = await Plans.TextAsync("v4/plan.json");
        await storage.Plans.GetBlobClient("testland-2031/latest.json").DeleteAsync(cancellationToken: Cancellation);
        await storage.Plans.GetBlobClient("testland-2031/index.html").DeleteAsync(cancellationToken: Cancellation);
        await storage.Plans.GetBlobClient("testland-2031/recommendations/11.km.html").DeleteAsync(cancellationToken: Cancellation);
        await storage.Plans.GetBlobClient("testland-2031/feed.atom").DeleteAsync(cancellationToken: Cancellation);
        await storage.Plans.GetBlobClient("testland-2031/v4/plan.csv").DeleteAsync(cancellationToken: Cancellation);

        PublicationActivities activities = ActivatorUtilities.CreateInstance<PublicationActivities>(cycle.Story.App.Host.Services);
        await activities.PublishPlan(new("testland-2031", "progress-2"), Cancellation);
        await activities.PublishPlan(new("testland-2031", "plan"), Cancellation);

        Assert.Equal(4, (int)JsonNode.Parse(await Plans.TextAsync("latest.json"))!["version"]!);
        Assert.Contains("v4/index.html", await Plans.TextAsync("index.html"), StringComparison.Ordinal);
        Assert.Contains("/v4</id>", await Plans.TextAsync("feed.atom"), StringComparison.Ordinal);
        Assert.Equal(json, await Plans.TextAsync("v4/plan.json"));
        Assert.Equal(95, (await Plans.FilesAsync()).Count);
    }

    [Fact]
    public async Task A_version_finished_late_says_what_its_json_says_and_not_what_is_on_record_by_then()
    {
        AppStorage storage = cycle.Story.App.Service<AppStorage>();
        string[] files = ["v1/index.html", "v1/plan.csv"];
        string[] first = [await Plans.TextAsync(files[0]), await Plans.TextAsync(files[1])];
        foreach (string file in files)
            await storage.Plans.GetBlobClient($"testland-2031/{file}").DeleteAsync(cancellationToken: Cancellation);

        await ActivatorUtilities.CreateInstance<PublicationActivities>(cycle.Story.App.Host.Services).PublishPlan(new("testland-2031", "plan"), Cancellation);

        string[] again = [await Plans.TextAsync(files[0]), await Plans.TextAsync(files[1])];
        Assert.Equal(first, again);
    }

    private static JsonNode Recommendation(JsonNode plan, string key) =>
        plan["clusters"]!.AsArray().SelectMany(c => c!["recommendations"]!.AsArray()).Single(r => (string)r!["key"]! == key)!;
}
