using FollowUp.Pages.Desk.Reading;
using FollowUpFunctions.Cycles;

namespace FollowUpFunctions.Desk.Reading;

internal static class NextSteps
{
    /// <summary>What of a cycle comes next by itself, or null where nothing does.</summary>
    public static NextStep? First(CycleReport report, DateTimeOffset now) => report is not { EndedAt: null, Cancelled: null } ? null :
        report.Rounds.Where(r => r is { State: "open", Closes: not null }).Select(r => new NextStep(r.Id, "closes", r.Closes!.Value))
            .Concat(report.Planned.Select(p => new NextStep(p.Id, "opens", p.Opens)))
            .Concat(report.Meetings.Where(m => !m.Cancelled && m.Starts > now).Select(m => new NextStep(m.Id, "begins", m.Starts)))
            .Where(n => n.At > now)
            .OrderBy(n => n.At)
            .FirstOrDefault();

    /// <summary>Whether a planned round was passed over since there was nobody to ask in it.</summary>
    /// <param name="opened">When the rounds on record opened.</param>
    public static bool IsPassed(PlannedRound planned, IEnumerable<DateTimeOffset> opened) => planned.Closes is { } closes && opened.Any(at => at >= closes);
}
