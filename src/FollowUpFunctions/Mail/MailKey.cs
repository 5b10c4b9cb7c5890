using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Mail;

/// <summary>
/// The name of a mail, unique over all cycles and the same whenever the mail is made again: <c>cycle/round~kind~ordinal~invitation</c>, with
/// <c>~g2</c> and so on for a later generation of the invitation. It names nobody: an invitation's id is a fingerprint.
/// </summary>
public sealed record MailKey(InvitationRef Invitation, string Row, int Generation)
{
    public static MailKey Of(MailBatch batch, Invitation invitation) =>
        new(invitation.Ref, batch.Prefix + Suffix(invitation), invitation.Generation);

    /// <summary>What a batch's keys differ in.</summary>
    public static string Suffix(Invitation invitation) =>
        invitation.Generation == 1 ? invitation.Ref.Id : string.Create(CultureInfo.InvariantCulture, $"{invitation.Ref.Id}~g{invitation.Generation}");

    /// <summary>The key that a notice names, or null where it can't be one of ours.</summary>
    public static MailKey? Parse(string text)
    {
        string[] halves = text.Split('/');
        string[] parts = halves[^1].Split('~');
        if (halves.Length != 2 || parts.Length is < 4 or > 5 || !Slug.IsSlug(halves[0]) || RoundKinds.Find(parts[0]) is null || !InvitationRef.IsId(parts[3]))
            return null;
        int generation = 1;
        return parts.Length == 4 || (parts[4].StartsWith('g') && int.TryParse(parts[4].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out generation))
            ? new(new(halves[0], parts[0], parts[3]), halves[1], generation)
            : null;
    }

    public override string ToString() => $"{Invitation.Cycle}/{Row}";
}
