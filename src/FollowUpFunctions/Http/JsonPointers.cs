using System.Text.Json;

namespace FollowUpFunctions.Http;

public static class JsonPointers
{
    /// <summary>The RFC 6901 pointer of the place that a JSON path such as <c>$.calendar.rounds['a'][2]</c> names; the whole document where it names none.</summary>
    public static string Of(JsonException e) =>
        (e.Path ?? "$")[1..].Replace("['", "/", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal)
            .Replace('.', '/').Replace('[', '/').Replace("]", "", StringComparison.Ordinal);
}
