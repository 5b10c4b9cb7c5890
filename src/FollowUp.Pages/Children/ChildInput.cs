using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace FollowUp.Pages.Children;

/// <summary>The fields of the children's pages, and what was posted in them.</summary>
public static class ChildInput
{
    public const string Step = "_step";
    public const string Ticket = "_ticket";
    public const string Disclosed = "_disclosed";
    public const string Number = "number";
    public const string Topics = "topics";
    public const string Words = "words";
    public const string Quote = "quote";
    public const string Disclosure = "tell";

    /// <summary>Buttons beside <c>continue</c> and <c>send</c>.</summary>
    public const string Skip = "skip";
    public const string Back = "back";
    public const string Disclose = "disclose";

    private const int TicketBytes = 16;

    public static string NewTicket() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TicketBytes));

    /// <summary>The page that was answered, and all answers; what is not of this page is taken as it came.</summary>
    public static (ChildStep Step, ChildAnswers Answers) Read(IReadOnlyDictionary<string, IReadOnlyList<string>> posted)
    {
        ChildStep step = Enum.TryParse(Field(Step), ignoreCase: false, out ChildStep named) && named <= ChildStep.Check ? named : ChildStep.Number;
        string ticket = Field(Ticket) ?? "";
        return (step, new(
            Digits(Field(Number)),
            Base64Url.IsValid(ticket, out int bytes) && bytes == TicketBytes ? ticket : "",
            [.. posted.GetValueOrDefault(Topics, []).Distinct()],
            Text(Words),
            Field(Quote) switch { "yes" => true, "no" => false, _ => null },
            Field(Disclosed) == "yes",
            Text(Disclosure)));

        string? Field(string name) => posted.TryGetValue(name, out IReadOnlyList<string>? values) ? values[0] : null;

        string? Text(string name) => Field(name)?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>The digits of what was typed, in whatever script, as Latin ones; all else is left out.</summary>
    public static string Digits(string? typed) => string.Concat((typed ?? "")
        .Select(CharUnicodeInfo.GetDecimalDigitValue)
        .Where(digit => digit >= 0)
        .Select(digit => digit.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A number in groups of so many digits, to be read out.</summary>
    public static string Grouped(string digits, int size) => string.Join(' ', digits.Chunk(size).Select(c => new string(c)));
}
