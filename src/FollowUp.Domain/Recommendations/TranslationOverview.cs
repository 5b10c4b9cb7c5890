using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Recommendations;

/// <summary>How far a cycle's recommendations have come in one language.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Missing">Keys of the recommendations that have no text in it, as the document has them; shown in the source language, marked.</param>
/// <param name="Informal">How many have an informal text.</param>
public sealed record TranslatedLanguage(string Language, IReadOnlyList<string> Missing, int Informal, int Checked, int Official);

public static class TranslationOverview
{
    /// <summary>
    /// The languages of pages, of translators and of texts that are there, but for the source language; in the order of the settings, then by tag.
    /// </summary>
    public static IReadOnlyList<TranslatedLanguage> Of(CycleSettings settings, IReadOnlyList<Recommendation> recommendations) =>
    [
        .. settings.Languages
            .Concat(settings.Translators.Select(t => t.Into))
            .Concat(recommendations.SelectMany(r => r.Texts.Keys).Order(StringComparer.Ordinal))
            .Distinct()
            .Where(language => language != settings.SourceLanguage)
            .Select(language => In(language, recommendations)),
    ];

    private static TranslatedLanguage In(string language, IReadOnlyList<Recommendation> recommendations)
    {
        ILookup<TextStatus, RecommendationText> texts = recommendations
            .Select(r => r.Texts.GetValueOrDefault(language))
            .OfType<RecommendationText>()
            .ToLookup(t => t.Status);
        return new(
            language,
            [.. recommendations.InDocumentOrder().Where(r => !r.Texts.ContainsKey(language)).Select(r => r.Key)],
            texts[TextStatus.Informal].Count(),
            texts[TextStatus.Checked].Count(),
            texts[TextStatus.Official].Count());
    }
}
