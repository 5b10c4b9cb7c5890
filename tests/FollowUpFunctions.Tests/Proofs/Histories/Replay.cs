using LocalHost.Durable;
using LocalHost.Durable.History;
using LocalHost.Durable.Turns;
using LocalHost.Functions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FollowUpFunctions.Tests.Proofs.Histories;

/// <summary>Gives orchestrators' code what it knew at the beginning of each turn of a history, and looks whether it goes on as it did then.</summary>
internal sealed class Replay(IEnumerable<Type> functions)
{
    private readonly IReadOnlyDictionary<string, OrchestratorFunction> code =
        new FunctionRunner(new ServiceCollection().BuildServiceProvider()).Durables(FunctionDiscovery.Find(functions)).Orchestrators;

    /// <summary>The app as it is.</summary>
    public static Replay App { get; } = new(typeof(FollowUpApp).Assembly.GetTypes());

    /// <summary>For each turn that the code takes otherwise than history has it, a sentence; the earliest first.</summary>
    public IEnumerable<string> Faults(GoldenHistory golden)
    {
        if (!code.TryGetValue(golden.Orchestrator, out OrchestratorFunction? orchestrator))
        {
            yield return $"{golden.Path}: there is no orchestrator named '{golden.Orchestrator}' any more.";
            yield break;
        }

        IReadOnlyList<HistoryEvent> events = golden.Events;
        string? status = null;
        for (int at = 0; at < events.Count; at++)
        {
            if (events[at] is CustomStatusSet set)
                status = set.Status;
            if (events[at] is not TurnStarted)
                continue;
            List<HistoryEvent> turn = Turn(events, at);
            List<HistoryEvent> taken = Take(golden, orchestrator, [.. events.Take(at)], turn, status);
            if (Difference(turn, taken) is { } difference)
                yield return $"{golden.Path}, the turn of {events[at].At:u} (line {at + 2}): {difference}";
        }
    }

    /// <summary>What the code does in the turn that these messages begin.</summary>
    public static IReadOnlyList<HistoryEvent> Take(
        string instance, OrchestratorFunction orchestrator, IReadOnlyList<HistoryEvent> prefix, IReadOnlyList<HistoryEvent> messages, DateTimeOffset now, string? status = null)
    {
        ExecutionStarted started = prefix.Concat(messages).OfType<ExecutionStarted>().First();
        return OrchestrationTurn.Run(instance, started, orchestrator, prefix, messages, now, status, NullLoggerFactory.Instance, () => { }).Events;
    }

    /// <summary>The first turn of a new instance.</summary>
    public IReadOnlyList<HistoryEvent> Begin(ExecutionStarted started) => Take("new", code[started.Name], [], [started], started.At);

    private static List<HistoryEvent> Take(
        GoldenHistory golden, OrchestratorFunction orchestrator, IReadOnlyList<HistoryEvent> prefix, List<HistoryEvent> turn, string? status) =>
        [.. Take(golden.Instance, orchestrator, prefix, [.. turn.Skip(1).TakeWhile(IsMessage)], turn[0].At, status)];

    private static List<HistoryEvent> Turn(IReadOnlyList<HistoryEvent> events, int at)
    {
        List<HistoryEvent> turn = [.. events.Skip(at).TakeWhile(e => e is not TurnCompleted)];
        int end = at + turn.Count;
        turn.Add(events[end]);
        if (end + 1 < events.Count && events[end + 1] is ExecutionCompleted or ExecutionFailed or ContinuedAsNew)
            turn.Add(events[end + 1]);
        return turn;
    }

    private static bool IsMessage(HistoryEvent e) => e is not (OrchestratorAction or TimerCancelled or CustomStatusSet or TurnCompleted);

    private static string? Difference(List<HistoryEvent> recorded, List<HistoryEvent> taken)
    {
        if (taken[^1] is ExecutionFailed failed)
            return failed.Failure.ErrorMessage;
        string[] then = [.. recorded.Select(HistoryJson.Write)];
        string[] now = [.. taken.Select(HistoryJson.Write)];
        int first = then.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return first == then.Length && first == now.Length
            ? null
            : $"history goes on with {then.ElementAtOrDefault(first) ?? "nothing"}, the code with {now.ElementAtOrDefault(first) ?? "nothing"}.";
    }
}
