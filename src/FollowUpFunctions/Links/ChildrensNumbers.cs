using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Links;

/// <summary>
/// The numbers that children type: digits, which are on every keyboard and in every script. All are derived by HMAC-SHA256 and none is stored.
/// A group's number has 15 digits (49 bits), a child's number for taking back has 16, of which 12 are the child's own (39 bits): too many to
/// guess over the web, so that nobody is ever locked out, and nobody can have others locked out.
/// </summary>
public sealed class ChildrensNumbers(FollowUpOptions options)
{
    public const int GroupDigits = 15;
    public const int WithdrawalDigits = 16;
    private const int PrefixDigits = 4;
    private readonly byte[] _key = Convert.FromBase64String(options.LinkSigningKey);

    /// <param name="generation">Of the adult's invitation: a corrected address gets another number.</param>
    public string OfGroup(GroupRef group, int generation) =>
        Digits(GroupDigits, "group", group.Cycle, group.Invitation, generation.ToString(CultureInfo.InvariantCulture));

    public string WithdrawalPrefix(GroupRef group) => Digits(PrefixDigits, "withdrawal-prefix", group.Cycle, group.Invitation);

    /// <param name="ticket">Of the child's visit.</param>
    public string Withdrawal(GroupRef group, string ticket) =>
        WithdrawalPrefix(group) + Digits(WithdrawalDigits - PrefixDigits, "withdrawal", group.Cycle, group.Invitation, ticket);

    public static string PrefixOf(string withdrawal) => withdrawal[..PrefixDigits];

    /// <summary>What is stored in place of a number, or of a visit's ticket: 128 bits in hex that lead back to nothing without the key.</summary>
    public string Hash(string purpose, string secret) => Convert.ToHexStringLower(Mac(purpose, secret).AsSpan(0, 16));

    /// <summary>The address of the safeguarding contact's page; another one where the contact is another.</summary>
    public string Safeguarding(string cycle, string email) => $"{options.BaseUrl}/s/{cycle}/{SafeguardingToken(cycle, email)}";

    public bool IsSafeguarding(string cycle, string email, string token) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(SafeguardingToken(cycle, email)), Encoding.UTF8.GetBytes(token));

    // Of the form of all tokens, so that it is blanked out of logs too.
    private string SafeguardingToken(string cycle, string email) => string.Create(
        CultureInfo.InvariantCulture, $"{options.LinkKeyVersion}.{Base64Url.EncodeToString(Mac("safeguarding", cycle, email).AsSpan(0, 18))}");

    private string Digits(int count, params string[] parts)
    {
        ulong number = BinaryPrimitives.ReadUInt64BigEndian(Mac(parts)) % (ulong)Math.Pow(10, count);
        return number.ToString($"D{count}", CultureInfo.InvariantCulture);
    }

    private byte[] Mac(params string[] parts) => HMACSHA256.HashData(
        _key, Encoding.UTF8.GetBytes(string.Join('\n', (string[])["children", options.LinkKeyVersion.ToString(CultureInfo.InvariantCulture), .. parts])));
}
