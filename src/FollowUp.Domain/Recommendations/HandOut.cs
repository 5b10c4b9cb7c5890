using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Recommendations;

/// <summary>One recommendation on a hand-out.</summary>
/// <param name="Text">Null in plain words that nobody has written.</param>
/// <param name="Language">The language that the text is in (BCP 47).</param>
/// <param name="Informal">A translation that nobody has checked.</param>
public sealed record HandedOut(Recommendation Recommendation, string? Text, string Language, bool Informal);

public sealed record HandOutCluster(int Number, IReadOnlyList<HandedOut> Recommendations);

/// <summary>The recommendations to be given to people at the monitoring workshop, by cluster, the most important of each first.</summary>
/// <param name="Plain">In plain words, for children and young people.</param>
/// <param name="Language">BCP 47.</param>
public sealed record HandOut(CycleSettings Settings, bool Plain, string Language, IReadOnlyList<HandOutCluster> Clusters)
{
    /// <summary>In plain words nothing stands in for what is missing: it is said that it is.</summary>
    public static HandOut Of(CycleSettings settings, IReadOnlyList<Recommendation> recommendations, bool plain, string language) => new(
        settings,
        plain,
        language,
        [
            .. recommendations.GroupBy(r => r.Cluster).OrderBy(g => g.Key).Select(g => new HandOutCluster(
                g.Key, [.. g.MostImportantFirst().Select(r => plain ? InPlainWords(r, language) : InFull(r, language, settings.SourceLanguage))])),
        ]);

    /// <summary>Keys of the recommendations that have no plain words in a language, as the document has them.</summary>
    public static IReadOnlyList<string> MissingPlainWords(IReadOnlyList<Recommendation> recommendations, string language) =>
        [.. recommendations.InDocumentOrder().Where(r => !r.PlainWords.ContainsKey(language)).Select(r => r.Key)];

    /// <summary>Keys of the recommendations that are handed out in the source language for want of a translation, as the document has them.</summary>
    public static IReadOnlyList<string> Untranslated(IReadOnlyList<Recommendation> recommendations, string language) =>
        [.. recommendations.InDocumentOrder().Where(r => !r.Texts.ContainsKey(language)).Select(r => r.Key)];

    private static HandedOut InPlainWords(Recommendation r, string language) => new(r, r.PlainWords.GetValueOrDefault(language), language, Informal: false);

    private static HandedOut InFull(Recommendation r, string language, string source)
    {
        (string text, string shown) = r.TextFor(language, source);
        return new(r, text, shown, shown != source && r.Texts[shown].Status == TextStatus.Informal);
    }
}
