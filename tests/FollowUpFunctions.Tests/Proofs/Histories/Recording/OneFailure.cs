using Azure;
using LocalHost.Durable;

namespace FollowUpFunctions.Tests.Proofs.Histories.Recording;

/// <summary>The first storage call of one step of an instance fails, once.</summary>
internal sealed class OneFailure(string instance, string step) : IEngineObserver
{
    private static readonly AsyncLocal<bool> within = new();
    private int failed;

    public void OnActivity(string instanceId, string name, int number) => within.Value = instanceId == instance && name == step;

    public Task OnTurnAsync(string instanceId, TurnMoment moment) => Task.CompletedTask;

    public void OnMessage(string instanceId) { }

    public Task OnCallAsync(bool before) => within.Value && Interlocked.Exchange(ref failed, 1) == 0
        ? throw new RequestFailedException("The storage did not answer.")
        : Task.CompletedTask;
}
