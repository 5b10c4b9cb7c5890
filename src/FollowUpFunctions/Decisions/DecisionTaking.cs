using FollowUpFunctions.Mail;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FollowUpFunctions.Decisions;

/// <summary>
/// A decision is written first, then carried out, then the orchestrations are told. Whatever dies between, the sweeper carries out again what is on
/// record and not marked as carried out: doing so twice changes nothing.
/// </summary>
public sealed partial class DecisionTaking(
    IEnumerable<DecisionKind> kinds, DecisionsTable onRecord, MeetingNotices notices, JournalTable journal, TimeProvider clock, ILogger<DecisionTaking> logger)
{
    private readonly Dictionary<string, DecisionKind> _kinds = kinds.ToDictionary(k => k.Name);

    public IReadOnlyCollection<string> Kinds => _kinds.Keys;

    public DecisionKind? Kind(string? name) => name is null ? null : _kinds.GetValueOrDefault(name);

    public async Task TakeAsync(DurableTaskClient durable, string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        await onRecord.AddAsync(cycle, decision, cancellation);
        await CarryOutAsync(durable, cycle, decision, cancellation);
    }

    public async Task CarryOutAsync(DurableTaskClient durable, string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        DecisionKind kind = _kinds[decision.Kind];
        await journal.WriteAsync(cycle, new(kind.JournalEvent, decision.At, kind.Subject(decision), kind.Detail(decision)), cancellation);
        IReadOnlyList<string> rounds = await kind.CarryOutAsync(cycle, decision, cancellation);
        await notices.StartAsync(durable, cycle, cancellation);
        await onRecord.MarkCarriedOutAsync(cycle, decision.Id, clock.GetUtcNow(), cancellation);
        await TellAsync(durable, cycle, rounds, cancellation);
    }

    /// <summary>Tells those rounds of a cycle whose orchestrations are there; the others have nothing to be told.</summary>
    public async Task TellAsync(DurableTaskClient durable, string cycle, IReadOnlyList<string> rounds, CancellationToken cancellation)
    {
        foreach (RoundRef round in rounds.Select(r => new RoundRef(cycle, r)))
        {
            if (rounds.Count == 1 || await durable.GetInstanceAsync(round.InstanceId, cancellation: cancellation) is { IsCompleted: false })
                await TellAsync(durable, round, cancellation);
        }
    }

    /// <summary>Tells a round's orchestration to look at its row; one that is not there is told by the sweeper later.</summary>
    public async Task TellAsync(DurableTaskClient durable, RoundRef round, CancellationToken cancellation)
    {
        try
        {
            await durable.RaiseEventAsync(round.InstanceId, RoundEvents.Changed, cancellation: cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.NotTold(logger, round.Cycle, round.Round, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The round {Round} of cycle {Cycle} could not be told of a change; the sweeper will tell it.")]
        public static partial void NotTold(ILogger logger, string cycle, string round, Exception exception);
    }
}
