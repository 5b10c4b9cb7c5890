using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUpFunctions.Keeping.People;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FollowUpFunctions.Tests.Keeping;

[CollectionDefinition(nameof(ErasedCycle))]
public sealed class ErasedCycleGroup : ICollectionFixture<ErasedCycle>;

/// <summary>
/// A cycle that is over, from which three people were erased: a contact, somebody who was only announced for a meeting, and somebody whom the published
/// plan named. A witness has seen every log since its beginning.
/// </summary>
public sealed class ErasedCycle : IAsyncLifetime
{
    public const string Visitor = "Sokha Vannak";

    public static readonly string[] Words = [Party.Ngo.Contact, Party.Ngo.Email, PublishedCycle.Guest, Visitor];

    private readonly PublishedCycle published;

    public ErasedCycle(AzuriteFixture azurite)
    {
        published = new(azurite)
        {
            Visitors = $" with {Visitor}",
            Options = new()
            {
                Services = (services, _) => services.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs)),
            },
        };
    }

    public SaidWords Logs { get; } = new(Words);

    public Story Story => published.Story;

    public IReadOnlyList<ErasureReport> Reports { get; private set; } = [];

    /// <summary>What was published and on record before.</summary>
    public string PlanBefore { get; private set; } = "";

    public string ItemsBefore { get; private set; } = "";

    /// <summary>Words that stood somewhere before.</summary>
    public IReadOnlyList<string> FoundBefore { get; private set; } = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await published.InitializeAsync();
        PlanBefore = await Story.Plans.TextAsync("v4/plan.json");
        ItemsBefore = await Story.App.Coordinator.GetStringAsync($"cycles/{Story.Cycle}/plan", Cancellation);
        FoundBefore = await FoundAsync();
        Reports =
        [
            await EraseAsync(new() { ["who"] = Party.Ngo.Id }),
            await EraseAsync(new() { ["name"] = PublishedCycle.Guest }),
            await EraseAsync(new() { ["name"] = Visitor.ToUpperInvariant() }),
        ];
        await Story.GoToDayAsync(Schedule.SecondProgress.Closes + 2);
    }

    public async Task<ErasureReport> EraseAsync(JsonObject who)
    {
        using HttpResponseMessage response = await Story.Coordinator.PostAsync($"cycles/{Story.Cycle}/people/erase", who);
        string text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<ErasureReport>(text, RowDocument.Json)!;
    }

    /// <summary>Which of the words stand in any table, history or file, and where.</summary>
    public Task<IReadOnlyList<string>> FoundAsync() => Logs.StoredAsync(new(Story.App.Host.Services));

    public ValueTask DisposeAsync() => published.DisposeAsync();
}
