using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Rounds;

/// <summary>When the sub-groups rank their recommendations.</summary>
public static class BallotTime
{
    /// <summary>From the start of the monitoring workshop; who travels home can still vote.</summary>
    public static TimeSpan Lasts { get; } = TimeSpan.FromDays(3);

    /// <summary>
    /// Where the calendar has no window: from the start of the workshop, until the work plan is written, but not before the workshop ends. Nobody is
    /// reminded: a group that votes by a show of hands sends no ballots.
    /// </summary>
    public static RoundWindow Window(CycleSettings settings, string round)
    {
        Meeting workshop = settings.Calendar.MonitoringWorkshop;
        DateTimeOffset closes = workshop.Starts + Lasts;
        if (settings.Calendar.Rounds.GetValueOrDefault(RoundKinds.MonitoringPlan.Id)?.Opens is { } written && written < closes)
            closes = written;
        return new(workshop.Starts, closes > workshop.Ends ? closes : workshop.Ends, []);
    }

    /// <summary>The ballot's window, with one reminder: when the workshop is over, where it is over before the round.</summary>
    public static RoundWindow OfHands(CycleSettings settings, string round)
    {
        RoundWindow ballot = RoundKinds.Ballot.Planned(settings, RoundKinds.Ballot.Id)!;
        DateTimeOffset over = settings.Calendar.MonitoringWorkshop.Ends;
        return ballot with { Reminders = over > ballot.Opens && over < ballot.Closes ? [over] : [] };
    }
}
