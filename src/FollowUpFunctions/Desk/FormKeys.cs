using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Desk;

/// <summary>
/// The key that stands in every form of the desk: the session that it was made for, and HMAC-SHA256 of that. Nobody else can make one, so a form that comes
/// when its session has ended is told from one that is forged. It opens nothing: the session's secret stands in the cookie alone.
/// </summary>
public sealed class FormKeys(FollowUpOptions options)
{
    public string Of(DeskSession session) => Of(session.Key);

    public bool IsOf(DeskSession session, string? key) => Same(key, Of(session.Key));

    /// <summary>Whose session a key was made for, as <see cref="DeskSession.Person"/> names them, whether or not the session has ended.</summary>
    /// <returns>Null for what is no key of ours.</returns>
    public string? PersonOf(string? key) =>
        key?.Split('.') is [{ } person, { } session, _] && Same(key, Of($"{person}.{session}")) ? person : null;

    private string Of(string session) =>
        $"{session}.{Base64Url.EncodeToString(HMACSHA256.HashData(Convert.FromBase64String(options.LinkSigningKey), Encoding.UTF8.GetBytes($"desk-form\n{session}")))}";

    private static bool Same(string? sent, string key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent ?? ""), Encoding.UTF8.GetBytes(key));
}
