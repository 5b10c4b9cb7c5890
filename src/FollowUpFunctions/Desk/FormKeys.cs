using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FollowUpFunctions.Links;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Desk;

/// <summary>
/// The key that stands in every form of the desk: the session that it was made for, and HMAC-SHA256 of that. Nobody else can make one, so a form that comes
/// when its session has ended is told from one that is forged. It opens nothing: the session's secret stands in the cookie alone.
/// </summary>
public sealed class FormKeys(LinkKeys keys)
{
    public string Of(DeskSession session) => Of(keys.Current, session.Key);

    public bool IsOf(DeskSession session, string? key) => IsOf(session.Key, key);

    /// <summary>Whose session a key was made for, as <see cref="DeskSession.Person"/> names them, whether or not the session has ended.</summary>
    /// <returns>Null for what is no key of ours.</returns>
    public string? PersonOf(string? key) =>
        key?.Split('.') is [{ } person, { } session, _] && IsOf($"{person}.{session}", key) ? person : null;

    private bool IsOf(string session, string? key) =>
        keys.Versions.Any(version => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key ?? ""), Encoding.UTF8.GetBytes(Of(version, session))));

    private string Of(int version, string session) => $"{session}.{Base64Url.EncodeToString(keys.Mac(version, $"desk-form\n{session}"))}";
}
