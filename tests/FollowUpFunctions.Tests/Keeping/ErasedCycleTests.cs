using System.Text.Json.Nodes;
using FollowUp.Domain.Publication;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Keeping;

[Collection(nameof(ErasedCycle))]
public sealed class ErasedCycleTests(ErasedCycle erased)
{
    private static readonly string[] exports =
        ["", "/journal", "/plan", "/translations", "/groups", "/attendance", "/letters", "/bounces", "/recommendations", "/stakeholders", "/rounds/consultation/answers", "/rounds/workshop-invitation/answers", "/people/ministry/export", "/archive"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PublicReader Plans => erased.Story.Plans;

    [Fact]
    public async Task No_trace_is_left_in_any_table_file_mail_history_or_log()
    {
        Assert.All(ErasedCycle.Words, word => Assert.Contains(erased.FoundBefore, f => f.Contains(word, StringComparison.Ordinal)));
        Assert.True(erased.FoundBefore.Count > 30, "They were hardly anywhere: the test looks in the wrong place.");

        IReadOnlyList<string> found = await erased.FoundAsync();

        TestContext.Current.TestOutputHelper!.WriteLine($"{erased.FoundBefore.Count} places before; {erased.Logs.Looks} texts looked at.");
        Assert.Empty(found);
        Assert.Empty(erased.Logs.Logged);
    }

    [Fact]
    public async Task The_plan_is_whole_and_the_organisation_and_what_it_said_stay()
    {
        JsonNode before = JsonNode.Parse(erased.PlanBefore)!;
        JsonNode after = JsonNode.Parse(await Plans.TextAsync("v5/plan.json"))!;

        Assert.Equal(5, (int)after["version"]!);
        foreach (string changing in new[] { "version", "publishedAt", "changes" })
        {
            before.AsObject().Remove(changing);
            after.AsObject().Remove(changing);
        }

        Assert.Equal(before.ToJsonString().Replace(ErasedCycle.Visitor, Discretion.Removed, StringComparison.Ordinal), after.ToJsonString());
        Assert.Contains("Children First", after.ToJsonString(), StringComparison.Ordinal);
        string items = await erased.Story.App.Coordinator.GetStringAsync($"cycles/{erased.Story.Cycle}/plan", Cancellation);
        JsonArray then = JsonNode.Parse(erased.ItemsBefore)!.AsArray();
        JsonArray now = JsonNode.Parse(items)!.AsArray();
        Assert.Equal(then.Select(Shape), now.Select(Shape));
    }

    [Fact]
    public async Task A_version_that_named_somebody_is_a_notice_in_every_form_and_the_newest_takes_its_place()
    {
        Assert.Equal([2, 3, 4], erased.Reports[2].Replaced);
        Assert.Equal(5, erased.Reports[2].NewVersion);
        Assert.Equal(5, (int)JsonNode.Parse(await Plans.TextAsync("latest.json"))!["version"]!);
        Assert.Empty(erased.Reports[0].Replaced);
        Assert.Contains("v5/index.html", await Plans.TextAsync("index.html"), StringComparison.Ordinal);
        Assert.Contains("This version was replaced", await Plans.TextAsync("v4/index.html"), StringComparison.Ordinal);
        Assert.Contains("កំណែនេះត្រូវបានជំនួស", await Plans.TextAsync("v4/index.km.html"), StringComparison.Ordinal);
        Assert.Equal("personal-data-erased", (string)JsonNode.Parse(await Plans.TextAsync("v3/plan.json"))!["replaced"]!);
        foreach (string file in new[] { "v2/plan.csv", "v3/plan.xlsx", "v4/plan.en.docx" })
        {
            using HttpResponseMessage response = await Plans.GetAsync(file);
            BinaryData content = new(await response.Content.ReadAsByteArrayAsync(Cancellation));
            Assert.Contains(FileTexts.Of(file, content), t => t.Text.Contains("This version was replaced", StringComparison.Ordinal));
            Assert.Contains("max-age=60", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("was replaced", await Plans.TextAsync("v1/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_can_still_be_read()
    {
        foreach (string export in exports)
        {
            using HttpResponseMessage response = await erased.Story.Coordinator.GetAsync($"cycles/{erased.Story.Cycle}{export}");
            Assert.True(response.IsSuccessStatusCode, $"{export}: {await response.Content.ReadAsStringAsync(Cancellation)}");
        }

        using HttpResponseMessage gone = await erased.Story.Coordinator.GetAsync($"cycles/{erased.Story.Cycle}/people/{Party.Ngo.Id}/export");
        Assert.Equal(404, (int)gone.StatusCode);
    }

    [Fact]
    public async Task The_journal_tells_that_somebody_was_erased_and_not_who()
    {
        JournalEntry[] told = [.. (await erased.Story.Coordinator.JournalAsync()).Where(e => e.Event == JournalEvents.PersonErased)];

        Assert.Equal(erased.Reports.Select(r => r.Id).Order(StringComparer.Ordinal), told.Select(e => e.Subject).Order(StringComparer.Ordinal));
        Assert.Contains(told, e => e.Detail == "v2, v3, v4 replaced");
    }

    [Fact]
    public async Task Asked_for_again_it_is_the_same_erasure_whose_words_are_forgotten()
    {
        FollowUpFunctions.Keeping.People.ErasureReport again = await erased.EraseAsync(new() { ["name"] = $" {ErasedCycle.Visitor} " });

        Assert.Equal((erased.Reports[2].Id, erased.Reports[2].At, 5), (again.Id, again.At, again.NewVersion));
        Assert.NotNull(again.ForgottenAt);
        Assert.Null(erased.Reports[2].ForgottenAt);
    }

    private static string Shape(JsonNode? item) => $"{item!["recommendation"]} {item["responsibility"]!["organisation"]} {item["actions"]!.AsArray().Count} {item["monitoring"]?.AsArray().Count} {item["progress"]?.AsArray().Count}";
}
