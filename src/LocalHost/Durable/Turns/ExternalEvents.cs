using Microsoft.DurableTask;

namespace LocalHost.Durable.Turns;

/// <summary>
/// Who waits for which event, and which events came before anybody waited. An event goes to the newest waiter of its name, even if that waiter
/// was cancelled, and is then gone. That loses events in careless code, and it is on purpose: the real SDK does precisely this, and this engine
/// is the bench on which our orchestrators are tested.
/// </summary>
internal sealed class ExternalEvents(DataConverter converter)
{
    private readonly Dictionary<string, Stack<Waiter>> waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Queue<EventRaised>> unread = new(StringComparer.OrdinalIgnoreCase);

    public bool AnybodyWaits => waiters.Values.Any(stack => stack.Any(waiter => !waiter.IsOver));

    /// <summary>Events that nobody read, by name and in the order in which they came.</summary>
    public IEnumerable<EventRaised> Unread => unread.Values.SelectMany(queue => queue);

    public Task<T> WaitAsync<T>(string name, CancellationToken cancellation)
    {
        Stack<Waiter> stack = waiters.TryGetValue(name, out Stack<Waiter>? known) ? known : waiters[name] = new();
        if (stack.TryPeek(out Waiter? other) && other.EventType != typeof(T))
            throw new ArgumentException(
                $"Waiters for the same event must ask for the same type: '{name}' is awaited as {other.EventType.FullName}, and now as {typeof(T).FullName}.");
        Waiter<T> waiter = new();
        stack.Push(waiter);
        if (unread.TryGetValue(name, out Queue<EventRaised>? queue))
        {
            EventRaised raised = queue.Dequeue();
            if (queue.Count == 0)
                unread.Remove(name);
            Deliver(raised);
        }

        cancellation.UnsafeRegister(_ => waiter.TrySetCanceled(cancellation), null);
        return waiter.Task;
    }

    public void Deliver(EventRaised raised)
    {
        if (waiters.TryGetValue(raised.Name, out Stack<Waiter>? stack) && stack.TryPop(out Waiter? newest))
        {
            newest.Read(raised, converter);
            return;
        }

        if (!unread.TryGetValue(raised.Name, out Queue<EventRaised>? queue))
            unread[raised.Name] = queue = new();
        queue.Enqueue(raised);
    }

    private abstract class Waiter
    {
        public abstract Type EventType { get; }

        public abstract bool IsOver { get; }

        public abstract void Read(EventRaised raised, DataConverter converter);
    }

    private sealed class Waiter<T> : Waiter
    {
        private readonly TaskCompletionSource<T> source = new();

        public override Type EventType => typeof(T);

        public override bool IsOver => source.Task.IsCompleted;

        public Task<T> Task => source.Task;

        public void TrySetCanceled(CancellationToken cancellation) => source.TrySetCanceled(cancellation);

        public override void Read(EventRaised raised, DataConverter converter) => source.TrySetResult(converter.Deserialize<T>(raised.Payload)!);
    }
}
