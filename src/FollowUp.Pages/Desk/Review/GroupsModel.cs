using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Pages.Forms;

namespace FollowUp.Pages.Desk.Review;

/// <param name="Who">Stakeholder id.</param>
public sealed record GroupMember(string Who, string Organisation, StakeholderCategory Category, bool Leads);

/// <param name="Important">Urgent, repeated by the Committee, or starred.</param>
public sealed record GroupWork(RecommendationView Recommendation, bool Important, bool Starred);

public sealed record GroupView(string Id, int Number, IReadOnlyList<GroupMember> Members, IReadOnlyList<GroupWork> Work);

/// <summary>The groups of a meeting.</summary>
/// <param name="Meeting"><c>workshop</c> or <c>monitoring-workshop</c>.</param>
public sealed record MeetingGroups(string Meeting, IReadOnlyList<GroupView> Groups)
{
    internal bool IsMonitoring => Meeting == CalendarSteps.MonitoringWorkshop;
}

/// <summary>The working groups, the sub-groups, and who came to the workshop.</summary>
public sealed record GroupsModel(DeskFrame Frame, IReadOnlyList<MeetingGroups> Meetings, Attendance Attendance) : PageModel
{
    internal override Type Component => typeof(GroupsPage);
}
