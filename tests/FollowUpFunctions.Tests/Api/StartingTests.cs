using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Api;

[Collection(nameof(RunningApp))]
public sealed class StartingTests(RunningApp app, AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_cycle_is_accepted_with_an_address_that_answers()
    {
        JsonObject body = app.NewCycle();

        using HttpResponseMessage response = await app.Coordinator.PostAsJsonAsync("cycles", body, Cancellation);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.StartsWith(app.Story.App.Address.ToString(), response.Headers.Location!.ToString(), StringComparison.Ordinal);
        JsonNode status = (await app.Coordinator.GetFromJsonAsync<JsonNode>(response.Headers.Location, Cancellation))!;
        Assert.Equal((string)body["id"]!, (string)status["id"]!);
    }

    [Fact]
    public async Task The_status_tells_phase_rounds_answers_by_category_and_what_waits_for_whom()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);

        JsonNode status = (await story.App.Coordinator.GetFromJsonAsync<JsonNode>("cycles/testland-2031", Cancellation))!;

        Assert.Equal("Dissemination", (string)status["phase"]!);
        JsonNode round = Assert.Single(status["rounds"]!.AsArray())!;
        Assert.Equal(("workshop-invitation", "open"), ((string)round["id"]!, (string)round["state"]!));
        Assert.Equal((5, 0, 0, 5), ((int)round["invited"]!, (int)round["answered"]!, (int)round["late"]!, (int)round["outstanding"]!));
        Assert.Equal(1, (int)round["categories"]!["children-and-youth"]!["invited"]!);
        Assert.Contains(status["waiting"]!.AsArray(), w => (string)w!["what"]! == "workshop-invitation" && (string)w["for"]! == "ministry" && (int)w["count"]! == 1);
        Assert.Equal("commitments", (string)status["planned"]![0]!["id"]!);
        Assert.DoesNotContain(status["planned"]!.AsArray(), r => (string)r!["id"]! == "workshop-invitation");
    }

    [Fact]
    public async Task An_id_in_use_is_a_conflict()
    {
        (int status, JsonNode problem) = await app.PostAsync("cycles", app.NewCycle() is { } body && (body["id"] = "testland-2031") is not null ? body : throw new InvalidOperationException());

        Assert.Equal(409, status);
        Assert.Contains("testland-2031", (string)problem["title"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_and_nothing_is_written()
    {
        IReadOnlyList<string> before = await app.EverythingStoredAsync();
        JsonObject body = app.NewCycle();
        body["id"] = "Not a slug";
        body["timeZone"] = "Mars/Olympus";
        body["calendar"]!["rounds"]!["consultation"]!["closes"] = Schedule.Instant(Schedule.Day(3));
        body["stakeholders"]![1]!["email"] = "nobody";
        body["recommendations"]![2]!["cluster"] = 12;
        body["surprise"] = true;

        (int status, JsonNode problem) = await app.PostAsync("cycles", body);

        Assert.Equal(400, status);
        string[] pointers = [.. problem["errors"]!.AsArray().Select(e => (string)e!["pointer"]!)];
        Assert.Superset(
            new HashSet<string> { "/id", "/timeZone", "/calendar/rounds/consultation/closes", "/stakeholders/1/email", "/recommendations/2/cluster", "/surprise" },
            pointers.ToHashSet());
        Assert.All(problem["errors"]!.AsArray(), e => Assert.EndsWith(".", (string)e!["detail"]!, StringComparison.Ordinal));
        Assert.Equal(before, await app.EverythingStoredAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task A_body_that_is_no_cycle_is_a_problem(string body)
    {
        using StringContent content = new(body, System.Text.Encoding.UTF8, "application/json");

        using HttpResponseMessage response = await app.Coordinator.PostAsync("cycles", content, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("cycles/nowhere")]
    [InlineData("cycles/nowhere/journal")]
    [InlineData("cycles/nowhere/plan")]
    [InlineData("cycles/Not%20a%20slug")]
    public async Task An_unknown_cycle_is_not_found(string address)
    {
        using HttpResponseMessage response = await app.Coordinator.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_running_cycle_is_not_restarted()
    {
        (int running, _) = await app.PostAsync("cycles/testland-2031/restart", new JsonObject());
        (int unknown, _) = await app.PostAsync("cycles/nowhere/restart", new JsonObject());

        Assert.Equal((409, 404), (running, unknown));
    }

    [Theory]
    [InlineData("POST", "cycles")]
    [InlineData("GET", "cycles/testland-2031")]
    [InlineData("GET", "cycles/testland-2031/journal")]
    [InlineData("GET", "cycles/testland-2031/plan")]
    [InlineData("POST", "cycles/testland-2031/decisions")]
    [InlineData("POST", "cycles/testland-2031/restart")]
    public async Task Without_the_function_key_nothing_is_told(string method, string address)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), address);
        using HttpRequestMessage wrong = new(new HttpMethod(method), address + "?code=guessed");

        using HttpResponseMessage without = await app.Anybody.SendAsync(request, Cancellation);
        using HttpResponseMessage guessed = await app.Anybody.SendAsync(wrong, Cancellation);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (without.StatusCode, guessed.StatusCode));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        using ByteArrayContent content = new(new byte[25_000_001]);

        using HttpResponseMessage response = await app.Coordinator.PostAsync("cycles", content, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }
}
