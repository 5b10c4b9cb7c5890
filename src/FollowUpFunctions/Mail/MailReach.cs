using FollowUp.Domain.Cycles;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Mail;

/// <summary>Whom mail of a cycle can go to now.</summary>
public sealed record MailReach(CycleFacts Facts, IReadOnlySet<string> OptedOut, IReadOnlyDictionary<string, Stopped> StoppedAddresses)
{
    public bool IsStopped(Invitation invitation) =>
        Facts.ContactOf(invitation.Who) is { } contact && StoppedAddresses.ContainsKey(Storage.StoppedAddresses.Fingerprint(contact.Email));

    public bool Reaches(Invitation invitation) => !OptedOut.Contains(invitation.Who) && !IsStopped(invitation);

    public static async Task<MailReach> ReadAsync(CyclesTable cycles, StoppedAddresses stopped, string cycle, CancellationToken cancellation) => new(
        await cycles.CurrentFactsAsync(cycle, cancellation),
        await cycles.OptedOutAsync(cycle, cancellation),
        await stopped.ListAsync(cycle, cancellation));
}
