namespace FollowUp.Domain.Recommendations;

/// <summary>How recommendations come into other languages.</summary>
public static class Translations
{
    /// <summary>
    /// The recommendation with a translator's text in one language, or without one where the text is empty. An official text stays as it is, and so
    /// does the text of the document itself.
    /// </summary>
    /// <returns>The same instance where nothing changes.</returns>
    public static Recommendation Translated(this Recommendation recommendation, string language, string sourceLanguage, RecommendationText? text)
    {
        RecommendationText? before = recommendation.Texts.GetValueOrDefault(language);
        if (language == sourceLanguage || before?.Status == TextStatus.Official || before == text)
            return recommendation;
        Dictionary<string, RecommendationText> texts = new(recommendation.Texts);
        texts.Remove(language);
        if (text is not null)
            texts[language] = text;
        return recommendation with { Texts = texts };
    }

    /// <summary>The recommendation with an official text in one language, whatever was there.</summary>
    public static Recommendation OfficiallyTranslated(this Recommendation recommendation, string language, string text) =>
        recommendation with
        {
            Texts = new Dictionary<string, RecommendationText>(recommendation.Texts) { [language] = new(text, TextStatus.Official) },
        };

    /// <summary>Whether translators still work on the text in a language.</summary>
    public static bool IsToTranslate(this Recommendation recommendation, string language) =>
        recommendation.Texts.GetValueOrDefault(language)?.Status != TextStatus.Official;
}
