using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Tests.Cycles;

public sealed class CalendarProposalTests
{
    private static readonly DateOnly _today = new(2030, 1, 7);

    [Fact]
    public void Whatever_the_workshops_day_all_is_on_weekdays_in_order_and_nothing_before_tomorrow()
    {
        foreach (int days in Enumerable.Range(8, 700))
        {
            CalendarProposal proposed = CalendarProposal.From(_today.AddDays(days), _today);

            DateOnly[] all =
            [
                proposed.Workshop, proposed.WorkshopEnds, proposed.Monitoring, proposed.MonitoringEnds, proposed.ProgressUntil,
                .. proposed.Rounds.Values.SelectMany(w => (DateOnly[])[w.Opens, .. w.Reminders, w.Closes]),
            ];
            Assert.DoesNotContain(all, d => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
            Assert.All(all, d => Assert.True(d > _today));
            Assert.All(proposed.Rounds.Values, w => Assert.True(w.Opens < w.Closes && w.Reminders.All(r => r > w.Opens && r < w.Closes)));
            Assert.Empty(CalendarSteps.Conflicts(
                Meeting(proposed.Workshop, proposed.WorkshopEnds), Meeting(proposed.Monitoring, proposed.MonitoringEnds),
                proposed.Rounds.ToDictionary(r => r.Key, r => new RoundWindow(At(r.Value.Opens, 8), At(r.Value.Closes, 23), []))));
        }
    }

    [Fact]
    public void A_workshop_that_is_near_has_a_shorter_invitation_and_all_that_comes_after_keeps_its_time()
    {
        CalendarProposal near = CalendarProposal.From(_today.AddDays(14), _today);

        Assert.Equal(new DateOnly(2030, 1, 8), near.Rounds["workshop-invitation"].Opens);
        Assert.Equal(new DateOnly(2030, 1, 18), near.Rounds["workshop-invitation"].Closes);
        Assert.Equal(46, near.Rounds["consultation"].Closes.DayNumber - near.Rounds["consultation"].Opens.DayNumber, 4.0);
    }

    private static Meeting Meeting(DateOnly from, DateOnly to) => new(At(from, 9), At(to, 16), "");

    private static DateTimeOffset At(DateOnly day, int hour) => new(day.ToDateTime(new(hour, 0)), TimeSpan.Zero);
}
