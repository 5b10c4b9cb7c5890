using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUpFunctions.Health;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Api;

[CollectionDefinition(nameof(RunningApp))]
public sealed class RunningAppGroup : ICollectionFixture<RunningApp>;

/// <summary>One app for tests of the API: a cycle whose first round is open. Tests don't move its clock by more than seconds, and start cycles of their own to change.</summary>
public sealed class RunningApp(AzuriteFixture azurite) : IAsyncLifetime
{
    private int made;

    public Story Story { get; private set; } = null!;

    public HttpClient Coordinator => Story.App.Coordinator;

    public HttpClient Anybody => Story.App.Anybody;

    public async ValueTask InitializeAsync()
    {
        Story = await Story.BeginAsync(azurite);
        await Story.GoToDayAsync(Schedule.WorkshopInvitation.Opens);
    }

    /// <summary>Asks another app, whose storage has gone away since it started.</summary>
    public async Task<HttpResponseMessage> WithoutStorageAsync(Func<HttpClient, Task<HttpResponseMessage>> ask)
    {
        bool gone = false;
        StorageTap tap = new(_ => Task.CompletedTask, _ => gone ? throw new Azure.RequestFailedException("The storage is gone.") : Task.CompletedTask);
        await using TestApp other = await TestApp.StartAsync(azurite, new() { Services = tap.Register, Functions = [typeof(HealthEndpoints)] });
        (await other.Anybody.GetAsync("health", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await other.RunToAsync(other.Host.Clock.GetUtcNow() + HealthCheck.Remembered);
        gone = true;
        HttpResponseMessage answer = await ask(other.Anybody);
        await answer.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        return answer;
    }

    /// <summary>A body that can be posted today, under an id that nobody has.</summary>
    public JsonObject NewCycle()
    {
        JsonObject body = new CycleBuilder { Id = $"other-{Interlocked.Increment(ref made)}" }.Build();
        body["calendar"]!["rounds"]!["workshop-invitation"]!["opens"] = Schedule.Instant(Schedule.Day(2));
        return body;
    }

    public async Task<(int Status, JsonNode Body)> PostAsync(string address, JsonNode body)
    {
        using HttpResponseMessage response = await Coordinator.PostAsJsonAsync(address, body, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, JsonNode.Parse(text)!);
    }

    /// <summary>All that is stored, once nobody is at work any more: cycles that other tests began may still be beginning.</summary>
    public async Task<IReadOnlyList<string>> EverythingStoredAsync()
    {
        await Story.Time.SettleAsync();
        return await Story.EverythingStoredAsync();
    }

    public ValueTask DisposeAsync() => Story.DisposeAsync();
}
