using System.Net;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Tests.Runbook;

/// <summary>Drill: an orchestration stands still. All of the cycle's instances are ended, and the cycle goes on from the tables.</summary>
public sealed class StuckInstanceTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cycle_whose_instances_were_all_terminated_is_restarted_and_nobody_is_asked_twice()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);
        DurableTaskClient durable = story.App.Host.Durable;
        int mails = (await story.Mails.ReadAsync()).Count;

        // The cycle's own instance alone is not enough: its round still runs under an id that the next one needs.
        await durable.TerminateInstanceAsync($"cycle-{story.Cycle}", "stuck", Cancellation);
        await story.Time.SettleAsync();
        Assert.Contains(await RunningAsync(durable, story.Cycle), id => id.StartsWith("round-", StringComparison.Ordinal));
        foreach (string id in await RunningAsync(durable, story.Cycle))
            await durable.TerminateInstanceAsync(id, "stuck", Cancellation);
        await story.Time.SettleAsync();
        Assert.Empty(await RunningAsync(durable, story.Cycle));

        using HttpResponseMessage restarted = await story.Coordinator.PostAsync($"cycles/{story.Cycle}/restart", new System.Text.Json.Nodes.JsonObject());
        await story.Time.SettleAsync();

        Assert.Equal(HttpStatusCode.Accepted, restarted.StatusCode);
        Assert.Equal(mails, (await story.Mails.ReadAsync()).Count);
        Assert.Equal("open", (await story.Coordinator.RoundAsync("workshop-invitation")).State);
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Closes + 0.1);
        Assert.Equal(("closed", 2), ((await story.Coordinator.RoundAsync("workshop-invitation")).State, (await story.Coordinator.RoundAsync("workshop-invitation")).Reminders));
    }

    private static async Task<IReadOnlyList<string>> RunningAsync(DurableTaskClient durable, string cycle)
    {
        List<string> running = [];
        foreach (string prefix in new[] { $"cycle-{cycle}", $"children-{cycle}", $"round-{cycle}-", $"meeting-{cycle}-" })
        {
            await foreach (OrchestrationMetadata instance in durable.GetAllInstancesAsync(new() { InstanceIdPrefix = prefix }))
            {
                if (!instance.IsCompleted)
                    running.Add(instance.InstanceId);
            }
        }

        return running;
    }
}
