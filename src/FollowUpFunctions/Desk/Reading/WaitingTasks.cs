using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Children;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Reiterations;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Reading;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Decisions.Kinds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Desk.Reading;

/// <summary>What of a cycle waits for its coordinators alone, with the page where it is done.</summary>
public sealed class WaitingTasks(VoicesTable voices)
{
    public const string Coordinator = "coordinator";

    // What holds the others up comes first.
    private static readonly Dictionary<string, string> _pages = new()
    {
        [Restart] = DeskSections.Settings,
        [RoundKinds.DraftReview.Id] = DeskSections.Plan,
        [RoundKinds.PlanReview.Id] = DeskSections.Plan,
        [ChildrensRounds.Telling.Id] = DeskSections.Children,
        [ChildrensRounds.Review.Id] = DeskSections.Children,
        [CorrectAddress.Kind] = DeskSections.People,
        ["assign"] = DeskSections.Plan,
        ["not-asked"] = DeskSections.People,
        ["groups"] = DeskSections.Groups,
        [ConfirmReiteration.Kind] = "plan/reiterations",
        [ReiterationStates.WithoutCounterpart] = "plan/reiterations",
        ["overdue"] = "plan/overdue",
        ["release-evidence"] = "plan/evidence",
        ["no-ties"] = DeskSections.Letters,
        ["letters"] = DeskSections.Letters,
    };

    private const string Restart = "restart";

    public async Task<IReadOnlyList<WaitingTask>> ReadAsync(CycleState state, CycleStanding view, bool runs, Func<string, string> address, CancellationToken cancellation)
    {
        if (state.IsOver)
            return [];
        List<(string Key, int Count, DateTimeOffset? Since)> found =
        [
            .. view.Report.Waiting.Where(w => w.For == Coordinator || w.What == "overdue").GroupBy(w => KeyOf(w.What))
                .Select(g => (g.Key, g.Sum(w => w.Count), (DateTimeOffset?)g.Min(w => w.Since))),
            .. Written(state, view),
            .. GroupsToArrange(view),
        ];
        if (!runs)
            found.Add((Restart, 1, null));
        if (await UnreadAsync(state, cancellation) is > 0 and int unread)
            found = [.. found.Where(f => f.Key != ChildrensRounds.Review.Id), (ChildrensRounds.Review.Id, unread, view.Rounds.FirstOrDefault(r => r.Id == ChildrensRounds.Review.Id)?.OpenedAt)];
        List<string> order = [.. _pages.Keys];
        return
        [
            .. found.Where(f => f.Count > 0 && _pages.ContainsKey(f.Key))
                .OrderBy(f => order.IndexOf(f.Key))
                .Select(f => new WaitingTask(f.Key, f.Count, f.Since, address(_pages[f.Key]))),
        ];
    }

    private static string KeyOf(string what) => ChildrensRounds.IsTelling(what) ? ChildrensRounds.Telling.Id : what;

    // What the coalition has in hand to press with, once the plan is published.
    private static IEnumerable<(string Key, int Count, DateTimeOffset? Since)> Written(CycleState state, CycleStanding view) => state.Phase is not Phase.Progress ? [] :
    [
        ("release-evidence", view.Contents.Items.Sum(i => i.Progress.Count(p => p.EvidenceFile is { Released: null })), null),
        ("no-ties", Letters.WithoutTies(view.Contents).Count, null),
        ("letters", Letters.Due(view.Contents).Count, null),
    ];

    // Groups can be arranged until their leaders are asked.
    private static IEnumerable<(string Key, int Count, DateTimeOffset? Since)> GroupsToArrange(CycleStanding view) =>
        view.Contents.Groups.GroupBy(g => g.Meeting)
            .Where(g => view.Rounds.All(r => r.Id != g.Key))
            .Select(g => ("groups", g.Count(), (DateTimeOffset?)null));

    private async Task<int> UnreadAsync(CycleState state, CancellationToken cancellation) => state.Settings.Children is null
        ? 0
        : (await voices.SealedAsync(state.Settings.Id, cancellation)).Count(v => v.Voice is { Words: not null, IsReviewed: false });
}
