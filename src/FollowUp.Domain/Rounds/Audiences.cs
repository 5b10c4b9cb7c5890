using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Rounds;

/// <summary>Who is asked in each kind of round; each is a pure decision from what is on record.</summary>
public static class Audiences
{
    public static IReadOnlyList<Addressee> Everybody(CycleContents cycle) =>
        [.. cycle.Stakeholders.Select(s => new Addressee(s.Id, []))];

    public static IReadOnlyList<Addressee> Coordinators(CycleContents cycle) =>
        [.. cycle.Settings.Coordinators.Select((_, n) => new Addressee(Contact.CoordinatorId(n), []))];

    /// <summary>
    /// Translators of one language share its recommendations in pieces of the document; those that have an official text are nobody's.
    /// </summary>
    public static IReadOnlyList<Addressee> Translators(CycleContents cycle) =>
    [
        .. cycle.Settings.Translators
            .Select((t, n) => (Who: Contact.TranslatorId(n), t.Into))
            .GroupBy(t => t.Into)
            .SelectMany(language =>
            {
                string[] work = [.. cycle.Recommendations.InDocumentOrder().Where(r => r.IsToTranslate(language.Key)).Select(r => r.Key)];
                int translators = language.Count();
                return language.Select((t, n) => new Addressee(t.Who, work[(work.Length * n / translators)..(work.Length * (n + 1) / translators)]));
            })
            .Where(a => a.Recommendations.Count > 0),
    ];

    /// <summary>Everybody but children, who are asked in a round of their own, about everything; what concerns them comes first (see <see cref="Concerns"/>).</summary>
    public static IReadOnlyList<Addressee> EverybodyByCluster(CycleContents cycle)
    {
        Concerns concerns = new(cycle);
        return [.. cycle.Stakeholders.Where(s => s.Category != StakeholderCategory.ChildrenAndYouth).Select(concerns.Of)];
    }

    public static IReadOnlyList<Addressee> CivilSocietyAndChildren(CycleContents cycle) =>
    [
        .. cycle.Stakeholders
            .Where(s => s.Category is StakeholderCategory.NationalNgo or StakeholderCategory.InternationalNgo or StakeholderCategory.ChildrenAndYouth
                or StakeholderCategory.HumanRightsInstitution)
            .Select(s => new Addressee(s.Id, [])),
    ];

    public static Func<CycleContents, IReadOnlyList<Addressee>> LeadersOf(string meeting) => cycle =>
    [
        .. cycle.Groups.Where(g => g.Meeting == meeting)
            .GroupBy(g => g.Leader)
            .Select(g => new Addressee(g.Key, [.. g.SelectMany(x => x.Recommendations).Distinct()])),
    ];

    /// <summary>Everybody in a sub-group of the monitoring workshop that has several recommendations, each with those.</summary>
    public static IReadOnlyList<Addressee> WithSomethingToRank(CycleContents cycle) =>
        [.. Ranking(cycle).SelectMany(g => g.Members.Select(who => new Addressee(who, g.Recommendations))).DistinctBy(a => a.Who)];

    public static IReadOnlyList<Addressee> RapporteursWithSomethingToRank(CycleContents cycle) =>
        [.. Ranking(cycle).Select(g => new Addressee(g.Leader, g.Recommendations)).DistinctBy(a => a.Who)];

    private static IEnumerable<WorkingGroup> Ranking(CycleContents cycle) =>
        cycle.Groups.Where(g => g.Meeting == RoundKinds.MonitoringPlan.Id && g.Recommendations.Count > 1);

    /// <summary>
    /// Organisations for which somebody else wrote down that they commit or sign, each with those commitments (see <see cref="CommitmentKey"/>);
    /// who is not on the list of stakeholders can't be asked.
    /// </summary>
    public static IReadOnlyList<Addressee> NamedInCommitments(CycleContents cycle) =>
        Asked(cycle, item => item.Commitments.SelectMany(c => c.Signatures.Where(s => s.State == SignatureState.Open).Select(s => (c.Key, s.Organisation))));

    /// <summary>
    /// Organisations named in the draft or by a coordinator, each with what it is to lead and, by <see cref="ResponsibilityKey"/>, to support; who is not
    /// on the list of contacts can't be asked.
    /// </summary>
    public static IReadOnlyList<Addressee> ProposedOrganisations(CycleContents cycle) =>
        Asked(cycle, item =>
        [
            .. item.Responsibility.State is ResponsibilityState.Proposed or ResponsibilityState.Assigned
                ? [(item.Recommendation, item.Responsibility.Organisation!)]
                : Array.Empty<(string, string)>(),
            .. item.Supporting
                .Where(s => s.State is ResponsibilityState.Proposed or ResponsibilityState.Assigned)
                .Select(s => (ResponsibilityKey.Support(item.Recommendation), s.Organisation)),
        ]);

    /// <summary>Some organisations about a recommendation each; none for null, and for one that is not on the list of contacts.</summary>
    internal static IReadOnlyList<Addressee> Asked(CycleContents cycle, Func<PlanItem, IEnumerable<string?>> organisations) =>
        Asked(cycle, item => organisations(item).OfType<string>().Select(organisation => (item.Recommendation, organisation)));

    private static IReadOnlyList<Addressee> Asked(CycleContents cycle, Func<PlanItem, IEnumerable<(string Asked, string Organisation)>> organisations)
    {
        Dictionary<string, Stakeholder> byName = new(StringComparer.OrdinalIgnoreCase);
        foreach (Stakeholder stakeholder in cycle.Stakeholders)
            byName.TryAdd(Organisations.Normalise(stakeholder.Organisation), stakeholder);
        Dictionary<string, PlanItem> items = cycle.Items.ToDictionary(i => i.Recommendation);

        return
        [
            .. cycle.Recommendations
                .Order(Comparer<Recommendation>.Create(Recommendation.InDocumentOrder))
                .Where(r => items.ContainsKey(r.Key))
                .SelectMany(r => organisations(items[r.Key]).Select(x => (x.Asked, Who: byName.GetValueOrDefault(Organisations.Normalise(x.Organisation)))))
                .Where(x => x.Who is not null)
                .GroupBy(x => x.Who!.Id)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new Addressee(g.Key, [.. g.Select(x => x.Asked).Distinct()])),
        ];
    }
}
