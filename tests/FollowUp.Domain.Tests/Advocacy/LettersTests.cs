using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Advocacy;

public sealed class LettersTests
{
    private static readonly Stakeholder _education = A.Stakeholder("moeys", StakeholderCategory.Ministry, "Ministry of Education");
    private static readonly Stakeholder _social = A.Stakeholder("mosvy", StakeholderCategory.Ministry, "Ministry of Social Affairs");

    [Fact]
    public void Who_has_not_answered_is_asked_to_confirm() =>
        Assert.Equal(["moeys: 9 Confirm"], Due(Item("9", "Ministry of Education", ResponsibilityState.Proposed)));

    [Fact]
    public void Who_has_confirmed_is_asked_until_it_is_done()
    {
        PlanItem confirmed = Item("9", "Ministry of Education", ResponsibilityState.Accepted);

        Assert.Equal(["moeys: 9 CarryOut", "mosvy: 9 SeeTo"], Due([confirmed], _social));
        Assert.Equal(["moeys: 9 CarryOut", "mosvy: 9 SeeTo"], Due([Reported(confirmed, ("Ministry of Education", "under-way"))], _social));
        Assert.Empty(Due([Reported(confirmed, ("Ministry of Education", "under-way"), ("Ministry of Education", "done"))], _social));
    }

    [Fact]
    public void What_somebody_contests_is_not_done() =>
        Assert.Equal(
            ["moeys: 9 CarryOut"],
            Due(Reported(Item("9", "Ministry of Education", ResponsibilityState.Accepted), ("Ministry of Education", "done"), ("Rights Now", "done-without-effect"))));

    [Fact]
    public void Where_there_are_no_ties_the_ministries_in_charge_are_written_to()
    {
        PlanItem unknown = Item("9", "Ministry of Planning", ResponsibilityState.Open);
        CycleContents cycle = Cycle([unknown], _social);

        Assert.Equal(["mosvy: 9 Settle"], Told(cycle));
        Assert.Equal([("9", "Ministry of Planning")], Letters.WithoutTies(cycle));
        Assert.Empty(Due(unknown));
    }

    [Fact]
    public void A_ministry_in_charge_is_asked_about_what_is_settled_only_when_all_is()
    {
        PlanItem settled = Item("9", "Ministry of Education", ResponsibilityState.Accepted);
        PlanItem declined = Item("11", "Ministry of Education", ResponsibilityState.Declined);

        Assert.Equal(["moeys: 9 CarryOut", "mosvy: 11 Settle"], Due([settled, declined], _social));
        Assert.Equal(["moeys: 9 CarryOut", "mosvy: 9 SeeTo"], Due([settled], _social));
    }

    [Fact]
    public void A_ministry_in_charge_that_is_named_itself_is_asked_once() =>
        Assert.Equal(["mosvy: 9 Confirm"], Due([Item("9", "Ministry of Social Affairs", ResponsibilityState.Proposed)], _social));

    [Fact]
    public void A_ministry_that_takes_on_what_nobody_has_is_responsible()
    {
        CycleContents cycle = Cycle([Item("9", "Ministry of Planning", ResponsibilityState.Open), Item("11", "Ministry of Education", ResponsibilityState.Proposed)], _social);
        SubmittedAnswer[] replies =
        [
            A.Answer("letters-1", _social, ("reply@9", "accept"), ("status@9", "under-way"), ("reply@11", "decline"), ("instead@11", "Ministry  of Planning")),
            A.Answer("letters-1", _education, ("reply@9", "accept")),
        ];

        IReadOnlyList<PlanItem> items = LetterReplies.Record(cycle, "letters-1", replies);

        Assert.Equal(("Ministry of Social Affairs", ResponsibilityState.Accepted), (items[0].Responsibility.Organisation!, items[0].Responsibility.State));
        Assert.Equal(("letters-1", "under-way", "government"), (items[0].Progress[0].Round, items[0].Progress[0].Status, items[0].Progress[0].Assessor));
        Assert.Equal("Ministry of Planning", items[1].Responsibility.ProposedInstead);
        Assert.Equal(Shown(items), Shown(LetterReplies.Record(cycle with { Items = items }, "letters-1", replies)));
    }

    [Fact]
    public void Who_is_named_confirms_by_answering_a_letter()
    {
        CycleContents cycle = Cycle([Item("9", "Ministry of Education", ResponsibilityState.Proposed)], _social);

        IReadOnlyList<PlanItem> items = LetterReplies.Record(cycle, "letters-1", [A.Answer("letters-1", _education, ("reply@9", "accept"))]);

        Assert.Equal(ResponsibilityState.Accepted, items[0].Responsibility.State);
    }

    private static IReadOnlyList<string> Due(PlanItem item) => Due([item]);

    private static IReadOnlyList<string> Due(PlanItem[] items, params Stakeholder[] inCharge) => Told(Cycle(items, inCharge));

    private static IReadOnlyList<string> Told(CycleContents cycle) =>
        [.. Letters.Due(cycle).SelectMany(letter => letter.Lines.Select(line => $"{letter.To.Id}: {line.Recommendation} {line.Ask}"))];

    private static CycleContents Cycle(PlanItem[] items, params Stakeholder[] inCharge)
    {
        CycleContents cycle = A.Cycle([A.Recommendation(9), A.Recommendation(11)], [_education, _social, A.Stakeholder("ngo", organisation: "Rights Now")], items);
        return cycle with { Settings = cycle.Settings with { Letters = new(TimeSpan.FromDays(90), [.. inCharge.Select(s => s.Id)]) } };
    }

    private static PlanItem Item(string recommendation, string organisation, ResponsibilityState state) =>
        PlanItem.Empty(recommendation) with { Responsibility = new(organisation, state, []) };

    private static PlanItem Reported(PlanItem item, params (string Organisation, string Status)[] reports) => item with
    {
        Progress =
        [
            .. reports.Select((r, n) => new StatusReport(
                "progress-1", r.Status, "government", r.Organisation, null, null, null, new($"progress-1~x~r{n}@9", StakeholderCategory.Ministry)) { At = A.Moment.AddDays(n) }),
        ],
    };

    private static string Shown(IReadOnlyList<PlanItem> items) => System.Text.Json.JsonSerializer.Serialize(items);
}
