using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace FollowUp.Domain.Tests.Cycles;

public sealed class PostponementTests
{
    private static readonly TimeZoneInfo _paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly DateTimeOffset _decided = new(2030, 1, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly IReadOnlySet<string> _nothing = new HashSet<string>();
    private static readonly string[] _steps =
        ["workshop-invitation", "workshop", "commitments", "consultation", "responsibility", "monitoring-invitation", "monitoring-workshop", "monitoring-plan", "progress-1"];

    [Fact]
    public void A_postponed_workshop_takes_along_what_comes_after_it_and_nothing_that_comes_before()
    {
        Calendar calendar = Year(_ => 0);

        Calendar moved = Postponement.Postponed(calendar, "workshop", calendar.Workshop.Starts.AddDays(7), TimeZoneInfo.Utc, _nothing, _decided);

        Assert.Equal(calendar.Rounds["workshop-invitation"], moved.Rounds["workshop-invitation"]);
        Assert.Equal(calendar.Workshop.Ends.AddDays(7), moved.Workshop.Ends);
        Assert.Equal(calendar.Rounds["consultation"].Reminders[0].AddDays(7), moved.Rounds["consultation"].Reminders[0]);
        Assert.Equal(calendar.MonitoringWorkshop.Starts.AddDays(7), moved.MonitoringWorkshop.Starts);
    }

    [Fact]
    public void A_meeting_that_moves_counts_its_change_and_remembers_when_it_was()
    {
        Calendar calendar = Year(_ => 0);

        Calendar moved = Postponement.Postponed(calendar, "workshop", calendar.Workshop.Starts.AddDays(7), TimeZoneInfo.Utc, _nothing, _decided);

        Assert.Equal(1, moved.Workshop.Sequence);
        Assert.Equal(new MeetingBefore(calendar.Workshop.Starts, calendar.Workshop.Ends, calendar.Workshop.Place, _decided), Assert.Single(moved.Workshop.Before));
    }

    [Fact]
    public void Nine_oclock_stays_nine_oclock_when_clocks_change_in_between()
    {
        Calendar calendar = Year(_ => 0) with { Workshop = new(At(2030, 3, 25, 8), At(2030, 3, 25, 16), "Town hall") };

        Calendar moved = Postponement.Postponed(calendar, "workshop", At(2030, 4, 1, 7), _paris, _nothing, _decided);

        Assert.Equal((At(2030, 4, 1, 7), At(2030, 4, 1, 15)), (moved.Workshop.Starts, moved.Workshop.Ends));
        Assert.Equal(
            LocalTimes.Local(calendar.Rounds["commitments"].Opens, _paris).AddDays(7), LocalTimes.Local(moved.Rounds["commitments"].Opens, _paris));
    }

    [Fact]
    public void What_has_begun_stays_where_it_is()
    {
        Calendar calendar = Year(_ => 0);
        HashSet<string> begun = ["workshop-invitation", "workshop", "commitments"];

        Calendar moved = Postponement.Postponed(calendar, "consultation", calendar.Rounds["consultation"].Opens.AddDays(2), TimeZoneInfo.Utc, begun, _decided);
        Calendar refused = Postponement.Postponed(calendar, "commitments", calendar.Rounds["commitments"].Opens.AddDays(2), TimeZoneInfo.Utc, begun, _decided);

        Assert.Equal((calendar.Workshop, calendar.Rounds["commitments"]), (moved.Workshop, moved.Rounds["commitments"]));
        Assert.Equal(calendar.Rounds["consultation"].Opens.AddDays(2), moved.Rounds["consultation"].Opens);
        Assert.Same(calendar, refused);
    }

    [Fact]
    public void A_translation_moves_alone_and_must_be_over_when_the_workshop_starts()
    {
        Calendar calendar = Year(_ => 0);
        calendar = calendar with
        {
            Rounds = new Dictionary<string, RoundWindow>(calendar.Rounds) { ["translation"] = new(calendar.Workshop.Starts.AddDays(-9), calendar.Workshop.Starts.AddDays(-1), []) },
        };

        Calendar moved = Postponement.Postponed(calendar, "translation", calendar.Workshop.Starts.AddDays(-7), TimeZoneInfo.Utc, _nothing, _decided);

        Assert.Equal((calendar.Workshop, calendar.Rounds["consultation"]), (moved.Workshop, moved.Rounds["consultation"]));
        (CalendarStep before, CalendarStep after) = Assert.Single(CalendarSteps.Conflicts(moved));
        Assert.Equal(("translation", "workshop"), (before.Id, after.Id));
        Assert.Empty(CalendarSteps.Conflicts(calendar));
    }

    [Property(MaxTest = 300)]
    public Property Order_is_kept_everything_moves_later_and_nothing_before_the_step_moves() => Prop.ForAll(
        Gen.Choose(0, 40_000).ArrayOf(64).ToArbitrary(),
        Gen.Choose(0, _steps.Length - 1).SelectMany(step => Gen.Choose(1, 60 * 24 * 400).Select(minutes => (Step: step, Minutes: minutes))).ToArbitrary(),
        (gaps, move) =>
        {
            Calendar calendar = Year(n => gaps[n % gaps.Length]);
            string step = _steps[move.Step];
            DateTimeOffset[] before = Moments(calendar);

            Calendar moved = Postponement.Postponed(
                calendar, step, CalendarSteps.Find(calendar, step)!.Begins.AddMinutes(move.Minutes), _paris, _nothing, _decided);

            DateTimeOffset[] after = Moments(moved);
            int first = Array.IndexOf(before, CalendarSteps.Find(calendar, step)!.Begins);
            return before.Take(first).SequenceEqual(after.Take(first))
                && before.Zip(after).Skip(first).All(x => x.Second > x.First)
                && after.SequenceEqual(after.Distinct().Order());
        });

    [Property(MaxTest = 100)]
    public Property Where_clocks_do_not_change_every_distance_is_kept() => Prop.ForAll(
        Gen.Choose(0, 40_000).ArrayOf(64).ToArbitrary(),
        Gen.Choose(1, 60 * 24 * 400).ToArbitrary(),
        (gaps, minutes) =>
        {
            Calendar calendar = Year(n => gaps[n % gaps.Length]);
            TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Phnom_Penh");
            Calendar moved = Postponement.Postponed(
                calendar, _steps[0], CalendarSteps.Find(calendar, _steps[0])!.Begins.AddMinutes(minutes), zone, _nothing, _decided);
            return Moments(calendar).Zip(Moments(moved)).All(x => x.Second - x.First == TimeSpan.FromMinutes(minutes));
        });

    private static DateTimeOffset At(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);

    // Steps one after another; the gap before the n-th moment, beyond a minute, in minutes.
    private static Calendar Year(Func<int, int> gap)
    {
        DateTimeOffset at = _decided.AddDays(30);
        int n = 0;
        RoundWindow Window()
        {
            DateTimeOffset opens = Next(), reminder = Next();
            return new(opens, Next(), [reminder]);
        }

        Meeting Meeting()
        {
            DateTimeOffset starts = Next();
            return new(starts, Next(), "Town hall");
        }

        DateTimeOffset Next() => at = at.AddMinutes(1 + gap(n++));

        Dictionary<string, RoundWindow> rounds = new() { ["workshop-invitation"] = Window() };
        Meeting workshop = Meeting();
        foreach (string id in (string[])["commitments", "consultation", "responsibility", "monitoring-invitation"])
            rounds[id] = Window();
        Meeting monitoring = Meeting();
        foreach (string id in (string[])["monitoring-plan", "progress-1"])
            rounds[id] = Window();
        return new(workshop, monitoring, rounds);
    }

    private static DateTimeOffset[] Moments(Calendar calendar) =>
    [
        .. _steps.SelectMany(id => id switch
        {
            "workshop" => [calendar.Workshop.Starts, calendar.Workshop.Ends],
            "monitoring-workshop" => [calendar.MonitoringWorkshop.Starts, calendar.MonitoringWorkshop.Ends],
            _ => new[] { calendar.Rounds[id].Opens, calendar.Rounds[id].Reminders[0], calendar.Rounds[id].Closes!.Value },
        }),
    ];
}
