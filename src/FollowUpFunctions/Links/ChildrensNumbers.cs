using System.Buffers.Binary;
using System.Globalization;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Links;

/// <summary>
/// The numbers that children type: digits, which are on every keyboard and in every script. All are derived by HMAC-SHA256 and none is stored.
/// A group's number has 15 digits (49 bits), a child's number for taking back has 16, of which 12 are the child's own (39 bits): too many to
/// guess over the web, so that nobody is ever locked out, and nobody can have others locked out. A group stays with the key under which its adult attested:
/// its children's numbers are made and found under that one.
/// </summary>
public sealed class ChildrensNumbers(LinkKeys keys, FollowUpOptions options)
{
    public const int GroupDigits = 15;
    public const int WithdrawalDigits = 16;
    private const int PrefixDigits = 4;

    /// <summary>The versions of keys under which a number may have been made, the newest first.</summary>
    public IReadOnlyList<int> Keys => keys.Versions;

    /// <summary>The one under which new numbers are made.</summary>
    public int NewestKey => keys.Current;

    /// <param name="generation">Of the adult's invitation: a corrected address gets another number.</param>
    public string OfGroup(int key, GroupRef group, int generation) =>
        Digits(key, GroupDigits, "group", group.Cycle, group.Invitation, generation.ToString(CultureInfo.InvariantCulture));

    public string WithdrawalPrefix(int key, GroupRef group) => Digits(key, PrefixDigits, "withdrawal-prefix", group.Cycle, group.Invitation);

    /// <param name="ticket">Of the child's visit.</param>
    public string Withdrawal(int key, GroupRef group, string ticket) =>
        WithdrawalPrefix(key, group) + Digits(key, WithdrawalDigits - PrefixDigits, "withdrawal", group.Cycle, group.Invitation, ticket);

    public static string PrefixOf(string withdrawal) => withdrawal[..PrefixDigits];

    /// <summary>What is stored in place of a number, or of a visit's ticket: 128 bits in hex that lead back to nothing without the key.</summary>
    public string Hash(int key, string purpose, string secret) => Convert.ToHexStringLower(keys.Mac(key, Signed(key, purpose, secret)).AsSpan(0, 16));

    /// <summary>The address of the safeguarding contact's page; another one where the contact is another.</summary>
    public string Safeguarding(string cycle, string email) => $"{options.BaseUrl}/s/{cycle}/{keys.Token(version => Signed(version, "safeguarding", cycle, email))}";

    public bool IsSafeguarding(string cycle, string email, string token) => keys.IsToken(token, version => Signed(version, "safeguarding", cycle, email));

    private string Digits(int key, int count, params string[] parts)
    {
        ulong number = BinaryPrimitives.ReadUInt64BigEndian(keys.Mac(key, Signed(key, parts))) % (ulong)Math.Pow(10, count);
        return number.ToString($"D{count}", CultureInfo.InvariantCulture);
    }

    private static string Signed(int key, params string[] parts) => string.Join('\n', (string[])["children", key.ToString(CultureInfo.InvariantCulture), .. parts]);
}
