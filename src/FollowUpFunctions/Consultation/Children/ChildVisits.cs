using FollowUp.Domain.Children;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Links;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Consultation.Children;

/// <summary>A child who came with a group's number.</summary>
/// <param name="Who">Stakeholder id of the group's organisation.</param>
/// <param name="Key">Version of the key under which the group's number was made.</param>
/// <param name="IsOpen">Whether the group still takes voices: attested, not finished, the round open.</param>
public sealed record ChildVisit(GroupRef Group, int Key, string Who, CycleFacts Facts, ChildrensSafety Safety, ChildrensGroup OnRecord, bool IsOpen)
{
    public bool IsFull => OnRecord.Voices >= OnRecord.Attested.Children;
}

/// <summary>Opens the children's pages by a group's number.</summary>
public sealed class ChildVisits(
    CyclesTable cycles, InvitationsTable invitations, VoicesTable voices, ChildrensCodes codes, ChildrensNumbers numbers)
{
    /// <summary>The visit, or null for a number that opens nothing: unknown, mistyped and revoked are all the same.</summary>
    public async Task<ChildVisit?> OpenAsync(string number, CancellationToken cancellation)
    {
        if (number.Length != ChildrensNumbers.GroupDigits
            || await FindAsync(number, cancellation) is not { } found
            || await invitations.FindAsync(new(found.Group.Cycle, ChildrensRounds.Consultation.Id, found.Group.Invitation), cancellation) is not { } adult
            || adult.Generation != found.Generation
            || await voices.GroupAsync(found.Group, cancellation) is not { } group
            || await cycles.FactsAsync(found.Group.Cycle, cancellation) is not { Settings.Children: { } safety } facts
            || await cycles.Rounds.FindAsync(new(found.Group.Cycle, ChildrensRounds.Consultation.Id), cancellation) is not { } round)
        {
            return null;
        }

        return new(found.Group, found.Key, adult.Who, facts, safety, group, round.IsOpen && adult is { Submitted: null, Frozen: null } && !group.Sealed);
    }

    private async Task<(GroupRef Group, int Generation, int Key)?> FindAsync(string number, CancellationToken cancellation)
    {
        foreach (int key in numbers.Keys)
        {
            if (await codes.FindAsync(numbers.Hash(key, "group", number), cancellation) is { } found)
                return (found.Group, found.Generation, key);
        }

        return null;
    }

    /// <summary>The helplines of all cycles that ask children: nobody knows yet which of them a child belongs to.</summary>
    public async Task<IReadOnlyList<Helpline>> HelplinesAsync(CancellationToken cancellation)
    {
        List<Helpline> all = [];
        foreach (string cycle in await cycles.ListAsync(cancellation))
        {
            if (await cycles.FactsAsync(cycle, cancellation) is { Settings.Children.Helpline: { } helpline } && !all.Contains(helpline))
                all.Add(helpline);
        }

        return all;
    }
}
