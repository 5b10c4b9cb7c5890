using LocalHost.Durable.Storage;

namespace LocalHost.Durable.Instances;

/// <summary>Something that has come in for an instance.</summary>
/// <param name="ExecutionId">The one execution that it is meant for, or null for whichever runs.</param>
/// <param name="Slot">Where it is stored until it has been received, when another instance sent it.</param>
/// <param name="Received">Completes when the message is durable, or fails with why it was refused.</param>
internal sealed record Message(
    HistoryEvent Event, string? ExecutionId = null, MessageSlot? Slot = null, TaskCompletionSource? Received = null)
{
    /// <summary>The id was made up just now, so no instance can have it.</summary>
    public bool IsForNewId { get; init; }

    public bool IsControl => Event is ExecutionStarted or Purge or Wake;
}

/// <summary>Deletes the instance if it has ended.</summary>
internal sealed record Purge(DateTimeOffset At, TaskCompletionSource<bool> Purged) : HistoryEvent(At);

/// <summary>Takes up an instance where the last process left it.</summary>
internal sealed record Wake(DateTimeOffset At) : HistoryEvent(At);
