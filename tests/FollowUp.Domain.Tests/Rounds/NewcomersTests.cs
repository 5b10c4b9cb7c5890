using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Rounds;

public sealed class NewcomersTests
{
    private static readonly Stakeholder _first = A.Stakeholder("moeys");
    private static readonly Stakeholder _second = A.Stakeholder("zebra");

    [Fact]
    public void Whoever_is_added_before_a_round_opens_is_asked_in_it() =>
        Assert.Equal(["moeys", "zebra", "late"], Asked(A.Moment.AddTicks(1), Late(A.Moment)));

    [Fact]
    public void Whoever_is_added_while_a_round_opens_or_later_is_asked_from_the_next_on()
    {
        Assert.Equal(["moeys", "zebra"], Asked(A.Moment, Late(A.Moment)));
        Assert.Equal(["moeys", "zebra"], Asked(A.Moment, Late(A.Moment.AddDays(1))));
    }

    [Fact]
    public void The_places_of_those_who_were_there_do_not_change_with_who_comes() =>
        Assert.Equal(
            ["moeys", "zebra", "before", "after"],
            Asked(A.Moment, A.Stakeholder("after") with { Added = A.Moment.AddDays(-1) }, A.Stakeholder("before") with { Added = A.Moment.AddDays(-2) }));

    private static Stakeholder Late(DateTimeOffset added) => A.Stakeholder("late") with { Added = added };

    private static IEnumerable<string> Asked(DateTimeOffset opened, params Stakeholder[] newcomers) =>
        Audiences.Everybody(Newcomers.AskedAt(A.Cycle(stakeholders: [.. newcomers, _first, _second]), opened)).Select(a => a.Who);
}
