using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Consultation.Children;
using FollowUpFunctions.Decisions.Plans;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Publication;

/// <summary>
/// The plan as it stands: the draft on record, what the organisations have said, and what the coordinators have decided, in its order. The actions of
/// the draft are never changed in the tables.
/// </summary>
public sealed class PlanComposer(
    CyclesTable cycles, DecisionsTable decisions, SourcesTable sources, RoundAnswers answers, InvitationsTable invitations, MeetingGuests guests,
    VoicesForThePlan voices, RankingsTable rankings, LinksForThePlan links)
{
    /// <summary>The cycle with the plan as it stands, and the answers that it comes from.</summary>
    public async Task<CycleContents> ReadAsync(string cycle, CancellationToken cancellation)
    {
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        return contents with { Items = await ReviewedAsync(contents, await sources.WithSourcesAsync(cycle, contents.Items, cancellation), cancellation) };
    }

    /// <summary>The cycle with the plan as it stands, without the answers that it comes from: for decisions about people and dates.</summary>
    public async Task<CycleContents> CurrentAsync(string cycle, CancellationToken cancellation)
    {
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        return contents with { Items = await ReviewedAsync(contents, contents.Items, cancellation) };
    }

    /// <summary>Takes on record who leads and who supports, as it stands, so that they can be asked; gives the cycle with the plan as it stands.</summary>
    /// <param name="closing">The organisations' time is over: who is silent has not confirmed.</param>
    public async Task<CycleContents> SettleAsync(string cycle, CancellationToken cancellation, bool closing = false)
    {
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        Func<IReadOnlyList<PlanItem>, IReadOnlyList<PlanItem>> review = await ReviewAsync(cycle, null, cancellation);
        IReadOnlyList<PlanItem> onRecord = await cycles.ChangeItemsAsync(
            cycle, items => [.. Settled(items).Zip(items, (settled, drafted) => settled with { Actions = drafted.Actions, Dropped = [] })], cancellation);
        return contents with { Items = Settled(await sources.WithSourcesAsync(cycle, onRecord, cancellation)) };

        IReadOnlyList<PlanItem> Settled(IReadOnlyList<PlanItem> items) => closing ? Settlement.Close(review(items)) : review(items);
    }

    /// <summary>The plan as it would be published now.</summary>
    public async Task<PublishedPlan> DraftAsync(string cycle, DateTimeOffset now, CancellationToken cancellation) =>
        await ComposeAsync(await ReadAsync(cycle, cancellation), 1, now, cancellation);

    public async Task<PublishedPlan> ComposeAsync(CycleContents cycle, int version, DateTimeOffset at, CancellationToken cancellation)
    {
        RoundRef consultation = new(cycle.Settings.Id, RoundKinds.Consultation.Id);
        int pages = (await cycles.Rounds.FindAsync(consultation, cancellation))?.Pages ?? 0;
        Dictionary<StakeholderCategory, int> answered = (await invitations.CountedAsync(consultation, pages, cancellation))
            .Where(i => i.Frozen > 0 && i.Category is not null)
            .GroupBy(i => i.Category!.Value)
            .ToDictionary(g => g.Key, g => g.Count());
        return PublishedPlans.Compose(cycle, version, at, answered, await guests.NamesAsync(cycle.Settings.Id, cancellation), await links.ReadAsync(cycle.Settings, cancellation))
            with
        {
            Children = await voices.SaidAsync(cycle, cancellation),
            Rankings = await RankingsAsync(cycle, cancellation),
        };
    }

    private async Task<IReadOnlyList<PublishedRanking>> RankingsAsync(CycleContents cycle, CancellationToken cancellation)
    {
        Dictionary<string, int> clusters = cycle.Recommendations.ToDictionary(r => r.Key, r => r.Cluster);
        return
        [
            .. (await rankings.ListAsync(cycle.Settings.Id, cancellation))
                .Select(ranking => PublishedRanking.Of(ranking, clusters)).OfType<PublishedRanking>()
                .OrderBy(ranking => ranking.Clusters[0]),
        ];
    }

    /// <summary>Brings what was said and decided into items as they are on record, with or without their sources.</summary>
    /// <param name="until">Only what was decided by then; null for all.</param>
    public async Task<IReadOnlyList<PlanItem>> ReviewedAsync(
        CycleContents cycle, IReadOnlyList<PlanItem> items, CancellationToken cancellation, DateTimeOffset? until = null) =>
        (await ReviewAsync(cycle.Settings.Id, until, cancellation))(items);

    private async Task<Func<IReadOnlyList<PlanItem>, IReadOnlyList<PlanItem>>> ReviewAsync(
        string cycle, DateTimeOffset? until, CancellationToken cancellation)
    {
        DecisionOnRecord[] decided = [.. (await decisions.ListAsync(cycle, cancellation)).Where(d => until is null || d.At <= until)];
        // An organisation's newest word counts, also one that came late: its name stands in every version that follows.
        SubmittedAnswer[] replies =
            [.. (await answers.NewestAsync(new(cycle, RoundKinds.Responsibility.Id), cancellation)).Select(r => r with { Late = false })];
        return items => PlanReviews.Apply(Settlement.Apply(Assignments.Apply(items, decided.Assignments()), replies), decided.Reviews());
    }
}
