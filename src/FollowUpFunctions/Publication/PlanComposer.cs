using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Decisions.Kinds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Publication;

/// <summary>Makes the published model from what is on record.</summary>
public sealed class PlanComposer(CyclesTable cycles, DecisionsTable decisions, InvitationsTable invitations, MeetingGuests guests)
{
    /// <summary>Brings the coordinators' assignments into the plan's items, and gives the cycle with them.</summary>
    public async Task<CycleContents> SettleAssignmentsAsync(string cycle, CancellationToken cancellation)
    {
        CycleContents contents = await AssignedAsync(cycle, cancellation);
        await cycles.WriteItemsAsync(cycle, contents.Items, cancellation);
        return contents;
    }

    /// <summary>The plan as it would be published now.</summary>
    public async Task<PublishedPlan> DraftAsync(string cycle, DateTimeOffset now, CancellationToken cancellation) =>
        await ComposeAsync(await AssignedAsync(cycle, cancellation), 1, now, cancellation);

    public async Task<PublishedPlan> ComposeAsync(CycleContents cycle, int version, DateTimeOffset at, CancellationToken cancellation)
    {
        RoundRef consultation = new(cycle.Settings.Id, RoundKinds.Consultation.Id);
        int pages = (await cycles.RoundAsync(consultation, cancellation))?.Pages ?? 0;
        Dictionary<StakeholderCategory, int> answered = (await invitations.CountedAsync(consultation, pages, cancellation))
            .Where(i => i.Frozen > 0 && i.Category is not null)
            .GroupBy(i => i.Category!.Value)
            .ToDictionary(g => g.Key, g => g.Count());
        return PublishedPlans.Compose(cycle, version, at, answered, await guests.NamesAsync(cycle.Settings.Id, cancellation));
    }

    private async Task<CycleContents> AssignedAsync(string cycle, CancellationToken cancellation)
    {
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        IEnumerable<Assignment> assignments = (await decisions.ListAsync(cycle, cancellation))
            .Where(d => d.Kind == Assign.Kind)
            .Select(d => new Assignment(d.Id, d.Recommendation!, d.Organisation!, d.At));
        return contents with { Items = Assignments.Apply(contents.Items, [.. assignments]) };
    }
}
