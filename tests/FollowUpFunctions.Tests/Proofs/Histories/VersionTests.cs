using FollowUpFunctions.Advocacy;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Proofs.Histories.Recording;
using LocalHost.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Tests.Proofs.Histories;

/// <summary>How a shipped orchestrator is changed: docs/decisions/0049.</summary>
public sealed class VersionTests(AzuriteFixture azurite)
{
    private static readonly Replay next =
        new([typeof(NextVersion.Branched), .. typeof(FollowUpApp).Assembly.GetTypes().Where(t => t != typeof(AdvocacyOrchestrator))]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_step_behind_the_version_leaves_every_old_instance_as_it_was() =>
        Assert.Empty(GoldenHistory.All.Where(h => h.Version == "1.0").SelectMany(next.Faults));

    [Theory]
    [InlineData("1.0", "AreLettersPlanned")]
    [InlineData("1.1", "RecordReplies")]
    [InlineData("1.10", "RecordReplies")]
    [InlineData(null, "AreLettersPlanned")]
    public void A_new_instance_takes_the_steps_of_the_version_that_it_begins_with(string? version, string first)
    {
        IReadOnlyList<HistoryEvent> turn = next.Begin(new(SampleCycle.Starts, nameof(AdvocacyOrchestrator), "\"testland-2031\"", Version: version));

        Assert.Equal(first, Assert.Single(turn.OfType<TaskScheduled>()).Name);
    }

    [Fact]
    public async Task An_instance_keeps_its_version_over_a_deployment_and_what_it_starts_afterwards_has_the_new_one()
    {
        TestAppOptions options = new() { Functions = [typeof(NextVersion.Parent), typeof(NextVersion.Child)], Durable = new() { DefaultVersion = "1.0" } };
        await using TestApp app = await TestApp.StartAsync(azurite, options);
        await app.Host.Durable.ScheduleNewOrchestrationInstanceAsync("VersionedParent", null, new StartOrchestrationOptions("parent"), Cancellation);

        await app.StopAsync();
        await app.StartAgainAsync(o => o with { Durable = new() { DefaultVersion = "1.1" } });
        await app.Host.Durable.RaiseEventAsync("parent", "GoOn", null, Cancellation);

        OrchestrationMetadata end = await app.Host.Durable.WaitForInstanceCompletionAsync("parent", true, Cancellation);
        Assert.Equal("\"parent 1.0, child 1.1\"", end.SerializedOutput);
    }

    [Fact]
    public void The_version_of_host_json_has_its_histories()
    {
        Assert.Contains(Recorder.Version, GoldenHistory.All.Select(h => h.Version));
    }
}
