using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FollowUpFunctions.Mail.SendGrid;

/// <summary>What SendGrid has against a call (400).</summary>
internal static partial class SendGridErrors
{
    /// <summary>The personalizations whose address it takes for none; they hold up the others of the call, which are well.</summary>
    /// <param name="body">Such as <c>{"errors":[{"message":"…","field":"personalizations.3.to.0.email"}]}</c>.</param>
    public static IReadOnlySet<int> BadAddresses(string body, int personalizations)
    {
        HashSet<int> bad = [];
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("errors", out JsonElement errors) || errors.ValueKind != JsonValueKind.Array)
                return bad;
            foreach (JsonElement error in errors.EnumerateArray())
            {
                if (error.TryGetProperty("field", out JsonElement field) && field.ValueKind == JsonValueKind.String
                    && Address.Match(field.GetString()!) is { Success: true } address
                    && int.TryParse(address.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n < personalizations)
                {
                    bad.Add(n);
                }
            }
        }
        catch (JsonException)
        {
            // A page of a proxy, perhaps: it says nothing of addresses.
        }

        return bad;
    }

    [GeneratedRegex(@"^personalizations\W(\d+)\W+to\W\d+\W+email$")]
    private static partial Regex Address { get; }
}
