using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Progress;
using FollowUp.Domain.Rounds;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Progress;

/// <summary>Progress rounds in April, July and October of 2031; the workshops are over in January.</summary>
public sealed class DueTests
{
    private static readonly Stakeholder _ministry = A.Stakeholder("ministry", StakeholderCategory.Ministry);
    private static readonly Stakeholder _watch = A.Stakeholder("watch");

    [Theory]
    [InlineData("2031-02-01", "due-2031-02-16")]
    [InlineData("2031-02-15", "due-2031-02-16")]
    [InlineData("2031-02-16", "due-2031-03-01")]
    [InlineData("2031-02-28", "due-2031-03-01")]
    [InlineData("2031-12-31", null)]
    [InlineData("2031-03-31", "progress-1")]
    [InlineData("2031-04-10", "progress-1")]
    [InlineData("2031-04-20", "due-2031-05-01")]
    [InlineData("2030-06-30", "progress-1")]
    public void Each_deadline_belongs_to_one_round_at_most(string deadline, string? round) =>
        Assert.Equal(round, ProgressDates.RoundOf(Settings(), DateOnly.Parse(deadline, null)));

    [Fact]
    public void Deadlines_that_lie_close_together_are_one_round_and_nobody_is_asked_beside_a_progress_round()
    {
        CycleContents cycle = Cycle(Commitment("2031-02-03"), Commitment("2031-02-14"), Commitment("2031-04-05"));

        Assert.Equal(["due-2031-02-16"], ProgressDates.Due(cycle, [], At("2031-01-20")).Select(d => d.Round));
    }

    [Fact]
    public void Rounds_take_turns_by_their_days_until_all_are_settled()
    {
        CycleContents cycle = Cycle(Commitment("2031-02-03"), Commitment("2031-05-03"));
        List<Round> rounds = [];
        List<string> order = [];
        DateTimeOffset now = At("2031-01-20");
        while (ProgressDates.Next(cycle, rounds, now) is { } next)
        {
            order.Add(next);
            RoundWindow window = RoundKinds.Find(next)!.Planned(cycle.Settings, next)!;
            now = window.Closes!.Value;
            rounds.Add(new(next, window, 2, 1, 1, window.Opens, ClosedAt: now) { SettledAt = now });
        }

        Assert.Equal(["due-2031-02-16", "progress-1", "due-2031-05-16", "progress-2", "progress-3"], order);
    }

    [Fact]
    public void A_round_that_was_closed_and_not_settled_comes_first_again() =>
        Assert.Equal("due-2031-02-16", ProgressDates.Next(
            Cycle(Commitment("2031-02-03")),
            [new("due-2031-02-16", new(At("2031-02-16"), At("2031-02-28"), []), 2, 1, 1, At("2031-02-16"), ClosedAt: At("2031-02-28"))],
            At("2031-03-05")));

    [Fact]
    public void A_round_about_deadlines_whose_time_is_over_is_not_made_up_for() =>
        Assert.Equal("progress-1", ProgressDates.Next(Cycle(Commitment("2031-02-03")), [], At("2031-03-05")));

    [Fact]
    public void What_is_done_is_not_asked_about() =>
        Assert.Equal("progress-1", ProgressDates.Next(Cycle(Commitment("2031-02-03") with { Progress = [View("ministry", "done")] }), [], At("2031-01-20")));

    [Fact]
    public void Asked_are_those_whose_deadline_it_is_and_who_watches_over_the_same_recommendation()
    {
        CycleContents cycle = Cycle(
            Commitment("2031-02-03") with { Monitoring = [new("Visit", null, null, _watch.Organisation, Source("watch"))] },
            PlanItem.Empty("10") with { Monitoring = [new("Visit", null, new(2031, 3, 20), _watch.Organisation, Source("watch"))] });

        Assert.Equal(["ministry: 9", "watch: 9"], RoundKinds.Due.Asked(cycle, "due-2031-02-16").Select(a => $"{a.Who}: {string.Join(' ', a.Recommendations)}"));
    }

    [Fact]
    public void A_progress_round_also_asks_who_let_a_day_go_by() =>
        Assert.Equal(["ministry"], RoundKinds.Progress.Asked(Cycle(Commitment("2031-02-03")), "progress-1").Select(a => a.Who));

    [Fact]
    public void What_is_due_today_is_not_overdue()
    {
        PlanItem[] items = [Commitment("2031-02-03")];

        Assert.Empty(Overdue.Of(items, new(2031, 2, 3)));
        Assert.True(Assert.Single(Overdue.Of(items, new(2031, 2, 4))).IsSilent);
    }

    [Fact]
    public void Only_its_own_word_makes_a_promise_done() =>
        Assert.Equal("under-way", Assert.Single(Overdue.Of([Commitment("2031-02-03") with { Progress = [View("ministry", "under-way"), View("watch", "done")] }], new(2031, 3, 1))).Status);

