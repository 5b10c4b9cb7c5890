using System.Runtime.InteropServices;

namespace LocalHost.Cli;

/// <summary>Ctrl-C or SIGTERM, once: it asks for a clean stop. The second one has the system's own effect.</summary>
public sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource asked = new();
    private readonly TaskCompletionSource stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] registrations;

    public StopSignals() => registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask),
    ];

    public CancellationToken Token => asked.Token;

    public Task Asked => stop.Task;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations)
            registration.Dispose();
        asked.Dispose();
    }

    private void Ask(PosixSignalContext signal)
    {
        signal.Cancel = !asked.IsCancellationRequested;
        asked.Cancel();
        stop.TrySetResult();
    }
}
