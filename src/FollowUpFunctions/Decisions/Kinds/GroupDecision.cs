using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>
/// What changes the groups of a meeting: from the moment they are formed until the workshop starts, at the monitoring workshop until the sub-groups
/// begin to rank. It is about the monitoring workshop where it says so, or names one of its sub-groups.
/// </summary>
public abstract class GroupDecision(WorkshopGroups groups) : DecisionKind
{
    private static readonly string _subGroups = RoundKinds.MonitoringPlan.Id;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        if (asked.Meeting is { } meeting && !Meetings.All.Contains(meeting))
            yield return new("/meeting", $"Name a meeting: {string.Join(" or ", Meetings.All)}.");
    }

    public override string? Hindrance(DecisionRequest asked, DecisionView view) =>
        Started(asked, view) ?? (Groups(asked, view).Count == 0 ? NoGroups(asked, view) : null);

    public override string Subject(DecisionOnRecord decision) => WorkshopGroups.MeetingOf(decision);

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        await groups.TakeInAsync(cycle, WorkshopGroups.MeetingOf(decision), cancellation);
        return [];
    }

    protected static bool IsAboutSubGroups(DecisionRequest asked) =>
        asked.Meeting == CalendarSteps.MonitoringWorkshop || (asked.Meeting is null && asked.Group?.StartsWith("monitoring-", StringComparison.Ordinal) == true);

    /// <summary>What is kept of the meeting; null for the first workshop.</summary>
    protected static string? Kept(DecisionRequest asked) => IsAboutSubGroups(asked) ? _subGroups : null;

    protected static IReadOnlyList<WorkingGroup> Groups(DecisionRequest asked, DecisionView view)
    {
        string meeting = Kept(asked) ?? RoundKinds.Commitments.Id;
        return [.. view.Cycle.Groups.Where(g => g.Meeting == meeting)];
    }

    protected virtual string? NoGroups(DecisionRequest asked, DecisionView view) => IsAboutSubGroups(asked)
        ? "There are no sub-groups yet: they are formed when the invitation to the monitoring workshop has closed."
        : "There are no working groups yet: they are formed when the invitation to the workshop has closed.";

    private static string? Started(DecisionRequest asked, DecisionView view) =>
        !IsAboutSubGroups(asked)
            ? view.Now >= view.Cycle.Settings.Calendar.Workshop.Starts ? "The workshop has started: its groups stay as they are." : null
        : view.Round(RoundKinds.Ballot.Id) is not null || view.Round(_subGroups) is not null
            ? "The sub-groups have begun to rank their recommendations: they stay as they are."
        : null;
}
