using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Publication;

/// <summary>How published plans and reports stand in JSON.</summary>
public static class PublicationJson
{
    /// <summary>camelCase, categories and states as slugs, every field there even when it is null, letters of all scripts as they are.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>JSON Schema (draft 2020-12) of a published plan.</summary>
    public static string Schema { get; } = ReadSchema("plan.schema.json");

    /// <summary>JSON Schema (draft 2020-12) of a report of commitments.</summary>
    public static string ReportSchema { get; } = ReadSchema("report.schema.json");

    /// <summary>JSON Schema (draft 2020-12) of the progress that belongs to a version.</summary>
    public static string ProgressSchema { get; } = ReadSchema("progress.schema.json");

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
                new JsonStringEnumConverter<Dispute>(JsonNamingPolicy.KebabCaseLower),
                new JsonStringEnumConverter<SignatureState>(JsonNamingPolicy.KebabCaseLower),
            },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static string ReadSchema(string name)
    {
        using Stream stream = typeof(PublicationJson).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The build has no {name}: it must be an embedded resource.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
