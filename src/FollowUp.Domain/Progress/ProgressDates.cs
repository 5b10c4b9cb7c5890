using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;

namespace FollowUp.Domain.Progress;

/// <summary>When progress is asked for: in the rounds of the calendar, and at deadlines that lie between them.</summary>
public static class ProgressDates
{
    /// <summary>
    /// The round that asks about a deadline: one about deadlines, or the first progress round that is not over when that would open; null where progress
    /// is not asked for so late.
    /// </summary>
    public static string? RoundOf(CycleSettings settings, DateOnly deadline)
    {
        string due = DueRounds.Round(DueRounds.AskedOn(deadline));
        if (DueRounds.Window(settings, due) is not null)
            return due;
        DateTimeOffset opens = DueRounds.At(DueRounds.AskedOn(deadline), settings).Opens;
        return settings.ProgressRounds.FirstOrDefault(p => settings.Calendar.Rounds[p].Closes > opens);
    }

    /// <summary>The rounds about deadlines that are to come, each with its window, as the plan stands: only where somebody can be asked.</summary>
    /// <param name="cycle">With the plan as it stands.</param>
    public static IReadOnlyList<(string Round, RoundWindow Window)> Due(CycleContents cycle, IReadOnlyList<Round> onRecord, DateTimeOffset now) =>
    [
        .. Deadlines.Open(cycle.Items).Select(d => RoundOf(cycle.Settings, d.Due)).OfType<string>().Distinct()
            .Where(round => onRecord.All(r => r.Id != round))
            .Select(round => (Round: round, Window: DueRounds.Window(cycle.Settings, round)))
            .Where(x => x.Window?.Closes > now && ProgressAudiences.Due(cycle, x.Round).Count > 0)
            .Select(x => (x.Round, x.Window!)),
    ];

    /// <summary>
    /// The round whose turn it is, or null where progress is over: the earliest of which nobody has noted that all that comes of it is done. A round
    /// about deadlines whose time is over before its turn is not made up for; the next progress round asks about what is still due.
    /// </summary>
    public static string? Next(CycleContents cycle, IReadOnlyList<Round> onRecord, DateTimeOffset now)
    {
        Dictionary<string, Round> rounds = onRecord.ToDictionary(r => r.Id);
        return cycle.Settings.ProgressRounds.Select(p => (Round: p, cycle.Settings.Calendar.Rounds[p].Opens))
            .Concat(onRecord.Where(r => DueRounds.Day(r.Id) is not null).Select(r => (Round: r.Id, r.Window.Opens)))
            .Concat(Due(cycle, onRecord, now).Select(d => (d.Round, d.Window.Opens)))
            .Where(x => rounds.GetValueOrDefault(x.Round)?.SettledAt is null)
            .OrderBy(x => rounds.GetValueOrDefault(x.Round)?.OpenedAt ?? x.Opens)
            .ThenBy(x => x.Round, StringComparer.Ordinal)
            .Select(x => x.Round)
            .FirstOrDefault();
    }

    /// <summary>Rounds about deadlines that could open before the next progress round of the calendar does.</summary>
    public static IReadOnlyList<string> Possible(CycleSettings settings, DateTimeOffset now)
    {
        DateTimeOffset until = settings.ProgressRounds.Select(p => settings.Calendar.Rounds[p].Opens).FirstOrDefault(opens => opens > now);
        List<string> possible = [];
        for (DateOnly day = DueRounds.AskedOn(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-16)); DueRounds.At(day, settings).Opens < until; day = DueRounds.AskedOn(day))
        {
            if (DueRounds.Window(settings, DueRounds.Round(day)) is not null)
                possible.Add(DueRounds.Round(day));
        }

        return possible;
    }
}
