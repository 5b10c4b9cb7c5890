using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Publication;

/// <summary>How a published plan stands in JSON.</summary>
public static class PublicationJson
{
    /// <summary>camelCase, categories and states as slugs, every field there even when it is null, letters of all scripts as they are.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>JSON Schema (draft 2020-12) of a published plan.</summary>
    public static string Schema { get; } = ReadSchema();

    private static JsonSerializerOptions Make()
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            WriteIndented = false,
            Converters =
            {
                new JsonStringEnumConverter<ResponsibilityState>(JsonNamingPolicy.KebabCaseLower),
                new JsonStringEnumConverter<TextStatus>(JsonNamingPolicy.KebabCaseLower),
            },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static string ReadSchema()
    {
        using Stream stream = typeof(PublicationJson).Assembly.GetManifestResourceStream("plan.schema.json")
            ?? throw new InvalidOperationException("The build has no plan.schema.json: it must be an embedded resource.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
