using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Drivers;

namespace FollowUpFunctions.Tests.Journeys;

/// <summary>What holds for every file that the public reads, and for the addresses that stay.</summary>
[Collection(nameof(PublishedCycle))]
public sealed class PublishedFilesTests(PublishedCycle cycle)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PublicReader Plans => cycle.Story.Plans;

    [Fact]
    public async Task Every_file_says_what_it_is_and_how_long_it_stays_and_every_page_carries_its_policy()
    {
        foreach (string path in await Plans.FilesAsync())
        {
            using HttpResponseMessage response = await Plans.GetAsync(path);
            string type = response.Content.Headers.ContentType!.ToString();
            bool stays = path.StartsWith('v') || path.StartsWith("commitments/", StringComparison.Ordinal) || path.StartsWith("closing-report/", StringComparison.Ordinal);
            Assert.Equal(path[(path.LastIndexOf('.') + 1)..] switch
            {
                "html" => ContentTypes.Html,
                "csv" => ContentTypes.Csv,
                "xlsx" => ContentTypes.Xlsx,
                "docx" => ContentTypes.Word,
                "atom" => ContentTypes.Atom,
                "jsonld" => ContentTypes.JsonLd,
                _ => path == "latest.json" ? "application/json" : ContentTypes.Json,
            }, type);
            Assert.Equal((stays, stays ? TimeSpan.FromDays(365) : TimeSpan.FromMinutes(1)), (response.Headers.CacheControl!.ToString().Contains("immutable", StringComparison.Ordinal), response.Headers.CacheControl.MaxAge!.Value));
            if (type != ContentTypes.Html)
                continue;
            using IHtmlDocument page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Cancellation));
            string policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;
            Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
            string? asks = page.QuerySelector("form")?.GetAttribute("action");
            Assert.Contains(asks is null ? "form-action 'none'" : $"form-action {new Uri(asks).GetLeftPart(UriPartial.Authority)};", policy, StringComparison.Ordinal);
            Assert.All(page.QuerySelectorAll("script"), s => Assert.NotNull(JsonNode.Parse(s.TextContent)));
        }
    }

    [Fact]
    public async Task A_recommendation_keeps_its_address_and_its_page_tells_the_newest_and_how_it_came_to_it()
    {
        string page = await Plans.TextAsync("recommendations/11.html");

        Assert.All(new[] { "Print the observations in Khmer", "Visit ten schools", "Ministry of Children", "Version 1,", "Version 2,", "Version 3,", "Version 4,", "reports: Done" }, said => Assert.Contains(said, page, StringComparison.Ordinal));
        Assert.Contains("href=\"../v3/index.html#r-11\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"r-11\"", await Plans.TextAsync("v3/index.html"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"km\"", await Plans.TextAsync("recommendations/11.km.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"../recommendations/11.km.html\"", await Plans.TextAsync("v4/index.km.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_has_changed_is_written_again_and_what_is_wrong_is_healed()
    {
        PublicIndex index = cycle.Story.App.Service<PublicIndex>();
        AppStorage storage = cycle.Story.App.Service<AppStorage>();
        CycleState state = (await cycle.Story.App.Cycles.FindAsync(cycle.Story.Cycle, Cancellation))!;
        await index.WriteAsync(state.Settings, Cancellation);
        Dictionary<string, string> before = await TagsAsync(storage);
        string was = await Plans.TextAsync("recommendations/13.html");
        await cycle.Story.App.Service<PlanFiles>().WriteOverAsync("testland-2031/recommendations/13.html", "an older page", ContentTypes.Html, Cancellation);

        await index.WriteAsync(state.Settings, Cancellation);

        Dictionary<string, string> after = await TagsAsync(storage);
        Assert.Equal(12, after.Count);
        Assert.Equal(["testland-2031/recommendations/13.html"], after.Where(f => before[f.Key] != f.Value).Select(f => f.Key));
        Assert.Equal(was, await Plans.TextAsync("recommendations/13.html"));
    }

    [Fact]
    public async Task The_catalogue_leads_to_files_that_are_there()
    {
        JsonNode catalog = JsonNode.Parse(await Plans.TextAsync("catalog.jsonld"))!;

        Assert.Equal(["4", "3", "2", "1"], catalog["dcat:dataset"]!.AsArray().Select(d => (string)d!["dcat:version"]!));
        foreach (string address in catalog["dcat:dataset"]!.AsArray().SelectMany(d => d!["dcat:distribution"]!.AsArray()).Select(d => (string)d!["dcat:downloadURL"]!["@id"]!))
        {
            using HttpResponseMessage response = await cycle.Story.App.Anybody.GetAsync(new Uri(address), Cancellation);
            Assert.True(response.IsSuccessStatusCode, address);
        }
    }

    private static async Task<Dictionary<string, string>> TagsAsync(AppStorage storage)
    {
        Dictionary<string, string> tags = [];
        await foreach (BlobItem blob in storage.Plans.GetBlobsAsync(BlobTraits.None, BlobStates.None, "testland-2031/recommendations/", Cancellation))
            tags[blob.Name] = blob.Properties.ETag.ToString()!;
        return tags;
    }
}
