using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Progress;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>
/// Ends a cycle where it stands: nothing more is asked, mailed or published, and open rounds close without a result. Only those who were invited to
/// a meeting that has not begun are told that it won't. What was published stays.
/// </summary>
public sealed class CancelCycle(CyclesTable cycles) : DecisionKind
{
    public override string Name => "cancel-cycle";

    public override string JournalEvent => JournalEvents.CycleCancelled;

    /// <summary>The rounds whose orchestrations may run and have something to learn: all that can come and are not over.</summary>
    public static IReadOnlyList<string> Rounds(CycleSettings settings, IReadOnlyList<Round> onRecord) =>
    [
        .. RoundKinds.All.Where(k => k != RoundKinds.Progress && !k.ComesAgain).Select(k => k.Id)
            .Concat(settings.ProgressRounds)
            .Concat(LetterDates.Planned(settings))
            .Concat(onRecord.Select(r => r.Id).Where(id => DueRounds.Day(id) is not null))
            .Concat(settings.Cancelled is { } cancelled ? ProgressDates.Possible(settings, cancelled.At) : [])
            .Distinct()
            .Where(id => onRecord.FirstOrDefault(r => r.Id == id) is null or { ClosedAt: null } or { ClosedBy: ClosedBy.Cancellation }),
    ];

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view) => [];

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) => new(id, Name, view.Now, Note: asked.Note);

    public override string Subject(DecisionOnRecord decision) => "cycle";

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        CycleSettings settings = await cycles.ChangeSettingsAsync(cycle, now => now.Changed(decision.Id, before => Cancelled(before, decision)), cancellation);
        List<Round> rounds = await cycles.Rounds.ListAsync(cycle, cancellation);
        foreach (Round round in rounds.Where(r => r.IsOpen))
            await cycles.Rounds.ChangeAsync(new(cycle, round.Id), r => r.CancelledAt(decision.At), cancellation);
        return Rounds(settings, rounds);
    }

    private static CycleSettings Cancelled(CycleSettings settings, DecisionOnRecord decision)
    {
        foreach (string meeting in Meetings.All)
            settings = Meetings.Change(settings, meeting, m => m.Cancelled || m.Starts <= decision.At ? m : m.Became(m with { Cancelled = true }, decision.At));
        return settings with { Cancelled = settings.Cancelled ?? new(decision.At, decision.Note) };
    }
}
