using System.Text.Json;
using FollowUpFunctions.Mail.SendGrid;

namespace FollowUpFunctions.Mail.Events;

/// <summary>What SendGrid tells of a mail.</summary>
/// <param name="Id"><c>sg_event_id</c>: the same however often it is told.</param>
/// <param name="Kind">Such as <c>delivered</c> or <c>bounce</c>.</param>
/// <param name="Email">Where the mail went.</param>
public sealed record MailEvent(string Id, string Kind, DateTimeOffset At, MailKey Mail, string Email)
{
    private const long LastSecond = 253402300799;

    /// <summary>Those of our mails, the earliest first; each once. What can't be one of ours is left out.</summary>
    /// <returns>Null for a body that is no list of events.</returns>
    public static IReadOnlyList<MailEvent>? Read(byte[] body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select(Read).OfType<MailEvent>().DistinctBy(e => e.Id).OrderBy(e => e.At)]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static MailEvent? Read(JsonElement element) =>
        Text(element, SendGridMessages.KeyArgument) is { } key && MailKey.Parse(key) is { } mail
        && Text(element, "sg_event_id") is { Length: > 0 } id && Text(element, "event") is { } kind
        && element.TryGetProperty("timestamp", out JsonElement at) && at.ValueKind == JsonValueKind.Number && at.TryGetInt64(out long seconds) && seconds is >= 0 and <= LastSecond
            ? new(id, kind, DateTimeOffset.FromUnixTimeSeconds(seconds), mail, Text(element, "email") ?? "")
            : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
