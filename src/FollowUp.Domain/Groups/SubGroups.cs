using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;

namespace FollowUp.Domain.Groups;

/// <summary>
/// The sub-groups of the monitoring workshop: one for each cluster that has recommendations and people enough to work. Where too few chose a cluster,
/// two clusters are one sub-group, so that nobody must leave what they chose. People are moved only so that a young person is in each, as far as there
/// are enough, and so that none has more than twice the people of another.
/// </summary>
public static class SubGroups
{
    /// <summary>Fewer are too few to talk.</summary>
    public const int Smallest = 3;

    /// <param name="attending">Cluster chosen, by stakeholder id. Who chose a cluster without recommendations joins the smallest sub-group.</param>
    /// <returns>Empty when nobody attends; else every recommendation is in exactly one sub-group, and so is everybody who attends.</returns>
    public static IReadOnlyList<WorkingGroup> Form(CycleContents cycle, IReadOnlyDictionary<string, int> attending)
    {
        Stakeholder[] people = [.. cycle.Stakeholders.Where(s => attending.ContainsKey(s.Id)).OrderBy(s => s.Id, StringComparer.Ordinal)];
        ILookup<int, Recommendation> work = cycle.Recommendations.ToLookup(r => r.Cluster);
        if (people.Length == 0 || work.Count == 0)
            return [];

        List<SubGroup> groups = Chosen(people, work, attending);
        Join(groups);
        foreach (int cluster in work.Select(g => g.Key).Except(groups.SelectMany(g => g.Clusters)).Order().ToArray())
            groups.MinBy(g => (g.Clusters.Sum(c => work[c].Count()), g.First))!.Clusters.Add(cluster);
        ShareYoungMembers(groups);
        EvenOut(groups);
        return [.. groups.OrderBy(g => g.First).Select(g => g.ToWorkingGroup(work))];
    }

    private static List<SubGroup> Chosen(Stakeholder[] people, ILookup<int, Recommendation> work, IReadOnlyDictionary<string, int> attending)
    {
        HashSet<int> wanted = [.. attending.Values];
        List<SubGroup> groups = [.. work.Select(g => g.Key).Where(wanted.Contains).Order().Select(cluster => new SubGroup(cluster))];
        if (groups.Count == 0)
            groups.Add(new SubGroup(work.Min(g => g.Key)));
        ILookup<SubGroup?, Stakeholder> chosen = people.ToLookup(s => groups.Find(g => g.Clusters.Contains(attending[s.Id])));
        foreach (SubGroup group in groups)
            group.Members.AddRange(chosen[group]);
        foreach (Stakeholder person in chosen[null])
            groups.MinBy(g => (g.Members.Count, g.First))!.Members.Add(person);
        return [.. groups.Where(g => g.Members.Count > 0)];
    }

    private static void Join(List<SubGroup> groups)
    {
        while (groups.Count > 1 && groups.MinBy(g => (g.Members.Count, g.First))! is { } few && few.Members.Count < Smallest)
        {
            groups.Remove(few);
            SubGroup other = groups.MinBy(g => (g.Members.Count, g.First))!;
            other.TakeIn(few);
        }
    }

    private static void ShareYoungMembers(List<SubGroup> groups)
    {
        foreach (SubGroup without in groups.Where(g => g.Young == 0).OrderBy(g => g.Members.Count).ThenBy(g => g.First).ToArray())
        {
            SubGroup giver = groups.MaxBy(g => (g.Young, -g.First))!;
            if (giver.Young < 2)
                return;
            Move(giver.Members.Where(SubGroup.IsYoung), giver, without);
        }
    }

    // Each move brings two sizes nearer to each other, so it comes to an end; and who moves is never the last young person of a group, for of three
    // people two are young or two are not.
    private static void EvenOut(List<SubGroup> groups)
    {
        while (true)
        {
            SubGroup fullest = groups.MaxBy(g => (g.Members.Count, -g.First))!;
            SubGroup emptiest = groups.MinBy(g => (g.Members.Count, g.First))!;
            (int most, int fewest) = (fullest.Members.Count, emptiest.Members.Count);
            if (most <= 2 * fewest && (fewest >= Smallest || most <= Smallest))
                return;
            bool adults = most - fullest.Young > 1;
            Move(fullest.Members.Where(s => SubGroup.IsYoung(s) != adults), fullest, emptiest);
        }
    }

    // Whom a cluster of the other group concerns goes first.
    private static void Move(IEnumerable<Stakeholder> candidates, SubGroup from, SubGroup to)
    {
        Stakeholder[] all = [.. candidates.OrderBy(s => s.Id, StringComparer.Ordinal)];
        Stakeholder mover = all.LastOrDefault(s => s.Clusters.Intersect(to.Clusters).Any()) ?? all[^1];
        from.Members.Remove(mover);
        to.Members.Add(mover);
    }

    private sealed class SubGroup(int cluster)
    {
        public List<int> Clusters { get; } = [cluster];

        public List<Stakeholder> Members { get; } = [];

        /// <summary>The first of the clusters that somebody chose.</summary>
        public int First { get; private set; } = cluster;

        public int Young => Members.Count(IsYoung);

        public static bool IsYoung(Stakeholder s) => s.Category == StakeholderCategory.ChildrenAndYouth;

        public void TakeIn(SubGroup other)
        {
            Clusters.AddRange(other.Clusters);
            Members.AddRange(other.Members);
            First = Math.Min(First, other.First);
        }

        public WorkingGroup ToWorkingGroup(ILookup<int, Recommendation> work)
        {
            Stakeholder[] members = [.. Members.OrderBy(s => Recording(s.Category)).ThenBy(s => s.Id, StringComparer.Ordinal)];
            return new(
                string.Create(CultureInfo.InvariantCulture, $"monitoring-{First}"),
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
