using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Cycles;

public sealed class StuckCycleTests
{
    private static readonly DateTimeOffset _closes = A.Moment.AddDays(21);
    private static readonly Round _round = new("consultation", new(A.Moment, _closes, []), 1, 1, 40, A.Moment);
    private static readonly Round _endless = new("plan-review", new(A.Moment, null, []), 1, 1, 2, A.Moment);

    [Fact]
    public void A_cycle_that_runs_and_has_nothing_overdue_goes_on() =>
        Assert.Null(StuckCycle.Why(true, [_round, _endless], [_closes.AddMinutes(-5)], _closes));

    [Fact]
    public void One_whose_orchestration_does_not_run_is_stuck_at_once() =>
        Assert.StartsWith("its orchestration", StuckCycle.Why(false, [], [], A.Moment), StringComparison.Ordinal);

    [Fact]
    public void A_round_may_close_an_hour_late_and_then_is_named()
    {
        Assert.Null(StuckCycle.Why(true, [_round], [], _closes + StuckCycle.Patience));
        Assert.StartsWith("its round consultation", StuckCycle.Why(true, [_round], [], _closes + StuckCycle.Patience + TimeSpan.FromMinutes(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_round_without_end_is_never_overdue() => Assert.Null(StuckCycle.Why(true, [_endless], [], A.Moment.AddYears(1)));

    [Fact]
    public void A_decision_that_nobody_carries_out_is_told_after_an_hour() =>
        Assert.StartsWith("a decision of", StuckCycle.Why(true, [], [A.Moment], A.Moment.AddMinutes(61)), StringComparison.Ordinal);
}
