using System.Text.Json;

namespace RegisterFigures;

/// <summary>What a document says, put down by people: the file beside it with the ending <c>.json</c>.</summary>
public sealed record AnswerFile(IReadOnlyList<AnswerParagraph> Paragraphs)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>A file beside the document that is in the form of answers.</summary>
    public static bool Exists(string document)
    {
        string answers = Path.ChangeExtension(document, ".json");
        return File.Exists(answers) && JsonDocument.Parse(File.ReadAllText(answers)).RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("paragraphs", out _);
    }

    public static AnswerFile Read(string path) =>
        JsonSerializer.Deserialize<AnswerFile>(File.ReadAllText(path), _json) ?? throw new InvalidDataException($"{path} is empty.");
}

/// <param name="Para">Number.</param>
/// <param name="Cluster">Heading as printed.</param>
/// <param name="Subitems">Letters.</param>
public sealed record AnswerParagraph(
    int Para, string? Section, string? Cluster, string? Heading, bool HasRecommendation, IReadOnlyList<string> Subitems);
