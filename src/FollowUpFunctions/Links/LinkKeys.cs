using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FollowUpFunctions.Configuration;

namespace FollowUpFunctions.Links;

/// <summary>
/// What signs links and numbers: one key makes new ones, and those that came before it still know their own. A link names the version of its key; a number
/// that children type does not, so all are tried.
/// </summary>
public sealed class LinkKeys(FollowUpOptions options)
{
    private const int TokenBytes = 18;
    private readonly Dictionary<int, byte[]> _keys = options.Links.All.ToDictionary(k => k.Version, k => k.Key);

    /// <summary>The version that signs.</summary>
    public int Current { get; } = options.Links.Version;

    /// <summary>All versions that are known, the one that signs first.</summary>
    public IReadOnlyList<int> Versions { get; } = [.. options.Links.All.Select(k => k.Version)];

    /// <summary>HMAC-SHA256.</summary>
    public byte[] Mac(int version, string text) => HMACSHA256.HashData(_keys[version], Encoding.UTF8.GetBytes(text));

    /// <summary>The key's version, a point and 144 bits in base64url: the form by which tokens are blanked out of logs.</summary>
    /// <param name="text">What the token is for; under another version it is another text.</param>
    public string Token(Func<int, string> text) => Token(Current, text);

    /// <summary>Whether a token is for this, under the key that it names.</summary>
    public bool IsToken(string token, Func<int, string> text)
    {
        // One that names no key of ours is compared with the newest, in the same time.
        int version = Versions.FirstOrDefault(v => token.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{v}."), StringComparison.Ordinal), Current);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Token(version, text)), Encoding.UTF8.GetBytes(token));
    }

    private string Token(int version, Func<int, string> text) =>
        string.Create(CultureInfo.InvariantCulture, $"{version}.{Base64Url.EncodeToString(Mac(version, text(version)).AsSpan(0, TokenBytes))}");
}
