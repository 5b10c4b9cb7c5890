using FollowUp.Domain.Ballots;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.MonitoringWorkshop;

public sealed class RankingActivities(CyclesTable cycles, GroupsTable table, RankingsTable rankings, RoundAnswers answers, JournalTable journal)
{
    /// <summary>
    /// Counts the ballots of each sub-group, keeps the ranking and puts the group's recommendations into its order: so its rapporteur meets them. Where
    /// nobody voted there is no ranking, and the order stays that of importance.
    /// </summary>
    [Function(nameof(RankRecommendations))]
    public async Task RankRecommendations([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        RoundRef ballot = new(cycle, RoundKinds.Ballot.Id);
        if (await cycles.Rounds.FindAsync(ballot, cancellation) is not { ClosedAt: { } closed })
            return;
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        IReadOnlyList<SubmittedAnswer> ballots = await answers.CountedAsync(ballot, cancellation);
        IReadOnlyList<SubmittedAnswer> hands = await answers.CountedAsync(new(cycle, RoundKinds.ShowOfHands.Id), cancellation);
        List<GroupRanking> ranked =
        [
            .. contents.Groups.Where(g => g.Meeting == RoundKinds.MonitoringPlan.Id).OrderBy(g => g.Number)
                .Select(g => GroupRanking.Of(g, ByImportance(contents, g), GroupBallots.Of(g, ballots, hands)))
                .OfType<GroupRanking>(),
        ];
        await rankings.WriteAsync(cycle, ranked, cancellation);
        await table.ChangeAsync(
            cycle, RoundKinds.MonitoringPlan.Id, there => Task.FromResult(there with { Groups = [.. there.Groups.Select(g => InOrder(g, ranked))] }), cancellation);
        string detail = $"{ranked.Count} groups, {ranked.Sum(r => r.Ballots)} ballots, {ranked.Sum(r => r.Hands)} hands";
        await journal.WriteAsync(cycle, new(JournalEvents.RecommendationsRanked, closed, RoundKinds.Ballot.Id, detail), cancellation);
    }

    // From the document and not from the group, which may have been put into an order before this step died.
    private static IReadOnlyList<string> ByImportance(CycleContents cycle, WorkingGroup group) =>
        [.. cycle.Recommendations.Where(r => group.Recommendations.Contains(r.Key)).MostImportantFirst().Select(r => r.Key)];

    private static WorkingGroup InOrder(WorkingGroup group, List<GroupRanking> ranked) =>
        ranked.Find(r => r.Group == group.Id) is { } ranking ? group with { Recommendations = [.. ranking.Recommendations.Select(r => r.Key)] } : group;
}
