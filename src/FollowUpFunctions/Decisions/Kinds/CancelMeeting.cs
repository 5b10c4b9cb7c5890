using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Decisions.Calendars;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>
/// Calls a meeting off to which people were invited; the cycle goes on without it. The invitation, if it is still open, closes: nobody need say
/// any more whether they come. The groups are formed of those who would have come, and are asked by mail.
/// </summary>
public sealed class CancelMeeting(CyclesTable cycles) : DecisionKind
{
    public override string Name => "cancel-meeting";

    public override string JournalEvent => JournalEvents.MeetingCancelled;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        if (Meetings.Find(view.Settings, asked.Meeting) is null)
            yield return new("/meeting", $"Name a meeting: {CalendarSteps.Workshop} or {CalendarSteps.MonitoringWorkshop}.");
    }

    public override string? Hindrance(DecisionRequest asked, DecisionView view) =>
        new CalendarView(view).WhyFixed(asked.Meeting!)
        ?? (view.Round(Meetings.InvitationTo(asked.Meeting!)) is null
            ? $"Nobody has been invited to the {CalendarView.Name(asked.Meeting!)} yet, and its invitation asks who comes: postpone it, or cancel the cycle."
            : null);

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) =>
        new(id, Name, view.Now, Note: asked.Note) { Meeting = new(asked.Meeting ?? "") };

    public override string Subject(DecisionOnRecord decision) => decision.Meeting!.Id;

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        string meeting = decision.Meeting!.Id;
        await cycles.ChangeSettingsAsync(
            cycle,
            settings => settings.Changed(decision.Id, before => Meetings.Change(before, meeting, m => m.Became(m with { Cancelled = true }, decision.At))),
            cancellation);
        Round? invitation = await cycles.Rounds.ChangeAsync(
            new(cycle, Meetings.InvitationTo(meeting)),
            round => round.IsOpen ? round with { CloseDecision = round.CloseDecision ?? decision.Id } : round,
            cancellation);
        return invitation is { IsOpen: true } ? [invitation.Id] : [];
    }
}
