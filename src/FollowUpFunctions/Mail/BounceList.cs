using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Mail;

/// <summary>Somebody whom no mail reaches.</summary>
/// <param name="Reason"><c>bounce</c>: it came back. <c>dropped</c>: SendGrid did not try, since earlier mail had come back.</param>
/// <param name="Rounds">The open rounds that wait for the person.</param>
public sealed record BouncedContact(
    string Who, string Name, string Organisation, string Email, DateTimeOffset Since, string Reason, IReadOnlyList<string> Rounds);

public sealed class BounceList(CyclesTable cycles, StoppedAddresses stopped, InvitationsTable invitations)
{
    /// <summary>The longest unreached first.</summary>
    public async Task<IReadOnlyList<BouncedContact>> ReadAsync(string cycle, CancellationToken cancellation)
    {
        MailReach reach = await MailReach.ReadAsync(cycles, stopped, cycle, cancellation);
        List<Round> open = [.. (await cycles.Rounds.ListAsync(cycle, cancellation)).Where(r => r.IsOpen)];
        List<BouncedContact> bounced = [];
        foreach (Contact contact in Unreached(reach))
        {
            List<string> rounds = [];
            foreach (Round round in open)
            {
                if (await invitations.OfPersonAsync(new(cycle, round.Id), round.Pages, contact.Who, cancellation) is { Submitted: null, Unsubscribed: null })
                    rounds.Add(round.Id);
            }

            Stopped since = reach.StoppedAddresses[StoppedAddresses.Fingerprint(contact.Email)];
            bounced.Add(new(contact.Who, contact.Name, contact.Organisation, contact.Email, since.Since, since.Reason, rounds));
        }

        return [.. bounced.OrderBy(b => b.Since).ThenBy(b => b.Who, StringComparer.Ordinal)];
    }

    /// <summary>How many are unreached and since when the first of them is; null for none.</summary>
    public async Task<(int Count, DateTimeOffset Since)?> CountAsync(string cycle, CancellationToken cancellation)
    {
        MailReach reach = await MailReach.ReadAsync(cycles, stopped, cycle, cancellation);
        List<Contact> unreached = [.. Unreached(reach)];
        return unreached.Count == 0
            ? null
            : (unreached.Count, unreached.Min(c => reach.StoppedAddresses[StoppedAddresses.Fingerprint(c.Email)].Since));
    }

    /// <summary>Since when whom no mail reaches, by who; without the rounds that wait for them.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> SinceAsync(string cycle, CancellationToken cancellation)
    {
        MailReach reach = await MailReach.ReadAsync(cycles, stopped, cycle, cancellation);
        return Unreached(reach).ToDictionary(c => c.Who, c => reach.StoppedAddresses[StoppedAddresses.Fingerprint(c.Email)].Since);
    }

    private static IEnumerable<Contact> Unreached(MailReach reach) => reach.StoppedAddresses.Count == 0
        ? []
        : reach.Facts.Contacts.Where(c => reach.StoppedAddresses.ContainsKey(StoppedAddresses.Fingerprint(c.Email)));
}