    [Fact]
    public void Who_watches_has_done_so_by_telling_how_things_stand()
    {
        PlanItem task = PlanItem.Empty("9") with { Monitoring = [new("Visit", null, new(2031, 2, 3), _watch.Organisation, Source("watch"))] };

        Assert.Single(Overdue.Of([task with { Progress = [View("watch", "contrary", "2031-02-01")] }], new(2031, 3, 1)));
        Assert.Empty(Overdue.Of([task with { Progress = [View("watch", "contrary", "2031-02-20")] }], new(2031, 3, 1)));
    }

    [Fact]
    public void A_declined_promise_is_never_overdue() =>
        Assert.Empty(Overdue.Of(
            [PlanItem.Empty("9") with { Commitments = [Commitment("2031-02-03").Commitments[0] with { Own = new("x", SignatureState.Declined) }] }], new(2031, 3, 1)));

    [Fact]
    public void Coordinators_are_told_of_a_deadline_once_and_of_a_new_day_again()
    {
        IReadOnlyList<PlanItem> items = [Commitment("2031-02-03")];
        IReadOnlyList<OverdueItem> first = Overdue.ToEscalate(Settings(), items, "due-2031-02-16", new(2031, 2, 16), new(2031, 2, 28));
        items = Overdue.Escalate(Overdue.Escalate(items, first, "due-2031-02-16", A.Moment), first, "due-2031-02-16", A.Moment);

        Assert.Single(items[0].Escalated);
        Assert.Single(Overdue.ToEscalate(Settings(), items, "due-2031-02-16", new(2031, 2, 16), new(2031, 2, 28)));
        Assert.Empty(Overdue.ToEscalate(Settings(), items, "progress-1", new(2031, 4, 7), new(2031, 4, 28)));
        IReadOnlyList<PlanItem> moved = [items[0] with { Commitments = Commitment("2031-03-03").Commitments }];
        Assert.Single(Overdue.ToEscalate(Settings(), moved, "progress-1", new(2031, 4, 7), new(2031, 4, 28)));
    }

    [Fact]
    public void What_nobody_was_asked_about_yet_is_not_told() =>
        Assert.Empty(Overdue.ToEscalate(Settings(), [Commitment("2031-04-20")], "progress-1", new(2031, 4, 7), new(2031, 4, 28)));

    [Fact]
    public void Quarters_are_windows_of_three_weeks_that_begin_on_working_days_and_end_before_the_end()
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Phnom_Penh");

        IReadOnlyDictionary<string, RoundWindow> rounds = ProgressRounds.Of(At("2031-01-31"), ProgressRounds.Quarter, At("2033-01-31"), zone);

        Assert.Equal(Enumerable.Range(1, 8).Select(n => $"progress-{n}"), rounds.Keys);
        Assert.All(rounds.Values, w => Assert.DoesNotContain(LocalTimes.Local(w.Opens, zone).DayOfWeek, new[] { DayOfWeek.Saturday, DayOfWeek.Sunday }));
        Assert.All(rounds.Values, w => Assert.Equal(new TimeSpan(21, 15, 59, 0), w.Closes - w.Opens));
        Assert.All(rounds.Values, w => Assert.Equal(2, w.Reminders.Count));
    }

    private static DateTimeOffset At(string day) => new(DateTime.Parse($"{day}T01:00:00", null), TimeSpan.Zero);

    private static CycleSettings Settings() => Cycle().Settings;

    private static CycleContents Cycle(params PlanItem[] items)
    {
        CycleContents cycle = A.Cycle([A.Recommendation(9), A.Recommendation(10)], [_ministry, _watch]);
        RoundWindow Window(string opens, string closes) => new(At(opens), At(closes), []);
        return cycle with
        {
            Items = [.. items.GroupBy(i => i.Recommendation).Select(g => g.First() with { Commitments = [.. g.SelectMany(i => i.Commitments)] })],
            Settings = cycle.Settings with
            {
                Calendar = cycle.Settings.Calendar with
                {
                    Rounds = new Dictionary<string, RoundWindow>
                    {
                        ["monitoring-plan"] = Window("2031-01-05", "2031-01-15"),
                        ["progress-1"] = Window("2031-04-07", "2031-04-28"),
                        ["progress-2"] = Window("2031-07-07", "2031-07-28"),
                        ["progress-3"] = Window("2031-10-06", "2031-10-27"),
                    },
                },
            },
        };
    }

    private static PlanItem Commitment(string by) =>
        PlanItem.Empty("9") with { Commitments = [new($"Do it by {by}", _ministry.Organisation, DateOnly.Parse(by, null), Source("ministry"))] };

    private static AnswerSource Source(string who) => new($"commitments~inv-{who}~r1@9", StakeholderCategory.Ministry);

    private static StatusReport View(string who, string status, string day = "2031-01-18") =>
        new("letters-1", status, "other", $"Organisation {who}", null, null, null, Source(who)) { At = At(day) };
}
