using Azure.Data.Tables;
using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Keeping.People;

/// <summary>
/// Takes name and address from a contact. The organisation stays, with all that it answered; it is listed among those whom no mail reaches until somebody
/// else's address is given. Links that were mailed are dead, what was begun and not sent is gone.
/// </summary>
public sealed class ErasedContacts(AppStorage storage, CyclesTable cycles, StoppedAddresses stopped, InvitationsTable invitations, TimeProvider clock)
{
    public const string Reason = "erased";

    /// <returns>How many contacts, and how many invitations.</returns>
    public async Task<ErasureCounts> EraseAsync(Erasure erasure, CancellationToken cancellation)
    {
        string cycle = erasure.Cycle;
        IReadOnlyList<string> whos = erasure.Person.Whos;
        if (whos.Count == 0)
            return new();
        await stopped.AddAsync(cycle, "", new(erasure.At, Reason), cancellation);
        await ForgetAsync(cycle, whos, cancellation);
        int links = 0;
        foreach (Round round in await cycles.Rounds.ListAsync(cycle, cancellation))
        {
            foreach (string who in whos)
                links += await RevokeAsync(erasure, new(cycle, round.Id), round, who, cancellation) ? 1 : 0;
        }

        foreach (string email in erasure.Person.Emails)
            await stopped.RemoveAsync(cycle, email, cancellation);
        foreach (string who in whos)
            await storage.Cycles.DeleteEntityAsync(cycle, $"optout~{who}", cancellationToken: cancellation);
        return new(Contacts: whos.Count, Links: links);
    }

    /// <summary>Takes names and addresses from contacts; nothing else changes.</summary>
    public async Task ForgetAsync(string cycle, IReadOnlyCollection<string> whos, CancellationToken cancellation)
    {
        await cycles.ChangeStakeholdersAsync(
            cycle, whos.ToDictionary(w => w, _ => (Func<Stakeholder, Stakeholder>)(s => s with { Contact = "", Email = "" })), cancellation);
        await cycles.ChangeSettingsAsync(cycle, settings => Without(settings, whos), cancellation);
    }

    private async Task<bool> RevokeAsync(Erasure erasure, RoundRef reference, Round round, string who, CancellationToken cancellation)
    {
        while (await invitations.OfPersonAsync(reference, round.Pages, who, cancellation) is { } invitation)
        {
            bool isDone = invitation.Corrected == erasure.Id;
            int generation = invitation.Generation + 1;
            List<(string, object)> columns = [(nameof(Invitation.Generation), generation), (nameof(Invitation.Corrected), erasure.Id)];
            // What a round that is over has counted stays as it was; one that is open does not wait for who can't be reached.
            if (round.IsOpen || invitation.Bounced is not null)
                columns.AddRange(Invitation.BouncedAt(invitation.Bounced ?? clock.GetUtcNow(), generation));
            if (!isDone && !await invitations.TrySetAsync(invitation, cancellation, [.. columns]))
                continue;
            List<TableEntity> draft = await storage.Answers.ListAsync(
                TableRows.KeysFrom(InvitationsTable.Partition(invitation.Ref.OfPage), $"{invitation.Ref.Id}~draft~"), cancellation, nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey));
            await storage.Answers.WriteAllAsync(TableTransactionActionType.Delete, draft, cancellation);
            return true;
        }

        return false;
    }

    private static CycleSettings Without(CycleSettings settings, IReadOnlyCollection<string> whos)
    {
        CycleSettings without = settings with
        {
            Coordinators = [.. settings.Coordinators.Select((c, n) => whos.Contains(Contact.CoordinatorId(n)) ? c with { Name = "", Email = "" } : c)],
            Translators = [.. settings.Translators.Select((t, n) => whos.Contains(Contact.TranslatorId(n)) ? t with { Name = "", Email = "" } : t)],
            Children = settings.Children is { } children && whos.Contains(Contact.Safeguarding)
                ? children with { Contact = new SafeguardingContact("", "", children.Contact.Language) }
                : settings.Children,
        };
        return without.Coordinators.SequenceEqual(settings.Coordinators) && without.Translators.SequenceEqual(settings.Translators) && Equals(without.Children, settings.Children)
            ? settings
            : without;
    }
}
