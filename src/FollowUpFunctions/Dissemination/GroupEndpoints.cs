using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Dissemination;

/// <summary>A working group as a coordinator reads it.</summary>
public sealed record GroupReport(string Id, Seat Leader, IReadOnlyList<Seat> Members, IReadOnlyList<Work> Recommendations);

/// <param name="Who">Stakeholder id, to be named in a decision.</param>
public sealed record Seat(string Who, string Organisation, StakeholderCategory Category);

/// <param name="Key">To be named in a decision.</param>
/// <param name="Important">Urgent, repeated by the Committee, or starred.</param>
public sealed record Work(string Key, string Citation, int Cluster, string Heading, bool Important);

public sealed class GroupEndpoints(CyclesTable cycles)
{
    /// <summary>The groups of a meeting, the first workshop's where <c>meeting</c> says nothing, with the names of organisations; none before they are formed.</summary>
    [Function(nameof(ReadGroups))]
    public async Task<IResult> ReadGroups(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/groups")] HttpRequest request, string cycle, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is null)
            return CycleEndpoints.Unknown(cycle);
        string meeting = request.Query["meeting"].FirstOrDefault() ?? CalendarSteps.Workshop;
        if (!Meetings.All.Contains(meeting))
            return Problems.BadInput("", $"“{meeting}” is no meeting: name {string.Join(" or ", Meetings.All)}.");
        string round = (meeting == CalendarSteps.Workshop ? RoundKinds.Commitments : RoundKinds.MonitoringPlan).Id;
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        Dictionary<string, Seat> seats = contents.Stakeholders.ToDictionary(s => s.Id, s => new Seat(s.Id, s.Organisation, s.Category));
        Dictionary<string, Recommendation> work = contents.Recommendations.ToDictionary(r => r.Key);
        return Results.Json(
            contents.Groups.Where(g => g.Meeting == round).OrderBy(g => g.Number).Select(g => new GroupReport(
                g.Id,
                seats[g.Leader],
                [.. g.Members.Select(m => seats[m])],
                [.. g.Recommendations.Where(work.ContainsKey).Select(key => Shown(work[key]))])),
            RowDocument.Json);
    }

    private static Work Shown(Recommendation r) => new(r.Key, r.Citation, r.Cluster, r.Heading, Workload.Kind(r) < Workload.Ordinary);
}
