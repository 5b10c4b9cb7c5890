namespace LocalHost.Durable.Turns;

/// <summary>An orchestrator awaited something that is not in its history, so that no replay could answer it.</summary>
internal sealed class Trespass() : InvalidOperationException(Message)
{
    public new const string Message =
        "The orchestrator awaited a task that is not durable (such as Task.Delay, Task.Run, CancelAsync or an HTTP call), or used its context from another "
        + "thread. An orchestrator may only await what its context returns; everything else belongs in an activity.";
}
