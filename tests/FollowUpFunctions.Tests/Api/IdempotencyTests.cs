using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Api;

[Collection(nameof(RunningApp))]
public sealed class IdempotencyTests(RunningApp app, AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_repeated_key_and_body_gives_the_first_answer_and_begins_one_cycle()
    {
        JsonObject body = app.NewCycle();

        (int first, string begun, Uri? at) = await PostAsync(body, "\"one\"");
        (int again, string same, Uri? there) = await PostAsync(body, "one");

        Assert.Equal((202, 202), (first, again));
        Assert.Equal((begun, at), (same, there));
        JsonNode journal = JsonNode.Parse(await app.Coordinator.GetStringAsync($"cycles/{body["id"]}/journal", Cancellation))!;
        Assert.Single(journal.AsArray(), e => (string)e!["event"]! == JournalEvents.CycleStarted);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused_and_begins_nothing()
    {
        JsonObject body = app.NewCycle();
        JsonObject other = app.NewCycle();
        await PostAsync(body, "two");

        (int status, string problem, _) = await PostAsync(other, "two");

        Assert.Equal(422, status);
        Assert.Contains("another body", problem, StringComparison.Ordinal);
        Assert.Null(await app.Story.App.Cycles.FindAsync((string)other["id"]!, Cancellation));
    }

    [Fact]
    public async Task Of_two_at_once_one_begins_the_cycle_and_the_other_hears_so()
    {
        JsonObject body = app.NewCycle();

        (int Status, string Body, Uri?)[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostAsync(body, "three")));

        Assert.Contains(answers, a => a.Status == 202);
        Assert.All(answers, a => Assert.True(a.Status is 202 or 409, a.Body));
        Assert.Equal(202, (await PostAsync(body, "three")).Status);
    }

    [Fact]
    public async Task Bad_input_binds_no_key_so_it_can_be_mended_and_sent_again()
    {
        JsonObject body = app.NewCycle();
        JsonNode zone = body["timeZone"]!.DeepClone();
        body["timeZone"] = "Mars/Olympus";
        (int bad, _, _) = await PostAsync(body, "four");
        body["timeZone"] = zone;

        (int mended, _, _) = await PostAsync(body, "four");

        Assert.Equal((400, 202), (bad, mended));
    }

    [Fact]
    public async Task A_key_that_meets_an_id_in_use_is_given_back()
    {
        JsonObject body = app.NewCycle();
        body["id"] = "testland-2031";
        (int inUse, _, _) = await PostAsync(body, "five");
        JsonObject other = app.NewCycle();

        (int status, _, _) = await PostAsync(other, "five");

        Assert.Equal((409, 202), (inUse, status));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("a\\b")]
    [InlineData("longer")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        (int status, _, _) = await PostAsync(app.NewCycle(), key == "longer" ? new string('k', 256) : key);

        Assert.Equal(400, status);
    }

    [Fact]
    public async Task When_the_calendar_is_past_a_repeated_key_still_gives_the_first_answer_and_an_id_in_use_is_still_a_conflict()
    {
        await using Story story = await Story.BeginAsync(azurite);
        JsonObject body = new CycleBuilder { Id = "second" }.Build();
        (int first, string begun, _) = await PostAsync(story.App.Coordinator, body, "key");
        await story.GoToDayAsync(Schedule.Consultation.Opens);

        (int again, string same, _) = await PostAsync(story.App.Coordinator, body, "key");
        (int other, _, _) = await PostAsync(story.App.Coordinator, body, null);

        Assert.Equal((202, 202, 409), (first, again, other));
        Assert.Equal(begun, same);
    }

    [Fact]
    public async Task A_key_whose_worker_died_can_be_taken_up_after_a_while_and_finds_the_cycle_it_left()
    {
        await using Story story = await Story.BeginAsync(azurite);
        IdempotencyKeys keys = story.App.Service<IdempotencyKeys>();
        JsonObject body = new CycleBuilder { Id = "second" }.Build();
        string fingerprint = new Upload(new Dictionary<string, byte[]> { ["cycle"] = System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()) }).Fingerprint;
        Assert.True(await keys.ClaimAsync("key", fingerprint, Cancellation));

        (int busy, string why, _) = await PostAsync(story.App.Coordinator, body, "key");
        await story.Time.GoToAsync(story.Time.Now + IdempotencyKeys.Patience);
        (int taken, _, _) = await PostAsync(story.App.Coordinator, body, "key");

        Assert.Equal((409, 202), (busy, taken));
        Assert.Contains("is being worked on", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weekend_warns_and_refuses_nothing()
    {
        JsonObject body = app.NewCycle();
        DateTimeOffset saturday = Enumerable.Range(8, 7).Select(d => Schedule.Day(d)).First(d => d.AddHours(7).DayOfWeek == DayOfWeek.Saturday);
        body["calendar"]!["workshop"]!["starts"] = Schedule.Instant(saturday);
        body["calendar"]!["workshop"]!["ends"] = Schedule.Instant(saturday.AddHours(5));
        body["calendar"]!["rounds"]!["commitments"]!["opens"] = Schedule.Instant(saturday.AddHours(6));

        (int status, string answer, _) = await PostAsync(body, null);

        Assert.Equal(202, status);
        JsonNode warning = Assert.Single(JsonNode.Parse(answer)!["warnings"]!.AsArray(), w => (string)w!["pointer"]! == "/calendar/workshop/starts")!;
        Assert.Contains("Saturday", (string)warning["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rehearsal_says_what_would_begin_and_writes_nothing()
    {
        IReadOnlyList<string> before = await app.EverythingStoredAsync();
        using StringContent content = new(app.NewCycle().ToJsonString());

        using HttpResponseMessage response = await app.Coordinator.PostAsync("cycles?dryRun=true", content, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        JsonNode rehearsed = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal((6, 5), ((int)rehearsed["recommendations"]!, (int)rehearsed["stakeholders"]!));
        Assert.Equal(before, await app.EverythingStoredAsync());
    }

    private Task<(int Status, string Body, Uri? Location)> PostAsync(JsonObject body, string? key) => PostAsync(app.Coordinator, body, key);

    private static async Task<(int Status, string Body, Uri? Location)> PostAsync(HttpClient coordinator, JsonObject body, string? key)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "cycles") { Content = new StringContent(body.ToJsonString()) };
        if (key is not null)
            request.Headers.TryAddWithoutValidation(IdempotencyKeyHeader.Name, key);
        using HttpResponseMessage response = await coordinator.SendAsync(request, Cancellation);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation), response.Headers.Location);
    }
}
