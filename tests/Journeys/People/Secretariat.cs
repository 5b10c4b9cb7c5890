using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Journeys.Host;

namespace Journeys.People;

/// <summary>Somebody in the secretariat, with the function key.</summary>
public sealed class Secretariat(HttpClient http, string cycle)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<Answer> GetAsync(string path = "") => await Answer.OfAsync(await http.GetAsync($"cycles/{cycle}{path}", Cancellation));

    public async Task<Answer> PostAsync(string path, JsonObject body) => await Answer.OfAsync(await http.PostAsJsonAsync($"cycles/{cycle}{path}", body, Cancellation));

    public async Task<JsonNode> StatusAsync()
    {
        Answer answer = await GetAsync();
        Assert.True(answer.Status == HttpStatusCode.OK, $"The status of {cycle} is not told: {(int)answer.Status} {answer.Text}");
        return answer.Json;
    }

    /// <summary>A round that has opened; null before.</summary>
    public async Task<JsonNode?> RoundAsync(string round) =>
        (await StatusAsync())["rounds"]!.AsArray().SingleOrDefault(r => (string)r!["id"]! == round);

    /// <summary>The events of the journal with what they are about.</summary>
    public async Task<IReadOnlyList<(string Event, string Subject)>> JournalAsync() =>
        [.. (await GetAsync("/journal")).Json.AsArray().Select(e => ((string)e!["event"]!, (string)e["subject"]!))];

    public Task<Answer> TryDecideAsync(JsonObject decision) => PostAsync("/decisions", decision);

    public async Task DecideAsync(JsonObject decision)
    {
        string asked = decision.ToJsonString();
        Answer answer = await TryDecideAsync(decision);
        Assert.True((int)answer.Status is >= 200 and < 300, $"{asked} was refused: {(int)answer.Status} {answer.Text}");
    }

    /// <summary>Waits until a round is open.</summary>
    public Task<JsonNode> OpenAsync(string round) => Wait.ForAsync(
        $"the round {round} of {cycle} to open",
        async () =>
        {
            JsonNode? there = await RoundAsync(round);
            Assert.True(there is null || (string)there["state"]! == "open", $"The round {round} of {cycle} was over before anybody came: the host is slow, set JOURNEY_PACE to more.");
            return there;
        });

    /// <summary>Waits until a round is open and gives it all the time that its people may take, whatever the calendar says.</summary>
    public async Task GiveTimeAsync(string round)
    {
        await OpenAsync(round);
        await ExtendAsync(round, DateTimeOffset.UtcNow.AddHours(1));
    }

    public Task ExtendAsync(string round, DateTimeOffset closes) => DecideAsync(new()
    {
        ["decision"] = "extend-round",
        ["round"] = round,
        ["closes"] = closes.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    });

    /// <summary>Ends a round by decision, and waits until it has ended.</summary>
    public async Task<JsonNode> CloseAsync(string round)
    {
        await DecideAsync(new() { ["decision"] = "close-round", ["round"] = round });
        return await ClosedAsync(round);
    }

    /// <summary>Waits until a review is open, and approves it.</summary>
    public async Task ApproveAsync(string round)
    {
        await OpenAsync(round);
        await DecideAsync(new() { ["decision"] = "approve-plan", ["round"] = round });
        await ClosedAsync(round);
    }

    public Task<JsonNode> ClosedAsync(string round) => Wait.ForAsync(
        $"the round {round} of {cycle} to close",
        async () => await RoundAsync(round) is { } there && (string)there["state"]! == "closed" ? there : null);

    /// <summary>Waits until a version of the plan is published; gives its public address.</summary>
    public async Task<string> PublishedAsync(int version) => (string)(await Wait.ForAsync(
        $"version {version} of the plan of {cycle}",
        async () => (await StatusAsync())["plan"] is { } plan && (int)plan["version"]! >= version ? plan : null))["address"]!;

    public Task<JsonNode> EndedAsync() => Wait.ForAsync(
        $"the end of {cycle}",
        async () => await StatusAsync() is { } status && status["endedAt"] is not null ? status : null);
}
