using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Rounds;

public sealed class ReminderScheduleTests
{
    private static readonly DateTimeOffset _opens = A.Moment;
    private static readonly DateTimeOffset _first = _opens.AddDays(7);
    private static readonly DateTimeOffset _second = _opens.AddDays(14);
    private static readonly DateTimeOffset _closes = _opens.AddDays(21);
    private static readonly RoundWindow _window = new(_opens, _closes, [_first, _second]);
    private static readonly Round _round = new("consultation", _window, 1, 1, 40, _opens);

    [Fact]
    public void Before_the_first_reminder_nothing_is_due() =>
        Assert.Equal(new RoundDue(false, null, null, _first), ReminderSchedule.Next(_round, 40, _opens));

    [Fact]
    public void A_reminder_is_due_at_its_very_moment() =>
        Assert.Equal(new RoundDue(false, null, 1, _second), ReminderSchedule.Next(_round, 40, _first));

    [Fact]
    public void A_reminder_that_went_out_is_not_due_again() =>
        Assert.Equal(new RoundDue(false, null, null, _second), ReminderSchedule.Next(_round with { Reminded = 1 }, 40, _first.AddHours(1)));

    [Fact]
    public void Of_reminders_that_were_missed_only_the_last_is_due() =>
        Assert.Equal(new RoundDue(false, null, 2, _closes), ReminderSchedule.Next(_round, 40, _second.AddDays(1)));

    [Fact]
    public void After_the_last_reminder_the_end_is_next() =>
        Assert.Equal(new RoundDue(false, null, null, _closes), ReminderSchedule.Next(_round with { Reminded = 2 }, 40, _second));

    [Fact]
    public void A_round_is_over_at_its_end() =>
        Assert.Equal(new RoundDue(true, ClosedBy.End, null, null), ReminderSchedule.Next(_round with { Reminded = 2 }, 40, _closes));

    [Fact]
    public void A_round_is_over_when_nobody_is_outstanding() =>
        Assert.Equal(new RoundDue(true, ClosedBy.Completeness, null, null), ReminderSchedule.Next(_round, 0, _first));

    [Fact]
    public void A_decision_closes_a_round_whatever_else_holds() =>
        Assert.Equal(new RoundDue(true, ClosedBy.Decision, null, null), ReminderSchedule.Next(_round with { CloseDecision = "d1" }, 40, _closes));

    [Fact]
    public void A_round_without_end_that_has_no_reminder_left_waits_for_an_answer()
    {
        Round round = _round with { Window = ReminderSchedule.WithoutEnd(_opens, TimeSpan.FromDays(7)) };

        Assert.Equal(new RoundDue(false, null, null, null), ReminderSchedule.Next(round with { Reminded = 12 }, 1, _opens.AddDays(400)));
        Assert.Equal(_opens.AddDays(84), round.Window.Reminders[^1]);
    }

    [Fact]
    public void A_round_whose_turn_comes_early_opens_as_planned() =>
        Assert.Same(_window, ReminderSchedule.OpeningAt(_window, _opens.AddDays(-3)));

    [Fact]
    public void A_round_whose_turn_comes_late_moves_as_a_whole()
    {
        RoundWindow moved = ReminderSchedule.OpeningAt(_window, _opens.AddDays(3));

        Assert.Equal((_opens.AddDays(3), _closes.AddDays(3)), (moved.Opens, moved.Closes));
        Assert.Equal([_first.AddDays(3), _second.AddDays(3)], moved.Reminders);
    }

    [Fact]
    public void A_round_without_end_stays_without_end_when_it_moves() =>
        Assert.Null(ReminderSchedule.OpeningAt(_window with { Closes = null }, _opens.AddDays(1)).Closes);
}
