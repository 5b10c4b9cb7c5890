using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Review;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Review;

/// <summary>Working groups, sub-groups, and who came to the workshop.</summary>
public sealed class GroupPageEndpoints(DeskDoor door, CyclesTable cycles, WorkshopAttendance attendance, PageResults results)
{
    [Function(nameof(ShowGroups))]
    public Task<IResult> ShowGroups(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/groups")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        door.ShowAsync(request, cycle, async (visit, state) =>
        {
            CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
            return await results.PageAsync(new GroupsModel(
                visit.Frame(state, DeskSections.Groups),
                [
                    new(CalendarSteps.Workshop, Groups(contents, RoundKinds.Commitments.Id, visit.Language)),
                    new(CalendarSteps.MonitoringWorkshop, Groups(contents, RoundKinds.MonitoringPlan.Id, visit.Language)),
                ],
                await attendance.ReadAsync(contents, cancellation)));
        }, cancellation);

    private static IReadOnlyList<GroupView> Groups(CycleContents contents, string round, string language)
    {
        Dictionary<string, Stakeholder> people = contents.Stakeholders.ToDictionary(s => s.Id);
        Dictionary<string, Recommendation> work = contents.Recommendations.ToDictionary(r => r.Key);
        return
        [
            .. contents.Groups.Where(g => g.Meeting == round).OrderBy(g => g.Number).Select(g => new GroupView(
                g.Id,
                g.Number,
                [.. g.Members.Where(people.ContainsKey).Select(m => new GroupMember(m, people[m].Organisation, people[m].Category, m == g.Leader))],
                [
                    .. g.Recommendations.Where(work.ContainsKey).Select(key => new GroupWork(
                        RecommendationView.Of(work[key], language, contents.Settings.SourceLanguage), Workload.Kind(work[key]) < Workload.Ordinary, work[key].Starred)),
                ])),
        ];
    }
}
