using System.Text.Json.Nodes;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Api;

[Collection(nameof(RunningApp))]
public sealed class DecisionTests(RunningApp app, AzuriteFixture azurite)
{
    private const string Decisions = "cycles/testland-2031/decisions";

    [Theory]
    [InlineData("""{}""", "/decision")]
    [InlineData("""{"decision":"dither"}""", "/decision")]
    [InlineData("""{"decision":"close-round"}""", "/round")]
    [InlineData("""{"decision":"close-round","round":"consultation"}""", "/round")]
    [InlineData("""{"decision":"close-round","round":"no-such-round"}""", "/round")]
    [InlineData("""{"decision":"close-round","round":"workshop-invitation","id":"No Slug"}""", "/id")]
    [InlineData("""{"decision":"extend-round","round":"workshop-invitation"}""", "/closes")]
    [InlineData("""{"decision":"extend-round","round":"workshop-invitation","closes":"2031-01-07T00:00:00Z"}""", "/closes")]
    [InlineData("""{"decision":"extend-round","round":"plan-review","closes":"2031-03-07T00:00:00Z"}""", "/round")]
    [InlineData("""{"decision":"postpone","to":"2031-02-01T09:00"}""", "/step")]
    [InlineData("""{"decision":"postpone","step":"plan-review","to":"2031-02-01T09:00"}""", "/step")]
    [InlineData("""{"decision":"postpone","step":"consultation"}""", "/to")]
    [InlineData("""{"decision":"postpone","step":"consultation","to":"2031-02-01"}""", "/to")]
    [InlineData("""{"decision":"postpone","step":"consultation","to":"2030-01-01T09:00"}""", "/to")]
    [InlineData("""{"decision":"postpone","step":"progress-1","to":"2031-02-20T09:00"}""", "/to")]
    [InlineData("""{"decision":"move-meeting","place":"Library"}""", "/meeting")]
    [InlineData("""{"decision":"move-meeting","meeting":"workshop"}""", "")]
    [InlineData("""{"decision":"move-meeting","meeting":"workshop","starts":"soon"}""", "/starts")]
    [InlineData("""{"decision":"move-meeting","meeting":"workshop","starts":"2030-01-01T09:00"}""", "/starts")]
    [InlineData("""{"decision":"move-meeting","meeting":"workshop","ends":"2030-01-01T09:00"}""", "/ends")]
    [InlineData("""{"decision":"cancel-meeting","meeting":"lunch"}""", "/meeting")]
    [InlineData("""{"decision":"assign","recommendation":"99","organisation":"Children First"}""", "/recommendation")]
    [InlineData("""{"decision":"assign","recommendation":"11","organisation":"Nobody we know"}""", "/organisation")]
    public async Task A_decision_that_can_not_be_carried_out_says_why(string body, string pointer)
    {
        IReadOnlyList<string> before = await app.EverythingStoredAsync();

        (int status, JsonNode problem) = await app.PostAsync(Decisions, JsonNode.Parse(body)!);

        Assert.Equal(400, status);
        Assert.Contains(problem["errors"]!.AsArray(), e => (string)e!["pointer"]! == pointer);
        Assert.Equal(before, await app.EverythingStoredAsync());
    }

    [Theory]
    [InlineData("""{"decision":"postpone","step":"workshop-invitation","to":"2031-12-01T09:00"}""", "extend-round")]
    [InlineData("""{"decision":"move-meeting","meeting":"workshop","starts":"2031-12-01T09:00"}""", "use postpone")]
    [InlineData("""{"decision":"cancel-meeting","meeting":"monitoring-workshop"}""", "Nobody has been invited")]
    public async Task A_decision_that_comes_too_late_or_too_early_says_what_to_do_instead(string body, string says)
    {
        IReadOnlyList<string> before = await app.EverythingStoredAsync();

        (int status, JsonNode problem) = await app.PostAsync(Decisions, JsonNode.Parse(body)!);

        Assert.Equal(409, status);
        Assert.Contains(says, (string)problem["title"]!, StringComparison.Ordinal);
        Assert.Equal(before, await app.EverythingStoredAsync());
    }

