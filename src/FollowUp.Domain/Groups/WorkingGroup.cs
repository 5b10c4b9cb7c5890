using System.Globalization;
using System.Text.Json.Serialization;

namespace FollowUp.Domain.Groups;

/// <summary>People who work through some of the recommendations together, and the one who records what they settle.</summary>
/// <param name="Id">Slug, unique in a cycle, such as <c>workshop-2</c> or <c>monitoring-8</c> (the cluster's number).</param>
/// <param name="Meeting">The round whose answers the group makes: <c>commitments</c> or <c>monitoring-plan</c>.</param>
/// <param name="Leader">Stakeholder id of the leader (workshop) or rapporteur (monitoring workshop).</param>
/// <param name="Members">Stakeholder ids, the leader among them.</param>
/// <param name="Recommendations">Recommendation keys, the most important first.</param>
public sealed record WorkingGroup(
    string Id,
    string Meeting,
    string Leader,
    IReadOnlyList<string> Members,
    IReadOnlyList<string> Recommendations)
{
    /// <summary>The number at the end of its id.</summary>
    [JsonIgnore]
    public int Number => int.Parse(Id.AsSpan(Id.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);
}
