using System.Globalization;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Rounds;

namespace FollowUpFunctions.Links;

/// <summary>
/// Personal links: an invitation's id and an HMAC-SHA256 over purpose, key version, cycle, round, invitation and generation, cut to 144 bits.
/// Nothing secret is stored: every mail derives the link again, and a new generation makes the old ones worthless.
/// </summary>
public sealed class PersonalLinks(LinkKeys keys, FollowUpOptions options)
{
    public string Form(InvitationRef invitation, int generation) => Link("r", invitation, generation);

    /// <summary>The address for <c>List-Unsubscribe</c> (RFC 8058).</summary>
    public string Unsubscribe(InvitationRef invitation, int generation) => Link("u", invitation, generation);

    public bool IsForm(InvitationRef invitation, int generation, string token) => keys.IsToken(token, Signed("r", invitation, generation));

    public bool IsUnsubscribe(InvitationRef invitation, int generation, string token) => keys.IsToken(token, Signed("u", invitation, generation));

    private string Link(string purpose, InvitationRef invitation, int generation) =>
        $"{options.BaseUrl}/{purpose}/{invitation.Cycle}/{invitation.Round}/{invitation.Id}/{keys.Token(Signed(purpose, invitation, generation))}";

    private static Func<int, string> Signed(string purpose, InvitationRef i, int generation) => version => string.Join(
        '\n', purpose, version.ToString(CultureInfo.InvariantCulture), i.Cycle, i.Round, i.Id, generation.ToString(CultureInfo.InvariantCulture));
}
