using System.Text;
using System.Text.Json.Nodes;

namespace FollowUpFunctions.Tests.Infrastructure.SendGrid;

/// <summary>What SendGrid's published description of <c>POST /v3/mail/send</c> asks of a call.</summary>
internal static class SendGridRules
{
    private static readonly HashSet<string> members =
        ["personalizations", "from", "reply_to", "reply_to_list", "subject", "content", "attachments", "template_id", "headers", "categories", "custom_args", "send_at", "batch_id", "asm", "ip_pool_name", "mail_settings", "tracking_settings", "sections"];

    private static readonly HashSet<string> reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-sg-id", "x-sg-eid", "received", "dkim-signature", "Content-Type", "Content-Transfer-Encoding", "To", "From", "Subject", "Reply-To", "CC", "BCC",
    };

    public static IEnumerable<(string Field, string Message)> Faults(JsonNode call)
    {
        foreach (string unknown in call.AsObject().Select(m => m.Key).Where(m => !members.Contains(m)))
            yield return (unknown, "Unknown member.");
        if (!IsAddress((string?)call["from"]?["email"]))
            yield return ("from.email", "The from email does not contain a valid address.");
        if (string.IsNullOrEmpty((string?)call["subject"]))
            yield return ("subject", "The subject is required.");
        JsonArray content = call["content"]?.AsArray() ?? [];
        if (content.Count == 0)
            yield return ("content", "Unless a valid template_id is provided, the content parameter is required.");
        for (int n = 0; n < content.Count; n++)
        {
            if (string.IsNullOrEmpty((string?)content[n]!["value"]))
                yield return ($"content.{n}.value", "The content value must be a string at least one character in length.");
            if (((string)content[n]!["type"]!).Any(c => c is ';' or ',' or '\r' or '\n'))
                yield return ($"content.{n}.type", "The content type cannot contain ';', ',', or CRLF characters.");
        }

        if (content.Count > 1 && ((string?)content[0]!["type"], (string?)content[1]!["type"]) != ("text/plain", "text/html"))
            yield return ("content", "If present, text/plain and text/html may only be provided once, text/plain first.");
        foreach (JsonNode? attachment in call["attachments"]?.AsArray() ?? [])
        {
            if (string.IsNullOrEmpty((string?)attachment!["filename"]) || !Convert.TryFromBase64String((string)attachment["content"]!, new byte[100_000], out _))
                yield return ("attachments", "The attachment content must be base64 encoded, and it needs a filename.");
            if (((string?)attachment["type"] ?? "").Any(c => c is ';' or '\r' or '\n'))
                yield return ("attachments.type", "The attachment type cannot contain ';' or CRLF characters.");
        }

        JsonArray people = call["personalizations"]?.AsArray() ?? [];
        if (people.Count is 0 or > 1_000)
            yield return ("personalizations", "The personalizations field is required and may have at most 1000 items.");
        HashSet<string> addresses = new(StringComparer.OrdinalIgnoreCase);
        for (int n = 0; n < people.Count; n++)
        {
            foreach ((string field, string message) in Faults(people[n]!, addresses))
                yield return ($"personalizations.{n}.{field}", message);
        }
    }

    private static IEnumerable<(string Field, string Message)> Faults(JsonNode person, HashSet<string> addresses)
    {
        JsonArray to = person["to"]?.AsArray() ?? [];
        if (to.Count == 0)
            yield return ("to", "The to array is required for all personalization objects, and must have at least one email object.");
        for (int n = 0; n < to.Count; n++)
        {
            string? address = (string?)to[n]!["email"];
            if (!IsAddress(address))
                yield return ($"to.{n}.email", "Does not contain a valid address.");
            else if (!addresses.Add(address!))
                yield return ($"to.{n}", "Each email address should be unique.");
        }

        foreach ((string name, JsonNode? value) in person["headers"]?.AsObject() ?? [])
        {
            if (reserved.Contains(name) || ((string)value!).Any(char.IsControl))
                yield return ("headers", "You can't use a reserved header, or line breaks in one.");
        }

        if (Bytes(person["substitutions"]) > 10_000)
            yield return ("substitutions", "The total size of your substitutions may not exceed 10000 bytes.");
        if (Bytes(person["custom_args"]) > 10_000)
            yield return ("custom_args", "The total size of your custom args may not exceed 10000 bytes.");
    }

    private static int Bytes(JsonNode? values) =>
        (values?.AsObject() ?? []).Sum(v => Encoding.UTF8.GetByteCount(v.Key) + Encoding.UTF8.GetByteCount((string)v.Value!));

    private static bool IsAddress(string? text) => text is not null && text.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && !text.EndsWith(".invalid", StringComparison.Ordinal);
}
