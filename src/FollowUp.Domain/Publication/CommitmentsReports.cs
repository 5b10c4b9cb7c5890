using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;

namespace FollowUp.Domain.Publication;

/// <summary>Makes the report of a cycle's commitments.</summary>
public static class CommitmentsReports
{
    /// <summary>The report as it stands, without people: see <see cref="Discretion"/>.</summary>
    public static CommitmentsReport Compose(CycleContents cycle, Attendance attendance, DateTimeOffset publishedAt)
    {
        CycleSettings settings = cycle.Settings;
        Discretion discretion = new(cycle, attendance.Organisations.SelectMany(o => NamesGiven.In(o.Names)));
        ReportedGroup[] groups = [.. Groups(cycle, discretion)];
        Dictionary<string, PlanItem> items = cycle.Items.ToDictionary(i => i.Recommendation);
        ReportedRecommendation[] recommendations =
        [
            .. cycle.Recommendations.InDocumentOrder().OrderBy(r => r.Cluster)
                .Select(r => Of(r, items.GetValueOrDefault(r.Key)?.Commitments ?? [], groups, discretion)),
        ];
        string[] notTakenUp =
        [
            .. cycle.Recommendations.MostImportantFirst()
                .Where(r => items.GetValueOrDefault(r.Key)?.Commitments.Any(c => c.Stands) != true)
                .Select(r => r.Key),
        ];
        return new(
            settings.Id,
            discretion.Of(settings.Title),
            settings.Country,
            settings.Symbol,
            publishedAt,
            settings.TimeZone,
            settings.SourceLanguage,
            settings.Languages,
            new(settings.Calendar.Workshop.Starts, settings.Calendar.Workshop.Ends, discretion.Of(settings.Calendar.Workshop.Place)),
            Figures(recommendations, notTakenUp.Length, groups.Length),
            attendance.Recorded,
            [.. attendance.Categories.Select(c => new ReportedReach(c.Category, c.Invited, c.Answered, c.Came ?? c.Attending))],
            groups,
            recommendations,
            Organisations(cycle, recommendations),
            notTakenUp);
    }

    private static IEnumerable<ReportedGroup> Groups(CycleContents cycle, Discretion discretion)
    {
        Dictionary<string, Stakeholder> people = cycle.Stakeholders.ToDictionary(s => s.Id);
        return cycle.Groups
            .Where(g => g.Meeting == RoundKinds.Commitments.Id)
            .OrderBy(g => g.Number)
            .Select(g => new ReportedGroup(
                g.Number,
                discretion.Of(people[g.Leader].Organisation),
                g.Members.Where(people.ContainsKey).GroupBy(m => people[m].Category).OrderBy(c => c.Key).ToDictionary(c => c.Key, c => c.Count()),
                g.Recommendations));
    }

    private static ReportedRecommendation Of(
        Recommendation r, IReadOnlyList<Commitment> commitments, IReadOnlyList<ReportedGroup> groups, Discretion discretion) => new(
        r.Key,
        r.Citation,
        r.Paragraph,
        r.Letter,
        r.Cluster,
        discretion.Of(r.Heading),
        r.Texts.OrderBy(t => t.Key, StringComparer.Ordinal).ToDictionary(t => t.Key, t => t.Value with { Text = discretion.Of(t.Value.Text) }),
        r.Urgent,
        groups.FirstOrDefault(g => g.Recommendations.Contains(r.Key))?.Number,
        [
            .. commitments.Select(c => new ReportedCommitment(
                c.Key,
                discretion.Of(c.Action),
                discretion.Of(c.Organisation),
                c.By,
                c.Own?.State ?? SignatureState.Confirmed,
                [.. c.CoSigners.Select(s => new ReportedSigner(discretion.Of(s.Organisation), s.State))])),
        ]);

    private static CommitmentFigures Figures(IReadOnlyList<ReportedRecommendation> all, int notTakenUp, int groups)
    {
        ReportedCommitment[] commitments = [.. all.SelectMany(r => r.Commitments)];
        ILookup<SignatureState, SignatureState> states = commitments.SelectMany(c => c.CoSigners.Select(s => s.State).Prepend(c.State)).ToLookup(s => s);
        return new(
            all.Count,
            all.Count - notTakenUp,
            notTakenUp,
            groups,
            commitments.Count(c => c.State != SignatureState.Declined),
            states[SignatureState.Confirmed].Count(),
            states[SignatureState.Open].Count(),
            states[SignatureState.Declined].Count(),
            states[SignatureState.NotAsked].Count());
    }

    private static IReadOnlyList<ReportedOrganisation> Organisations(CycleContents cycle, IReadOnlyList<ReportedRecommendation> recommendations)
    {
        ReportedCommitment[] commitments = [.. recommendations.SelectMany(r => r.Commitments)];
        return
        [
            .. commitments.SelectMany(c => c.CoSigners.Select(s => s.Organisation).Prepend(c.Organisation))
                .DistinctBy(name => Cycles.Organisations.Normalise(name).ToUpperInvariant())
                .OrderBy(name => name.ToUpperInvariant(), StringComparer.Ordinal)
                .Select(name => new ReportedOrganisation(
                    name,
                    cycle.StakeholderOf(name)?.Category,
                    [.. commitments.Where(c => Cycles.Organisations.Same(c.Organisation, name)).Select(c => c.Key)],
                    [.. commitments.Where(c => c.CoSigners.Any(s => Cycles.Organisations.Same(s.Organisation, name))).Select(c => c.Key)])),
        ];
    }
}
