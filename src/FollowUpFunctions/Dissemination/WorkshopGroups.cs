using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.MonitoringWorkshop;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Dissemination;

/// <summary>
/// Takes the coordinators' decisions on the groups of a meeting into them, in the order in which they were taken, each once: one that was carried
/// out late, because the process died, comes before those that were taken after it and were waiting.
/// </summary>
public sealed class WorkshopGroups(CyclesTable cycles, DecisionsTable decisions, GroupsTable groups, RoundAnswers answers)
{
    public const string Move = "move";
    public const string Lead = "lead";
    public const string Form = "form-groups";

    public Task TakeInAsync(string cycle, string meeting, CancellationToken cancellation) => groups.ChangeAsync(
        cycle,
        meeting,
        async grouping =>
        {
            CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
            DecisionOnRecord[] waiting =
            [
                .. (await decisions.ListAsync(cycle, cancellation))
                    .Where(d => d.Kind is Move or Lead or Form && MeetingOf(d) == meeting && !grouping.Applied.Contains(d.Id))
                    .OrderBy(d => d.At)
                    .ThenBy(d => d.Id, StringComparer.Ordinal),
            ];
            foreach (DecisionOnRecord decision in waiting)
                grouping = new(await ApplyAsync(grouping.Groups, decision, contents, cancellation), [.. grouping.Applied, decision.Id]);
            return grouping;
        },
        cancellation);

    /// <summary>The round whose answers the groups make that a decision is about; the first workshop's where it says nothing.</summary>
    public static string MeetingOf(DecisionOnRecord decision) => decision.Round ?? RoundKinds.Commitments.Id;

    /// <summary>Stakeholder ids of those who said they would come, in an order that does not depend on when they answered.</summary>
    public static IReadOnlyList<string> Attending(IReadOnlyList<SubmittedAnswer> replies) => Those(replies, "yes");

    private async Task<IReadOnlyList<WorkingGroup>> ApplyAsync(
        IReadOnlyList<WorkingGroup> there, DecisionOnRecord decision, CycleContents contents, CancellationToken cancellation) => decision.Kind switch
    {
        Move when decision.Who is { } who => GroupMoves.Person(there, who, decision.Group!),
        Move => GroupMoves.Recommendation(there, decision.Recommendation!, decision.Group!, contents.Recommendations),
        Lead => GroupMoves.Lead(there, decision.Who!),
        _ when MeetingOf(decision) == RoundKinds.MonitoringPlan.Id =>
            SubGroups.Form(contents, Choices.WithThoseThere(await answers.NewestAsync(new(contents.Settings.Id, RoundKinds.MonitoringInvitation.Id), cancellation), there)),
        _ => WorkingGroups.Form(contents, await ComingAsync(there, contents.Settings.Id, cancellation), decision.Groups ?? contents.Settings.WorkshopGroups),
    };

    // Whoever said so, late answers too, and whoever a coordinator put into a group after a telephone call, unless they said no since.
    private async Task<IReadOnlyList<string>> ComingAsync(IReadOnlyList<WorkingGroup> there, string cycle, CancellationToken cancellation)
    {
        IReadOnlyList<SubmittedAnswer> newest = await answers.NewestAsync(new(cycle, RoundKinds.WorkshopInvitation.Id), cancellation);
        IReadOnlyList<string> staying = Those(newest, "no");
        return [.. Attending(newest).Union(there.SelectMany(g => g.Members)).Except(staying)];
    }

    private static IReadOnlyList<string> Those(IReadOnlyList<SubmittedAnswer> replies, string said) =>
        [.. replies.Where(r => r.Sheet.Answer("attending") == said).Select(r => r.Who).Order(StringComparer.Ordinal)];
}
