using FollowUp.Domain.Cycles;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Decisions.Calendars;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>Gives one meeting another time, place or programme; nothing else in the calendar moves. All who were invited are told.</summary>
public sealed class MoveMeeting(CyclesTable cycles) : DecisionKind
{
    private const int LongestPlace = 300;
    private const int LongestProgramme = 10_000;

    public override string Name => "move-meeting";

    public override string JournalEvent => JournalEvents.MeetingMoved;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        Findings findings = new();
        ZoneClock clock = new CalendarView(view).Clock;
        Meeting? meeting = Meetings.Find(view.Settings, asked.Meeting);
        if (meeting is null)
            findings.Add("/meeting", $"Name a meeting: {CalendarSteps.Workshop} or {CalendarSteps.MonitoringWorkshop}.");
        foreach ((string pointer, string? given) in new[] { ("/starts", asked.Starts), ("/ends", asked.Ends) })
        {
            if (given is not null && clock.Read(given, null) is null)
                findings.Add(pointer, "Write a local time like 2030-01-14T08:30, or an instant with its offset.");
        }

        findings.OptionalLine("/place", asked.Place, LongestPlace);
        findings.OptionalText("/programme", asked.Programme, LongestProgramme);
        if (meeting is not null && findings.Problems.Count == 0)
            Check(Changed(meeting, Change(asked, clock)), meeting, view, clock, findings);
        return findings.Problems;
    }

    public override string? Hindrance(DecisionRequest asked, DecisionView view)
    {
        CalendarView calendar = new(view);
        MeetingChange change = Change(asked, calendar.Clock);
        if (calendar.WhyFixed(change.Id) is { } why)
            return why;
        return calendar.Disorder(Meetings.Change(view.Settings, change.Id, m => Changed(m, change)).Calendar) is { } disorder
            ? $"{disorder} To move all that comes after it as well, use postpone."
            : null;
    }

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) => new(id, Name, view.Now, Note: asked.Note)
    {
        Meeting = Change(asked, new CalendarView(view).Clock),
    };

    public override string Subject(DecisionOnRecord decision) => decision.Meeting!.Id;

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        MeetingChange change = decision.Meeting!;
        await cycles.ChangeSettingsAsync(
            cycle,
            settings => settings.Changed(decision.Id, before => Meetings.Change(before, change.Id, m => m.Became(Changed(m, change), decision.At))),
            cancellation);
        return [];
    }

    private static void Check(Meeting changed, Meeting meeting, DecisionView view, ZoneClock clock, Findings findings)
    {
        if (changed == meeting)
            findings.Add("", "Nothing of the meeting would change: give starts, ends, place or programme.");
        if (changed.Starts != meeting.Starts && changed.Starts <= view.Now)
            findings.Add("/starts", $"This is in the past: it is {clock.Show(view.Now)} there now. Give a later time.");
        if (changed.Ends <= changed.Starts)
            findings.Add("/ends", "The meeting ends before it starts: correct one of the two.");
    }

    private static MeetingChange Change(DecisionRequest asked, ZoneClock clock) => new(
        asked.Meeting ?? "",
        asked.Starts is null ? null : clock.Read(asked.Starts, null),
        asked.Ends is null ? null : clock.Read(asked.Ends, null),
        new Findings().OptionalLine("", asked.Place, LongestPlace),
        new Findings().OptionalText("", asked.Programme, LongestProgramme));

    // A meeting whose start alone is given lasts as long as before.
    private static Meeting Changed(Meeting meeting, MeetingChange change) => meeting with
    {
        Starts = change.Starts ?? meeting.Starts,
        Ends = change.Ends ?? (change.Starts ?? meeting.Starts) + (meeting.Ends - meeting.Starts),
        Place = change.Place ?? meeting.Place,
        Programme = change.Programme ?? meeting.Programme,
    };
}
