using FollowUp.Domain.Cycles;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Decisions.Calendars;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>
/// Moves a step of the calendar, and all that comes after it, to a later time. Rounds that wait for their opening ask for it again when the old
/// time comes, so nobody need be told; those invited to a meeting that moves are.
/// </summary>
public sealed class Postpone(CyclesTable cycles) : DecisionKind
{
    public const string Kind = "postpone";

    public override string Name => Kind;

    public override string JournalEvent => JournalEvents.CalendarPostponed;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        CalendarStep? step = asked.Step is null ? null : CalendarSteps.Find(view.Settings.Calendar, asked.Step);
        if (step is null)
            yield return new("/step", $"Name what is postponed: one of {string.Join(", ", Steps(view.Settings.Calendar))}.");
        ZoneClock clock = new CalendarView(view).Clock;
        if (asked.To is null || clock.Read(asked.To, null) is not { } to)
            yield return new("/to", "Say when it begins instead: a local time like 2030-01-14T08:30, or an instant with its offset.");
        else if (to <= view.Now)
            yield return new("/to", $"This is in the past: it is {clock.Show(view.Now)} there now. Give a later time.");
        else if (to <= step?.Begins)
            yield return new("/to", $"The {CalendarView.Name(step.Id)} begins at {clock.Show(step.Begins)}: give a later time; a meeting alone is brought forward with move-meeting.");
    }

    public override string? Hindrance(DecisionRequest asked, DecisionView view)
    {
        CalendarView calendar = new(view);
        return calendar.WhyFixed(asked.Step!)
            ?? calendar.Disorder(Postponement.Postponed(
                view.Settings.Calendar, asked.Step!, calendar.Clock.Read(asked.To!, null)!.Value, calendar.Zone, calendar.Begun, view.Now));
    }

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) => new(id, Name, view.Now, Note: asked.Note)
    {
        Step = asked.Step,
        To = asked.To is { } to ? new CalendarView(view).Clock.Read(to, null) : null,
    };

    public override string Subject(DecisionOnRecord decision) => decision.Step!;

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        List<FollowUp.Domain.Rounds.Round> rounds = await cycles.Rounds.ListAsync(cycle, cancellation);
        await cycles.ChangeSettingsAsync(
            cycle,
            settings => settings.Changed(decision.Id, before =>
            {
                CalendarView view = new(before, rounds, decision.At);
                return before with
                {
                    Calendar = Postponement.Postponed(before.Calendar, decision.Step!, decision.To!.Value, view.Zone, view.Begun, decision.At),
                };
            }),
            cancellation);
        return [];
    }

    private static IEnumerable<string> Steps(Calendar calendar) =>
        calendar.Rounds.Keys.Append(CalendarSteps.Workshop).Append(CalendarSteps.MonitoringWorkshop)
            .OrderBy(id => CalendarSteps.Find(calendar, id)!.Begins);
}
