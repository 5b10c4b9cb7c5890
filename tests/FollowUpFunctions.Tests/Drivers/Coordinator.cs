using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.Domain.Plans;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Drivers;

/// <summary>Somebody in the secretariat, with the function key.</summary>
public sealed class Coordinator(TestApp app, string cycle)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task<HttpResponseMessage> StartAsync(JsonObject body) => PostAsync("cycles", body);

    public Task<HttpResponseMessage> PostAsync(string address, JsonNode body) => app.Coordinator.PostAsJsonAsync(address, body, Cancellation);

    public Task<HttpResponseMessage> GetAsync(string address) => app.Coordinator.GetAsync(address, Cancellation);

    public Task<CycleReport> ReportAsync() => app.ReportAsync(cycle);

    public async Task<RoundReport> RoundAsync(string round) => (await ReportAsync()).Rounds.Single(r => r.Id == round);

    public async Task<IReadOnlyList<JournalEntry>> JournalAsync() =>
        (await app.Coordinator.GetFromJsonAsync<List<JournalEntry>>($"cycles/{cycle}/journal", RowDocument.Json, Cancellation))!;

    public Task<HttpResponseMessage> TryDecideAsync(JsonObject decision) => PostAsync($"cycles/{cycle}/decisions", decision);

    public async Task DecideAsync(JsonObject decision)
    {
        using HttpResponseMessage response = await TryDecideAsync(decision);
        string answer = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, answer);
    }

    /// <summary>Approves the review that waits: of the draft, or of the plan.</summary>
    public Task ApproveAsync(string? round = null) => DecideAsync(new() { ["decision"] = "approve-plan", ["round"] = round });

    /// <summary>The plan as the coordinators see it.</summary>
    public async Task<PlanItem> ItemAsync(string recommendation) =>
        (await app.Coordinator.GetFromJsonAsync<List<PlanItem>>($"cycles/{cycle}/plan", RowDocument.Json, Cancellation))!.Single(i => i.Recommendation == recommendation);

    public Task CloseAsync(string round) => DecideAsync(new() { ["decision"] = "close-round", ["round"] = round });
}
