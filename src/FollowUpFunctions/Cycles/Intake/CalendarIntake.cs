using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using Calendar = FollowUp.Domain.Cycles.Calendar;

namespace FollowUpFunctions.Cycles.Intake;

/// <param name="progress">Makes the progress rounds from when the monitoring work plan is over; null where the calendar has windows for them.</param>
internal sealed class CalendarIntake(
    Findings findings, ZoneClock clock, DateTimeOffset now, Func<DateTimeOffset, IReadOnlyDictionary<string, RoundWindow>>? progress = null)
{
    private const string Rounds = "/calendar/rounds";
    private static readonly TimeSpan _opening = TimeSpan.FromHours(8);
    private static readonly TimeSpan _reminding = TimeSpan.FromHours(9);
    private static readonly TimeSpan _closing = new(23, 59, 0);

    public Calendar Read(CalendarRequest? given)
    {
        if (given is null)
            findings.Missing("/calendar", "Give a calendar: two workshops and the rounds.");
        if (given is not null && given.Rounds is null)
            findings.Missing(Rounds, "Give each round its window: when it opens, reminds and closes.");

        Meeting? workshop = Meeting("/calendar/workshop", given, given?.Workshop, "dissemination workshop");
        Meeting? monitoring = Meeting("/calendar/monitoringWorkshop", given, given?.MonitoringWorkshop, "monitoring workshop");
        Dictionary<string, RoundWindow> rounds = [];
        foreach ((string id, WindowRequest? window) in given?.Rounds ?? new Dictionary<string, WindowRequest?>())
        {
            if (IsPlanned(id) && window is not null && Window(Findings.Pointer(Rounds, id), window) is { } read)
                rounds.Add(id, read);
        }

        if (given?.Rounds is { } named)
            RoundsAreComplete(named);
        if (rounds.Values.Sum(r => r.Reminders.Count) is > ReminderSchedule.MostInCalendar and var all)
            findings.Add(Rounds, $"These are {all} reminders in all, and somebody who is in every round would get each: a calendar has at most {ReminderSchedule.MostInCalendar}.");
        if (progress is not null && rounds.GetValueOrDefault(RoundKinds.MonitoringPlan.Id)?.Closes is { } over)
            rounds = rounds.Concat(progress(over)).ToDictionary();
        new CalendarOrder(findings, clock).Check(workshop, monitoring, rounds);
        return new(workshop!, monitoring!, rounds);
    }

    private void RoundsAreComplete(IReadOnlyDictionary<string, WindowRequest?> given)
    {
        foreach (string id in RoundKinds.All.Where(k => k.Calendar && (progress is null || k != RoundKinds.Progress)).Select(k => k == RoundKinds.Progress ? ProgressRound(1) : k.Id))
        {
            if (given.GetValueOrDefault(id) is null)
                findings.Missing(Findings.Pointer(Rounds, id), $"The round “{id}” has no window: say when it opens and closes.");
        }

        foreach (int n in given.Keys.Select(ProgressNumber).OfType<int>().Where(n => n > 2 && !given.ContainsKey(ProgressRound(n - 1))).Order())
            findings.Add(Findings.Pointer(Rounds, ProgressRound(n)), $"There is no round “{ProgressRound(n - 1)}” before it: number progress rounds without gaps.");
    }

    private bool IsPlanned(string id)
    {
        RoundKind? kind = RoundKinds.All.FirstOrDefault(k => k.Id == id);
        if (ProgressNumber(id) is not null || (kind is { MayBePlanned: true } && kind != RoundKinds.Progress))
            return true;

        string known = string.Join(", ", RoundKinds.All.Where(k => k.MayBePlanned && k != RoundKinds.Progress).Select(k => k.Id));
        findings.Add(Findings.Pointer(Rounds, id), kind is { MayBePlanned: false }
            ? $"The round “{id}” opens by itself when its turn comes: leave it out."
            : $"There is no round “{id}”: use {known}, progress-1, progress-2 and so on.");
        return false;
    }

    private Meeting? Meeting(string at, CalendarRequest? calendar, MeetingRequest? given, string which)
    {
        if (given is null)
        {
            if (calendar is not null)
                findings.Missing(at, $"Say when and where the {which} is.");
            return null;
        }

        DateTimeOffset? starts = Moment($"{at}/starts", given.Starts, null, $"Say when the {which} starts.");
        DateTimeOffset? ends = Moment($"{at}/ends", given.Ends, null, $"Say when the {which} ends.");
        string place = findings.Line($"{at}/place", given.Place, 300, $"Say where the {which} is.");
        string? programme = findings.OptionalText($"{at}/programme", given.Programme, 10_000);
        if (starts is null || ends is null)
            return null;
        WarnOfWeekend($"{at}/starts", starts.Value, $"The {which} starts");
        if (starts >= ends)
            findings.Add($"{at}/ends", $"The {which} ends before it starts: correct one of the two.");
        return new(starts.Value, ends.Value, place, programme);
    }

    private RoundWindow? Window(string at, WindowRequest given)
    {
        DateTimeOffset? opens = Moment($"{at}/opens", given.Opens, _opening, "Say when the round opens.");
        DateTimeOffset? closes = Moment($"{at}/closes", given.Closes, _closing, "Say when the round closes.");
        if (opens < now)
            findings.Add($"{at}/opens", $"This is in the past: it is {clock.Show(now)} there now. Move the round to a later time.");
        if (opens >= closes)
            findings.Add($"{at}/closes", "The round closes before it opens: correct one of the two.");

        WarnOfWeekend($"{at}/opens", opens, "The round opens");
        WarnOfWeekend($"{at}/closes", closes, "The round closes");
        List<DateTimeOffset> reminders = [];
        for (int n = 0; n < (given.Reminders?.Count ?? 0); n++)
        {
            string pointer = Findings.Pointer($"{at}/reminders", n);
            if (given.Reminders![n] is not { } text || Moment(pointer, text, _reminding, "Say when to remind.") is not { } reminder)
                continue;
            if (reminder <= opens || reminder >= closes)
                findings.Add(pointer, "A reminder must come after the round opens and before it closes: move it.");
            else if (reminders.Count > 0 && reminder <= reminders[^1])
                findings.Add(pointer, "Reminders must be in order, each later than the one before: move it.");
            reminders.Add(reminder);
        }

        if (reminders.Count > ReminderSchedule.MostInRound)
            findings.Add($"{at}/reminders", $"A round has at most {ReminderSchedule.MostInRound} reminders: leave {reminders.Count - ReminderSchedule.MostInRound} out.");
        return opens is { } from && closes is { } to ? new(from, to, reminders) : null;
    }

    private void WarnOfWeekend(string pointer, DateTimeOffset? moment, string what)
    {
        if (moment is { } at && clock.Weekday(at) is DayOfWeek.Saturday or DayOfWeek.Sunday)
            findings.Warn(pointer, $"{what} on a {clock.Weekday(moment!.Value)}, {clock.Show(moment.Value)}: offices may be closed.");
    }

    private DateTimeOffset? Moment(string pointer, string? given, TimeSpan? dateMeans, string ask)
    {
        string text = findings.Line(pointer, given, 100, ask);
        if (text.Length == 0)
            return null;
        DateTimeOffset? moment = clock.Read(text, dateMeans);
        if (moment is null)
        {
            findings.Add(pointer, dateMeans is null
                ? $"“{text}” is not a date with a time: write it like 2030-01-14T08:30."
                : $"“{text}” is not a date or time: write it like 2030-01-14 or 2030-01-14T08:30.");
        }

        return moment;
    }

    private static string ProgressRound(int n) => string.Create(CultureInfo.InvariantCulture, $"progress-{n}");

    internal static int? ProgressNumber(string id) =>
        id.StartsWith("progress-", StringComparison.Ordinal)
        && int.TryParse(id.AsSpan("progress-".Length), NumberStyles.None, CultureInfo.InvariantCulture, out int n)
        && n > 0 && id == ProgressRound(n)
            ? n
            : null;
}
