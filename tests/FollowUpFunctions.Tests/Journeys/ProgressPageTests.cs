using System.Text.Json;
using System.Xml.Linq;
using FollowUp.Domain.Publication;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;

namespace FollowUpFunctions.Tests.Journeys;

[Collection(nameof(PublishedCycle))]
public sealed class ProgressPageTests(PublishedCycle cycle)
{
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task From_the_first_progress_round_on_each_version_says_where_it_stands_in_every_form_and_language()
    {
        string[] files = [.. (await cycle.Story.Plans.FilesAsync()).Where(f => f.Contains("progress", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

        string[] each = ["progress.csv", "progress.html", "progress.json", "progress.km.html", "progress.schema.json"];
        Assert.Equal([.. each.Select(f => $"v3/{f}"), .. each.Select(f => $"v4/{f}")], files);
    }

    [Fact]
    public async Task It_tells_how_it_was_and_how_it_is()
    {
        PublishedProgress progress = JsonSerializer.Deserialize<PublishedProgress>(await cycle.Story.Plans.TextAsync("v4/progress.json"), PublicationJson.Options)!;

        Assert.Equal([(3, "progress-1"), (4, "progress-2")], progress.OverTime.Select(p => (p.Version, p.Round)));
        Assert.True(progress.OverTime[0].Tallies[0].Counts["under-way"] > 0);
        Assert.True(progress.OverTime[1].Tallies[0].Counts["done"] > 0);
        Assert.Contains("../v3/progress.km.html#n-government-under-way", await cycle.Story.Plans.TextAsync("v4/progress.km.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_the_index_and_the_pointer_lead_there()
    {
        Assert.Contains("href=\"progress.km.html\"", await cycle.Story.Plans.TextAsync("v4/index.km.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"v4/progress.html\"", await cycle.Story.Plans.TextAsync("index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("progress.html", await cycle.Story.Plans.TextAsync("v2/index.html"), StringComparison.Ordinal);
        using JsonDocument latest = JsonDocument.Parse(await cycle.Story.Plans.TextAsync("latest.json"));
        Assert.EndsWith("/v4/progress.html", latest.RootElement.GetProperty("progress").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_tells_of_all_that_was_published_the_newest_first_and_its_links_lead_there()
    {
        using HttpResponseMessage response = await cycle.Story.Plans.GetAsync("feed.atom");
        XElement feed = XElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType!.MediaType);
        XElement[] entries = [.. feed.Elements(_atom + "entry")];
        Assert.Equal(["closing-report", "v4", "v3", "v2", "v1", "commitments"], entries.Select(e => e.Element(_atom + "id")!.Value.Split('/')[^1]));
        Assert.All(entries, e => Assert.StartsWith("tag:", e.Element(_atom + "id")!.Value, StringComparison.Ordinal));
        Assert.Contains("reports: Done", entries[1].Value, StringComparison.Ordinal);
        string home = cycle.Story.Plans.Address("").ToString();
        foreach (string link in entries.Elements(_atom + "link").Select(l => l.Attribute("href")!.Value))
        {
            Assert.StartsWith(home, link, StringComparison.Ordinal);
            using HttpResponseMessage there = await cycle.Story.Plans.GetAsync(link[home.Length..]);
            Assert.True(there.IsSuccessStatusCode, link);
        }
    }

    [Fact]
    public async Task The_closing_report_is_published_before_the_cycle_ends_and_the_coordinators_get_its_address_in_their_language()
    {
        string[] files = [.. (await cycle.Story.Plans.FilesAsync()).Where(f => f.StartsWith("closing-report/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        Assert.Equal(
            ["closing-report.en.docx", "closing-report.km.docx", "index.html", "index.km.html", "plan.json", "plan.schema.json"], files.Select(f => f["closing-report/".Length..]));

        Letter letter = Assert.Single(await cycle.Story.Mails.ReadAsync("plan-review", "closing-report"));
        Assert.Equal(Schedule.CoordinatorEmail, letter.To);
        Assert.Contains("/closing-report/index.html", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/draft", letter.Text, StringComparison.Ordinal);

        string page = await cycle.Story.Plans.TextAsync("closing-report/index.html");
        Assert.All(new[] { "11", "12-a", "13", "14-a", "15", "16-a" }, key => Assert.Contains($"id=\"r-{key}\"", page, StringComparison.Ordinal));
        Assert.Contains("Visit ten schools", page, StringComparison.Ordinal);
        Assert.Contains("href=\"closing-report/index.html\"", await cycle.Story.Plans.TextAsync("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cycle_s_own_key_opens_the_report_as_it_stands_in_the_language_asked_for()
    {
        string khmer = await ReadAsync("closing-report.html?lang=km");
        string other = await ReadAsync("closing-report.html?lang=xx");

        Assert.Contains("<html lang=\"km\"", khmer, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", other, StringComparison.Ordinal);
        Assert.Contains("noindex", khmer, StringComparison.Ordinal);
    }

    private async Task<string> ReadAsync(string report)
    {
        using HttpResponseMessage response = await cycle.Story.Coordinator.GetAsync($"cycles/{cycle.Story.Cycle}/{report}");
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
