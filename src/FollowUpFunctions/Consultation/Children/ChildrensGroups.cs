using System.Globalization;
using FollowUp.Domain.Children;
using FollowUp.Domain.Forms;
using FollowUp.Pages.Children;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Links;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Consultation.Children;

/// <summary>What the focal adult's form does beside asking: it attests consent, and then shows the group's number.</summary>
public sealed class ChildrensGroups(
    VoicesTable voices, ChildrensCodes codes, ChildrensNumbers numbers, JournalTable journal, FollowUpOptions options, TimeProvider clock)
{
    /// <summary>What the adult's page shows beside its questions; null on the forms of other rounds.</summary>
    public async Task<ChildrensGroupView?> ViewAsync(FormVisit visit, CancellationToken cancellation)
    {
        if (visit.Kind != ChildrensRounds.Consultation || visit.Facts.Settings.Children is not { } safety)
            return null;
        GroupRef reference = Of(visit.Invitation);
        ChildrensGroup? group = await voices.GroupAsync(reference, cancellation);
        bool opens = group is { Sealed: false } && visit is { Invitation.Submitted: null, Round.IsOpen: true };
        string? number = opens ? await NumberAsync(reference, visit.Invitation.Generation, cancellation) : null;
        return new(
            safety,
            $"{options.BaseUrl}/{ChildEndpoints.Route}",
            number,
            group?.Voices ?? 0,
            opens && number is null ? null : group?.Attested.Children,
            TooYoung: visit.Sheet.Answer(ChildrensForms.AgeBand) is { } band && !AgeBands.IsOldEnough(band, safety.Youngest));
    }

    /// <summary>Takes down what was attested on a step of the form that is in order; on other steps nothing happens.</summary>
    public async Task TakeAsync(FormVisit visit, FormStep step, CancellationToken cancellation)
    {
        if (visit.Kind != ChildrensRounds.Consultation || step.Page.Id != ChildrensForms.Attestation || visit.Facts.Settings.Children is not { } safety)
            return;
        string? band = visit.Sheet.Answer(ChildrensForms.AgeBand);
        if (FormCheck.Step(step, visit.Sheet, visit.Invitation.Asked).Count > 0
            || !AgeBands.IsOldEnough(band!, safety.Youngest)
            || !int.TryParse(visit.Sheet.Answer(ChildrensForms.Children), NumberStyles.None, CultureInfo.InvariantCulture, out int children))
        {
            return;
        }

        GroupRef group = Of(visit.Invitation);
        Attestation attested = new(children, band!, visit.Sheet.Answer(ChildrensForms.Region)?.Trim());
        int generation = visit.Invitation.Generation;
        if ((await voices.GroupAsync(group, cancellation))?.Attested == attested && await NumberAsync(group, generation, cancellation) is not null)
            return;
        await journal.WriteAsync(
            group.Cycle, new(JournalEvents.ConsentAttested, clock.GetUtcNow(), group.Invitation, $"{children} children, {band}"), cancellation);
        int key = numbers.NewestKey;
        string hash = numbers.Hash(key, "group", numbers.OfGroup(key, group, generation));
        await codes.WriteAsync(group, hash, numbers.WithdrawalPrefix(key, group), generation, cancellation);
        await voices.AttestAsync(group, attested, cancellation);
    }

    /// <returns>The number by which the group's children come in; null where it was made under a key that is known no more: attesting again makes another.</returns>
    private async Task<string?> NumberAsync(GroupRef group, int generation, CancellationToken cancellation)
    {
        foreach (int key in numbers.Keys)
        {
            string number = numbers.OfGroup(key, group, generation);
            if (await codes.FindAsync(numbers.Hash(key, "group", number), cancellation) is not null)
                return number;
        }

        return null;
    }

    public static GroupRef Of(Invitation invitation) => new(invitation.Ref.Cycle, invitation.Ref.Id);
}
