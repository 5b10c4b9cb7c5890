using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>A row of a sheet of recommendations.</summary>
/// <param name="Symbol">Of the document; null where the sheet doesn't say.</param>
public sealed record RecommendationRow(string? Symbol, RecommendationRequest Request)
{
    public static RecommendationRow Blank { get; } =
        new(null, new(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null));

    /// <summary>What one would have to ask for to get this recommendation.</summary>
    public static RecommendationRow Of(Recommendation r) => new(r.Symbol, RecommendationRequest.Of(r));

    public TextRequest? Text(string language) => Request.Texts?.GetValueOrDefault(language);

    public RecommendationRow With(string language, TextRequest? text)
    {
        Dictionary<string, TextRequest?> texts = new(Request.Texts ?? new Dictionary<string, TextRequest?>()) { [language] = text };
        return this with { Request = Request with { Texts = texts } };
    }
}

internal static class TextStatuses
{
    public static string Slug(TextStatus status) => status switch
    {
        TextStatus.Checked => "checked",
        TextStatus.Official => "official",
        _ => "informal",
    };
}
