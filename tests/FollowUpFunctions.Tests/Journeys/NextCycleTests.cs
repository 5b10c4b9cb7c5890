using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Keeping.People;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Api;
using FollowUpFunctions.Tests.Builders;

namespace FollowUpFunctions.Tests.Journeys;

/// <summary>A cycle that follows another.</summary>
[Collection(nameof(RunningApp))]
public sealed class NextCycleTests(RunningApp app)
{
    private static readonly string[] _leftOut = ["country", "timeZone", "sourceLanguage", "languages", "coordinators", "coordinatorReminderEvery", "stakeholders", "translators", "children"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CyclesTable Cycles => app.Story.App.Cycles;

    [Fact]
    public async Task What_is_left_out_is_taken_over_and_whoever_opted_out_stays_out()
    {
        string previous = await BegunAsync();
        await Cycles.OptOutAsync(previous, Party.Ministry.Id, Cancellation);
        await app.Story.App.Service<StoppedAddresses>().AddAsync(previous, Party.Ngo.Email, new(app.Story.Time.Now, "bounce"), Cancellation);

        string next = await FollowedAsync(previous);

        CycleContents contents = await Cycles.ContentsAsync(next, Cancellation);
        Assert.Equal(previous, contents.Settings.PreviousCycle);
        Assert.Equal("Asia/Phnom_Penh", contents.Settings.TimeZone);
        Assert.Equal(Party.All.Select(p => p.Id).Order(), contents.Stakeholders.Select(s => s.Id).Order());
        Assert.Equal([Party.Ministry.Id], await Cycles.OptedOutAsync(next, Cancellation));
        Assert.Single(await app.Story.App.Service<StoppedAddresses>().ListAsync(next, Cancellation));

        await DecideAsync(next, new() { ["decision"] = "lift-opt-out", ["who"] = Party.Ministry.Id, ["note"] = "Asked for it in a letter." });
        Assert.Empty(await Cycles.OptedOutAsync(next, Cancellation));
    }

    [Fact]
    public async Task Whose_contact_was_erased_is_not_taken_over_and_that_is_said()
    {
        string previous = await BegunAsync();
        await app.Story.App.Service<ErasedContacts>().ForgetAsync(previous, [Party.Province.Id], Cancellation);

        JsonNode rehearsed = await AnswerAsync(await app.Story.Coordinator.PostAsync("cycles?dryRun=true", Following(previous)));

        Assert.Equal(Party.All.Count - 1, (int)rehearsed["previous"]!["stakeholders"]!);
        Assert.Contains(rehearsed["warnings"]!.AsArray(), w => w!.ToJsonString().Contains(Party.Province.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_left_open_is_proposed_confirmed_by_a_person_and_then_shown()
    {
        string previous = await BegunAsync();
        await DoneAsync(previous, "13");
        JsonObject body = Following(previous);
        body["recommendations"]![0]!["texts"]!["en"] = "Register all births free of charge, mobile registration included.";
        body["recommendations"]![1]!["texts"]!["en"] = "Ratify the third optional protocol.";
        body["recommendations"]![1]!["reiteratedFrom"] = "CRC/C/TST/CO/4, paras. 15 and 16";

        JsonNode rehearsed = (await AnswerAsync(await app.Story.Coordinator.PostAsync("cycles?dryRun=true", body)))["previous"]!;
        Assert.Equal(Party.All.Count, (int)rehearsed["stakeholders"]!);
        Assert.DoesNotContain("13", rehearsed["open"]!.AsArray().Select(o => (string?)o!["earlier"]));
        string next = await StartedAsync(body);

        JsonNode report = await ReportAsync(next);
        JsonNode births = Item(report, "11");
        Assert.Equal("proposed", (string?)births["state"]);
        Assert.Equal("11", (string?)births["proposals"]![0]!["recommendation"]);
        Assert.True((bool)Item(report, "15")["proposals"]![0]!["cited"]!);
        Assert.Equal("without-counterpart", (string?)Item(report, "14-a")["state"]);
        CycleReport status = await app.Story.App.ReportAsync(next);
        Assert.Contains(status.Waiting, w => w is { What: "confirm-reiteration", For: "coordinator" });
        Assert.Contains(status.Waiting, w => w is { What: "without-counterpart", For: "coordinator" });
        Assert.Empty((await DraftAsync(next)).Reiterates);

        await DecideAsync(next, new() { ["id"] = "births-1", ["decision"] = "confirm-reiteration", ["recommendation"] = "11", ["earlier"] = "11" });
        Assert.Equal("confirmed", (string?)Item(await ReportAsync(next), "11")["state"]);
        Assert.Equal(new(previous, "11", "CRC/C/TST/CO/4 ¶11", null), Assert.Single((await DraftAsync(next)).Reiterates));

        await DecideAsync(next, new() { ["id"] = "births-2", ["decision"] = "refuse-reiteration", ["recommendation"] = "11", ["earlier"] = "11" });
        Assert.Empty((await DraftAsync(next)).Reiterates);
        Assert.Null((await DraftAsync(next)).ReiteratedFrom);
    }

    [Theory]
    [InlineData("nowhere", "There is no cycle")]
    [InlineData("itself", "can't follow itself")]
    public async Task A_cycle_that_is_not_there_can_not_be_followed(string previous, string said)
    {
        JsonObject body = Following(previous);
        if (previous == "itself")
            body["previousCycle"] = (string?)body["id"];

        using HttpResponseMessage response = await app.Story.Coordinator.StartAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        string problem = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("/previousCycle", problem, StringComparison.Ordinal);
        Assert.Contains(said, problem.Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private async Task<string> BegunAsync()
    {
        JsonObject body = app.NewCycle();
        body["recommendations"]![0]!["texts"]!["en"] = "Ensure that all births are registered, and issue birth certificates free of charge.";
        body["recommendations"]![3]!["texts"]!["en"] = "Build playgrounds in towns.";
        return await StartedAsync(body);
    }

    private async Task<string> FollowedAsync(string previous) => await StartedAsync(Following(previous));

    private JsonObject Following(string previous)
    {
        JsonObject body = app.NewCycle();
        foreach (string member in _leftOut)
            body.Remove(member);
        body["previousCycle"] = previous;
        body["symbol"] = "CRC/C/TST/CO/5";
        return body;
    }

    private async Task<string> StartedAsync(JsonObject body) => (string)(await AnswerAsync(await app.Story.Coordinator.StartAsync(body)))["id"]!;

    private Task DoneAsync(string cycle, string recommendation) => Cycles.WriteItemsAsync(
        cycle,
        [PlanItem.Empty(recommendation) with
        {
            Progress =
            [
                new("progress-1", "under-way", "government", "Ministry of Children", null, null, null, new($"progress-1~a@{recommendation}", StakeholderCategory.Ministry)),
                new("progress-2", "done", "government", "Ministry of Children", null, null, null, new($"progress-2~a@{recommendation}", StakeholderCategory.Ministry)),
            ],
        }],
        Cancellation);

    private async Task DecideAsync(string cycle, JsonObject decision) => await AnswerAsync(await app.Story.Coordinator.PostAsync($"cycles/{cycle}/decisions", decision));

    private async Task<JsonNode> ReportAsync(string cycle) => JsonNode.Parse(await app.Coordinator.GetStringAsync($"cycles/{cycle}/reiterations", Cancellation))!;

    private async Task<PublishedRecommendation> DraftAsync(string cycle) =>
        (await app.Story.App.Service<PlanComposer>().DraftAsync(cycle, app.Story.Time.Now, Cancellation)).Clusters.SelectMany(c => c.Recommendations).Single(r => r.Key == "11");

    private static JsonNode Item(JsonNode report, string earlier) => report["items"]!.AsArray().Single(i => (string?)i!["earlier"] == earlier)!;

    private static async Task<JsonNode> AnswerAsync(HttpResponseMessage response)
    {
        string answer = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, answer);
        return JsonNode.Parse(answer)!;
    }
}
