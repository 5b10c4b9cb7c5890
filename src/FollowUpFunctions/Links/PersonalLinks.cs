using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Rounds;

namespace FollowUpFunctions.Links;

/// <summary>
/// Personal links: an invitation's id and an HMAC-SHA256 over purpose, key version, cycle, round, invitation and generation, cut to 144 bits.
/// Nothing secret is stored: every mail derives the link again, and a new generation makes the old ones worthless.
/// </summary>
public sealed class PersonalLinks(FollowUpOptions options)
{
    private const int TokenBytes = 18;
    private readonly byte[] _key = Convert.FromBase64String(options.LinkSigningKey);

    public string Form(InvitationRef invitation, int generation) => Link("r", invitation, generation);

    /// <summary>The address for <c>List-Unsubscribe</c> (RFC 8058).</summary>
    public string Unsubscribe(InvitationRef invitation, int generation) => Link("u", invitation, generation);

    public bool IsForm(InvitationRef invitation, int generation, string token) => Matches("r", invitation, generation, token);

    public bool IsUnsubscribe(InvitationRef invitation, int generation, string token) => Matches("u", invitation, generation, token);

    private string Link(string purpose, InvitationRef invitation, int generation) =>
        $"{options.BaseUrl}/{purpose}/{invitation.Cycle}/{invitation.Round}/{invitation.Id}/{Token(purpose, invitation, generation)}";

    private string Token(string purpose, InvitationRef i, int generation)
    {
        string version = options.LinkKeyVersion.ToString(CultureInfo.InvariantCulture);
        string text = string.Join('\n', purpose, version, i.Cycle, i.Round, i.Id, generation.ToString(CultureInfo.InvariantCulture));
        byte[] mac = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text));
        return $"{version}.{Base64Url.EncodeToString(mac.AsSpan(0, TokenBytes))}";
    }

    private bool Matches(string purpose, InvitationRef invitation, int generation, string token) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Token(purpose, invitation, generation)),
            Encoding.UTF8.GetBytes(token));
}
