using System.Globalization;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;

namespace FollowUpFunctions.MonitoringWorkshop;

/// <summary>Who comes to the monitoring workshop, and for which cluster.</summary>
public static class Choices
{
    /// <summary>Cluster by stakeholder id, of those who said they would come.</summary>
    public static Dictionary<string, int> Of(IEnumerable<SubmittedAnswer> replies) => replies
        .Where(r => r.Sheet.Answer("attending") == "yes")
        .ToDictionary(r => r.Who, r => int.Parse(r.Sheet.Answer("cluster")!, CultureInfo.InvariantCulture));

    /// <summary>The same, with those whom a coordinator put into a sub-group after a telephone call: they stay with its cluster, unless they said no since.</summary>
    public static Dictionary<string, int> WithThoseThere(IReadOnlyList<SubmittedAnswer> newest, IReadOnlyList<WorkingGroup> there)
    {
        Dictionary<string, int> choices = Of(newest);
        HashSet<string> staying = [.. newest.Where(r => r.Sheet.Answer("attending") == "no").Select(r => r.Who)];
        foreach ((string who, int cluster) in there.SelectMany(g => g.Members.Select(m => (m, g.Number))).Where(x => !staying.Contains(x.m)))
            choices.TryAdd(who, cluster);
        return choices;
    }
}
