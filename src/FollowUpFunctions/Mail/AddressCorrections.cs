using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Mail;

/// <summary>
/// Gives somebody another address. All links that went to the old one are dead from then on; the invitations of open rounds go out again, and those
/// rounds wait for the person again.
/// </summary>
public sealed class AddressCorrections(CyclesTable cycles, StoppedAddresses stopped, InvitationsTable invitations, Outbox outbox)
{
    /// <returns>The open rounds that the person is asked in.</returns>
    public async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        string who = decision.Who!;
        string email = decision.Email!;
        if (who.StartsWith(Contact.CoordinatorPrefix, StringComparison.Ordinal) || who.StartsWith(Contact.TranslatorPrefix, StringComparison.Ordinal))
            await cycles.ChangeSettingsAsync(cycle, now => now.Changed(decision.Id, before => Corrected(before, who, email)), cancellation);
        else
            await cycles.ChangeStakeholdersAsync(cycle, new Dictionary<string, Func<Stakeholder, Stakeholder>> { [who] = s => s with { Email = email } }, cancellation);
        await stopped.RemoveAsync(cycle, email, cancellation);

        List<string> open = [];
        foreach (Round round in await cycles.Rounds.ListAsync(cycle, cancellation))
        {
            if (await RenewAsync(new(cycle, round.Id), round, decision, cancellation) is not { } invitation || !round.IsOpen)
                continue;
            open.Add(round.Id);
            if (invitation.IsOutstanding)
                await outbox.SendAsync(new(invitation.Ref.OfPage, MailKind.Invitation, 1), [invitation], cancellation);
        }

        return open;
    }

    private async Task<Invitation?> RenewAsync(RoundRef round, Round onRecord, DecisionOnRecord decision, CancellationToken cancellation)
    {
        while (true)
        {
            Invitation? invitation = await invitations.OfPersonAsync(round, onRecord.Pages, decision.Who!, cancellation);
            if (invitation is null || invitation.Corrected == decision.Id)
                return invitation;
            int generation = invitation.Generation + 1;
            List<(string, object)> columns = [(nameof(Invitation.Generation), generation), (nameof(Invitation.Corrected), decision.Id)];
            // What a round that is over has counted stays as it was.
            if (invitation.Bounced is { } bounced && !onRecord.IsOpen)
                columns.AddRange(Invitation.BouncedAt(bounced, generation));
            await invitations.TrySetAsync(invitation, cancellation, [.. columns]);
        }
    }

    private static CycleSettings Corrected(CycleSettings settings, string who, string email) => settings with
    {
        Coordinators = [.. settings.Coordinators.Select((c, n) => Contact.CoordinatorId(n) == who ? c with { Email = email } : c)],
        Translators = [.. settings.Translators.Select((t, n) => Contact.TranslatorId(n) == who ? t with { Email = email } : t)],
    };
}
