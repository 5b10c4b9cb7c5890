using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Reading;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Desk.Reading;

/// <summary>A cycle's meetings and rounds as lines, each with what can be decided about it now.</summary>
internal sealed class CalendarLines(CycleState state, DeskFrame frame, DateTimeOffset now)
{
    private const string Back = DeskSections.Calendar;

    private bool IsOver => state.IsOver;

    public IReadOnlyList<CalendarLine> Of(List<Round> rounds, CycleContents contents) =>
    [
        .. Meetings.All.Select(m => OfMeeting(m, Meetings.Find(state.Settings, m)!))
            .Concat(rounds.Select(OfRound))
            .Concat(Planned(rounds, contents).Select(p => NextSteps.IsPassed(p, rounds.Select(r => r.Window.Opens)) ? OfPassed(p) : OfPlanned(p)))
            .OrderBy(l => l.Begins)
            .ThenBy(l => l.Step, StringComparer.Ordinal),
    ];

    private IEnumerable<PlannedRound> Planned(List<Round> rounds, CycleContents contents) => IsOver ? [] : CycleStatus.Planned(state, rounds, contents, now).Concat(
        LetterDates.Planned(state.Settings)
            .Where(id => rounds.TrueForAll(r => r.Id != id))
            .Select(id => (Id: id, Window: LetterDates.Window(state.Settings, id)!))
            .Where(l => l.Window.Closes > now)
            .Select(l => new PlannedRound(l.Id, l.Window.Opens, l.Window.Closes)));

    private CalendarLine OfMeeting(string id, Meeting meeting)
    {
        StepState at = meeting.Cancelled ? StepState.Cancelled : meeting.Ends <= now ? StepState.Done : meeting.Starts <= now ? StepState.Now : StepState.ToCome;
        return new(id, at, meeting.Starts, meeting.Ends, meeting.Place, null, IsOver || at != StepState.ToCome ? [] :
        [
            Link("move-meeting", ("meeting", id)),
            Link("postpone", ("step", id)),
            Link("cancel-meeting", ("meeting", id)),
        ]);
    }

    private CalendarLine OfRound(Round round) =>
        new(round.Id, round.IsOpen ? StepState.Now : StepState.Done, round.OpenedAt ?? round.Window.Opens, round.ClosedAt ?? round.Window.Closes, null, frame.Page($"rounds/{round.Id}"), OfOpen(round, frame, Back))
        {
            Reminders = round.IsOpen ? [.. round.Window.Reminders.Skip(round.Reminded).Where(r => r > now)] : [],
        };

    /// <summary>What can be decided about a round; nothing about one that is over.</summary>
    public static IReadOnlyList<DeskLink> OfOpen(Round round, DeskFrame frame, string back) => !round.IsOpen ? [] :
    [
        .. round.Window.Closes is null ? Array.Empty<DeskLink>() : [new("extend-round", frame.Decide("extend-round", back, ("round", round.Id)))],
        // What children are told ends that round, not its being closed; a review ends with an approval.
        .. ChildrensRounds.IsTelling(round.Id) || RoundKinds.Find(round.Id)?.IsReview == true ? Array.Empty<DeskLink>() : [new("close-round", frame.Decide("close-round", back, ("round", round.Id)))],
    ];

    private static CalendarLine OfPassed(PlannedRound round) => new(round.Id, StepState.NotHeld, round.Opens, round.Closes, null, null, []);

    private CalendarLine OfPlanned(PlannedRound round) => new(round.Id, StepState.ToCome, round.Opens, round.Closes, null, null, IsOver ? [] :
    [
        .. CalendarSteps.Of(state.Settings.Calendar).Any(s => s.Id == round.Id) ? [Link("postpone", ("step", round.Id))] : Array.Empty<DeskLink>(),
        .. state.Settings.Calendar.Rounds.ContainsKey(round.Id) ? [Link("extend-round", ("round", round.Id))] : Array.Empty<DeskLink>(),
    ])
    {
        Reminders = state.Settings.Calendar.Rounds.GetValueOrDefault(round.Id)?.Reminders ?? [],
    };

    private DeskLink Link(string kind, params (string, string)[] given) => new(kind, frame.Decide(kind, Back, given));
}
