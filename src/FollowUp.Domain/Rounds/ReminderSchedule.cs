using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Rounds;

/// <summary>What a round should do now, and when it should look again.</summary>
/// <param name="Reminder">Ordinal (from 1) of the reminder that is due now, or null. Of several that were missed only the last is due.</param>
/// <param name="Next">When to look again: the next reminder or the end. Null only for a round without end that has no reminder left.</param>
public sealed record RoundDue(bool Over, ClosedBy? By, int? Reminder, DateTimeOffset? Next);

public static class ReminderSchedule
{
    /// <summary>Reminders that a round of the calendar may have: who has not answered after six has answered.</summary>
    public const int MostInRound = 6;

    /// <summary>Reminders that a calendar may have: nobody gets more in a cycle, but for those of rounds that open by themselves or at an interval.</summary>
    public const int MostInCalendar = 40;

    /// <param name="outstanding">How many have not answered (unsubscribed and bounced ones count as not outstanding).</param>
    public static RoundDue Next(Round round, int outstanding, DateTimeOffset now)
    {
        if (round.ClosedBy is ClosedBy.Cancellation)
            return new(true, ClosedBy.Cancellation, null, null);
        if (round.CloseDecision is not null)
            return new(true, ClosedBy.Decision, null, null);
        if (round.Window.Closes is { } closes && now >= closes)
            return new(true, ClosedBy.End, null, null);
        if (outstanding == 0)
            return new(true, ClosedBy.Completeness, null, null);

        IReadOnlyList<DateTimeOffset> reminders = round.Window.Reminders;
        int due = reminders.Count(at => at <= now);
        DateTimeOffset? next = due < reminders.Count ? reminders[due] : round.Window.Closes;
        return new(false, null, due > round.Reminded ? due : null, next);
    }

    /// <summary>
    /// The window of a round that opens when its turn comes: as planned, or moved as a whole where the turn comes later, so that
    /// nobody gets less time than the calendar promised.
    /// </summary>
    public static RoundWindow OpeningAt(RoundWindow planned, DateTimeOffset now)
    {
        TimeSpan delay = now - planned.Opens;
        return delay <= TimeSpan.Zero
            ? planned
            : new(now, planned.Closes + delay, [.. planned.Reminders.Select(at => at + delay)]);
    }

    /// <summary>The window of a round that has none in the calendar: a reminder half way.</summary>
    public static RoundWindow Lasting(DateTimeOffset opens, TimeSpan time) => new(opens, opens + time, [opens + (time / 2)]);

    /// <summary>The window of a round that only an answer or a decision ends: reminders at a steady pace, twelve at most.</summary>
    public static RoundWindow WithoutEnd(DateTimeOffset opens, TimeSpan every) =>
        new(opens, null, [.. Enumerable.Range(1, 12).Select(n => opens + every * n)]);
}
