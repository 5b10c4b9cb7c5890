using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

/// <summary>
/// A cycle whose workshops are over on 17 March 2031: the ministry has taken on 11 and promised something for it by 10 May, and Children First watches
/// over it. Progress is asked for in July and in January.
/// </summary>
internal static class ProgressStory
{
    /// <summary>16 May in Phnom Penh, when the round about deadlines of the first half of May is open.</summary>
    public const double Due = 130;

    public const string DueRound = "due-2031-05-16";

    public static async Task<Story> BeginAsync(AzuriteFixture azurite, CycleBuilder? builder = null)
    {
        Story story = await Story.BeginAsync(azurite, builder);
        await story.GoToDayAsync(Schedule.Consultation.Closes);
        await story.Coordinator.ApproveAsync();
        await story.GoToDayAsync(Schedule.Responsibility.Closes);
        await PromiseAsync(story);
        await story.Coordinator.ApproveAsync();
        await story.GoToDayAsync(Schedule.MonitoringPlan.Closes + 1);
        return story;
    }

    /// <summary>Puts what was taken on, promised and is watched over into the plan that waits for its review.</summary>
    public static Task PromiseAsync(Story story) => story.App.Cycles.WriteItemsAsync(story.Cycle, [Item()], TestContext.Current.CancellationToken);

    private static PlanItem Item()
    {
        AnswerSource source = new("commitments~x~r1@11", StakeholderCategory.Ministry);
        return PlanItem.Empty("11") with
        {
            Responsibility = new(Party.Ministry.Organisation, ResponsibilityState.Accepted, []),
            Commitments = [new("Print the observations", Party.Ministry.Organisation, new(2031, 5, 10), source)],
            Monitoring = [new("Visit ten schools", null, null, Party.Ngo.Organisation, source)],
        };
    }
}
