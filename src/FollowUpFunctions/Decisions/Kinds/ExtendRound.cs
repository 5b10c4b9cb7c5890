using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Decisions.Calendars;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>
/// Gives a round more time: one that is open, or one that the calendar has and that has not opened. What follows an open round opens when its turn
/// comes; of one that has not opened the calendar must stay in order.
/// </summary>
public sealed class ExtendRound(CyclesTable cycles) : DecisionKind
{
    public override string Name => "extend-round";

    public override string JournalEvent => JournalEvents.RoundExtended;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        RoundWindow? window = Window(asked, view);
        if (window is null)
            yield return new("/round", "Name a round that has opened or is in the calendar, such as consultation.");
        if (asked.Closes is null || asked.Closes <= view.Now || asked.Closes <= window?.Closes)
            yield return new("/closes", "Give the new end: an instant with its offset, later than now and than the end so far.");
    }

    public override string? Hindrance(DecisionRequest asked, DecisionView view)
    {
        if (view.Round(asked.Round) is { } round)
            return round.IsOpen ? null : $"The round {asked.Round} is not open.";
        return new CalendarView(view).Disorder(Extended(view.Settings, asked.Round!, asked.Closes!.Value).Calendar) is { } disorder
            ? $"{disorder} Postpone what comes after it first."
            : null;
    }

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) =>
        new(id, Name, view.Now, asked.Round, asked.Closes, Note: asked.Note);

    public override string Subject(DecisionOnRecord decision) => decision.Round!;

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        RoundRef reference = new(cycle, decision.Round!);
        if (await cycles.Rounds.FindAsync(reference, cancellation) is null)
        {
            await cycles.ChangeSettingsAsync(
                cycle, settings => settings.Changed(decision.Id, before => Extended(before, decision.Round!, decision.Closes!.Value)), cancellation);
        }

        // Also where there was no round a moment ago: one that opened meanwhile may have read the calendar before it changed.
        Round? now = await cycles.Rounds.ChangeAsync(
            reference,
            round => round.IsOpen && decision.Closes > round.Window.Closes ? round with { Window = round.Window with { Closes = decision.Closes } } : round,
            cancellation);
        return now is { IsOpen: true } ? [now.Id] : [];
    }

    private static RoundWindow? Window(DecisionRequest asked, DecisionView view) =>
        view.Round(asked.Round)?.Window ?? (asked.Round is null ? null : view.Settings.Calendar.Rounds.GetValueOrDefault(asked.Round));

    private static CycleSettings Extended(CycleSettings settings, string round, DateTimeOffset closes)
    {
        Calendar calendar = settings.Calendar;
        RoundWindow window = calendar.Rounds[round];
        return window.Closes >= closes
            ? settings
            : settings with { Calendar = calendar with { Rounds = new Dictionary<string, RoundWindow>(calendar.Rounds) { [round] = window with { Closes = closes } } } };
    }
}
