using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;

namespace FollowUp.Domain.Groups;

/// <summary>The sub-groups of the monitoring workshop: one for each cluster that has recommendations and people.</summary>
public static class SubGroups
{
    /// <param name="attending">Cluster chosen, by stakeholder id. Who chose a cluster without recommendations joins the smallest sub-group.</param>
    /// <returns>
    /// Empty when nobody attends; else every recommendation is in exactly one sub-group, and each has a children's or youth member as far
    /// as there are enough.
    /// </returns>
    public static IReadOnlyList<WorkingGroup> Form(CycleContents cycle, IReadOnlyDictionary<string, int> attending)
    {
        Stakeholder[] people = [.. cycle.Stakeholders.Where(s => attending.ContainsKey(s.Id)).OrderBy(s => s.Id, StringComparer.Ordinal)];
        ILookup<int, Recommendation> work = cycle.Recommendations.ToLookup(r => r.Cluster);
        if (people.Length == 0 || work.Count == 0)
            return [];

        HashSet<int> wanted = [.. people.Select(s => attending[s.Id])];
        List<SubGroup> groups = [.. work.Select(g => g.Key).Where(wanted.Contains).Order().Select(cluster => new SubGroup(cluster))];
        if (groups.Count == 0)
            groups.Add(new SubGroup(work.Min(g => g.Key)));

        ILookup<SubGroup?, Stakeholder> chosen = people.ToLookup(s => groups.Find(g => g.Cluster == attending[s.Id]));
        foreach (SubGroup group in groups)
            group.Members.AddRange(chosen[group]);
        foreach (Stakeholder person in chosen[null])
            groups.MinBy(g => (g.Members.Count, g.Cluster))!.Members.Add(person);

        foreach (int cluster in work.Select(g => g.Key).Except(groups.Select(g => g.Cluster)).Order().ToArray())
            groups.MinBy(g => (g.Clusters.Count, g.Members.Count, g.Cluster))!.Clusters.Add(cluster);

        ShareYoungMembers(groups);
        return [.. groups.Select(g => g.ToWorkingGroup(work))];
    }

    private static void ShareYoungMembers(List<SubGroup> groups)
    {
        foreach (SubGroup without in groups.Where(g => g.Young == 0).OrderBy(g => g.Members.Count).ThenBy(g => g.Cluster).ToArray())
        {
            SubGroup giver = groups.MaxBy(g => (g.Young, -g.Cluster))!;
            if (giver.Young < 2)
                return;
            Stakeholder young = giver.Members.Last(SubGroup.IsYoung);
            giver.Members.Remove(young);
            without.Members.Add(young);
        }
    }

    private sealed class SubGroup(int cluster)
    {
        public int Cluster => cluster;

        public List<int> Clusters { get; } = [cluster];

        public List<Stakeholder> Members { get; } = [];

        public int Young => Members.Count(IsYoung);

        public static bool IsYoung(Stakeholder s) => s.Category == StakeholderCategory.ChildrenAndYouth;

        public WorkingGroup ToWorkingGroup(ILookup<int, Recommendation> work)
        {
            Stakeholder[] members = [.. Members.OrderBy(s => Recording(s.Category)).ThenBy(s => s.Id, StringComparer.Ordinal)];
            return new(
                string.Create(CultureInfo.InvariantCulture, $"monitoring-{cluster}"),
                RoundKinds.MonitoringPlan.Id,
                members[0].Id,
                [.. members.Select(s => s.Id)],
                [.. Clusters.SelectMany(c => work[c]).MostImportantFirst().Select(r => r.Key)]);
        }

        // A rapporteur writes for the group afterwards: an organisation's task before a child's.
        private static int Recording(StakeholderCategory category) => category switch
        {
            StakeholderCategory.NationalNgo => 0,
            StakeholderCategory.InternationalNgo => 1,
            StakeholderCategory.ChildrenAndYouth => 3,
            _ => 2,
        };
    }
}
