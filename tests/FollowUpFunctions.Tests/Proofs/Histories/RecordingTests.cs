using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Proofs.Histories.Recording;

namespace FollowUpFunctions.Tests.Proofs.Histories;

/// <summary>
/// Where golden histories come from. With UPDATE_HISTORIES=1 all are recorded anew, for the version in host.json; those of earlier versions are
/// left alone.
/// </summary>
public sealed class RecordingTests(AzuriteFixture azurite)
{
    private static readonly bool update = Environment.GetEnvironmentVariable("UPDATE_HISTORIES") == "1";

    [Fact]
    public async Task What_the_running_app_did_is_recorded_and_replays()
    {
        Recorder recorder = new();
        RecordedCycles cycles = new(azurite, recorder);
        await (update
            ? Task.WhenAll(cycles.AnsweredAsync(), cycles.SilenceAsync(), cycles.ChangedAsync(), cycles.CancelledAsync(), cycles.RestartedAsync())
            : cycles.ChangedAsync());

        Assert.NotEmpty(recorder.Histories);
        Assert.Empty(recorder.Histories.SelectMany(Replay.App.Faults));
        foreach (GoldenHistory history in recorder.Histories.Where(_ => update))
            history.Write();
    }
}
