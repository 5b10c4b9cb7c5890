using MimeKit;

namespace FollowUpFunctions.Cycles.Intake;

/// <summary>Reads e-mail addresses of one list, in which each stands once.</summary>
internal sealed class AddressBook(Findings findings)
{
    // RFC 5321 §4.5.3.1.3: 256 with the angle brackets.
    private const int Longest = 254;

    private static readonly ParserOptions _strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    private readonly Dictionary<string, (string Pointer, string Name)> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="name">Whose it is, to name both where an address stands twice.</param>
    public string Read(string pointer, string? given, string name, string ask)
    {
        string address = findings.Line(pointer, given, Longest, ask);
        if (address.Length is 0 or > Longest)
            return address;

        if (!IsAddress(address))
            findings.Add(pointer, $"“{address}” is not an e-mail address: give one address without a name, such as “dara@example.org”.");
        else if (!_seen.TryAdd(address, (pointer, name)))
            findings.Add(pointer, $"“{address}” of “{name}” is also the address of “{_seen[address].Name}” ({_seen[address].Pointer}): give each entry its own, or leave one out.");
        return address;
    }

    private static bool IsAddress(string text) =>
        MailboxAddress.TryParse(_strict, text, out MailboxAddress? mailbox)
        && mailbox.Address == text
        && text[(text.LastIndexOf('@') + 1)..].Contains('.', StringComparison.Ordinal);
}