    [Theory]
    [InlineData("""{"decision":""", "")]
    [InlineData("""{"decision":"close-round","wish":1}""", "/wish")]
    [InlineData("""{"decision":"extend-round","closes":"soon"}""", "/closes")]
    public async Task What_is_not_a_decision_is_a_problem_that_points_there(string body, string pointer)
    {
        using StringContent content = new(body, System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await app.Coordinator.PostAsync(Decisions, content, TestContext.Current.CancellationToken);

        JsonNode problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(400, (int)response.StatusCode);
        Assert.StartsWith(pointer, (string)problem["errors"]![0]!["pointer"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_for_an_unknown_cycle_is_not_found() =>
        Assert.Equal(404, (await app.PostAsync("cycles/nowhere/decisions", new JsonObject())).Status);

    [Fact]
    public async Task The_same_decision_sent_again_is_one_and_another_under_its_id_is_a_conflict()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);

        await story.Coordinator.DecideAsync(Extend(9));
        await story.Time.SettleAsync();
        await story.Coordinator.DecideAsync(Extend(9));
        using HttpResponseMessage other = await story.Coordinator.TryDecideAsync(Extend(9.1));
        using HttpResponseMessage unnamed = await story.Coordinator.TryDecideAsync(new() { ["decision"] = "close-round", ["round"] = "workshop-invitation", ["id"] = "more-time" });

        Assert.Equal((409, 409), ((int)other.StatusCode, (int)unnamed.StatusCode));
        Assert.Single(await story.Coordinator.JournalAsync(), e => e.Event == JournalEvents.RoundExtended);
        RoundReport round = await story.Coordinator.RoundAsync("workshop-invitation");
        Assert.Equal(("open", Schedule.Day(9)), (round.State, round.Closes));
    }

    [Fact]
    public async Task A_closed_round_takes_no_decision()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);
        await story.Coordinator.CloseAsync("workshop-invitation");
        await story.Time.SettleAsync();

        using HttpResponseMessage again = await story.Coordinator.TryDecideAsync(new() { ["decision"] = "close-round", ["round"] = "workshop-invitation" });
        using HttpResponseMessage approve = await story.Coordinator.TryDecideAsync(new() { ["decision"] = "approve-plan" });

        Assert.Equal((409, 409), ((int)again.StatusCode, (int)approve.StatusCode));
    }

    [Fact]
    public async Task The_plan_is_published_when_it_is_approved_with_those_whom_the_coordinator_assigned()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Consultation.Closes);
        await story.Coordinator.ApproveAsync();
        await story.GoToDayAsync(Schedule.Responsibility.Opens);
        Assert.Contains((await story.Coordinator.ReportAsync()).Waiting, w => w is { What: "assign", For: "coordinator", Count: 6 });
        Assert.Null((await story.Coordinator.ReportAsync()).Plan);

        await story.Coordinator.DecideAsync(new() { ["decision"] = "assign", ["recommendation"] = "11", ["organisation"] = "children  first", ["note"] = "By telephone" });
        await story.Coordinator.DecideAsync(new() { ["decision"] = "approve-plan" });
        await story.Time.SettleAsync();

        Assert.Equal(1, (await story.Coordinator.ReportAsync()).Plan!.Version);
        JsonNode plan = JsonNode.Parse(await story.Plans.TextAsync("v1/plan.json"))!;
        JsonNode first = plan["clusters"]!.AsArray().SelectMany(c => c!["recommendations"]!.AsArray()).Single(r => (string)r!["key"]! == "11")!;
        Assert.Equal(("Children First", "assigned"), ((string)first["responsible"]!, (string)first["responsibilityState"]!));
        Assert.DoesNotContain("By telephone", plan.ToJsonString(), StringComparison.Ordinal);
    }

    private static JsonObject Extend(double day) => new()
    {
        ["id"] = "more-time",
        ["decision"] = "extend-round",
        ["round"] = "workshop-invitation",
        ["closes"] = Schedule.Instant(Schedule.Day(day)),
    };
}
