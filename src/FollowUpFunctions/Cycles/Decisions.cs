using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FollowUpFunctions.Cycles;

/// <summary>
/// A decision is written first, then carried out, then the orchestration is told. Whatever dies between, the sweeper carries out again what is on
/// record: doing so twice changes nothing.
/// </summary>
public sealed partial class Decisions(CyclesTable cycles, JournalTable journal, ILogger<Decisions> logger)
{
    public const string CloseRound = "close-round";
    public const string ExtendRound = "extend-round";
    public const string ApprovePlan = "approve-plan";
    public const string Assign = "assign";

    public static IReadOnlyList<string> Kinds { get; } = [CloseRound, ExtendRound, ApprovePlan, Assign];

    public async Task TakeAsync(DurableTaskClient durable, string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        await cycles.AddDecisionAsync(cycle, decision, cancellation);
        if (await CarryOutAsync(cycle, decision, cancellation))
            await TellAsync(durable, new(cycle, decision.Round!), cancellation);
    }

    /// <summary>Brings a decision into the round that it is about.</summary>
    /// <returns>Whether the round is open, so that its orchestration should look: also where the decision was brought in before.</returns>
    public async Task<bool> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        await journal.WriteAsync(cycle, new(Event(decision.Kind), decision.At, decision.Round ?? decision.Recommendation!, decision.Id), cancellation);
        if (decision.Round is null)
            return false;
        Round? now = await cycles.ChangeRoundAsync(
            new(cycle, decision.Round),
            round => !round.IsOpen ? round
                : decision.Kind != ExtendRound ? round with { CloseDecision = round.CloseDecision ?? decision.Id }
                : decision.Closes > round.Window.Closes ? round with { Window = round.Window with { Closes = decision.Closes } }
                : round,
            cancellation);
        return now is { IsOpen: true };
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

    private static string Event(string kind) => kind switch
    {
        CloseRound => JournalEvents.RoundCloseDecided,
        ExtendRound => JournalEvents.RoundExtended,
        ApprovePlan => JournalEvents.PlanApproved,
        _ => JournalEvents.ResponsibilityAssigned,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The round {Round} of cycle {Cycle} could not be told of a change; the sweeper will tell it.")]
        public static partial void NotTold(ILogger logger, string cycle, string round, Exception exception);
    }
}
