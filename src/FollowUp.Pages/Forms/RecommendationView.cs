using FollowUp.Domain.Recommendations;

namespace FollowUp.Pages.Forms;

/// <summary>A recommendation as somebody reads it in their language.</summary>
/// <param name="TextLanguage">The language that the text is in: the source language where there is no translation.</param>
/// <param name="Informal">The text is a translation that nobody has checked.</param>
/// <param name="Key">What the form asks about: the recommendation's key, or that of one of its commitments.</param>
/// <param name="HeadingLanguage">The language of the document, in which alone the heading exists.</param>
public sealed record RecommendationView(
    string Key,
    string Citation,
    string Heading,
    string Text,
    string TextLanguage,
    string HeadingLanguage,
    bool Uncertain = false,
    bool Urgent = false,
    bool Informal = false)
{
    /// <summary>Number of its cluster in CRC/C/58/Rev.3.</summary>
    public int Cluster { get; init; } = 1;

    /// <summary>The text is in plain words, as the coordinators wrote them.</summary>
    public bool Plain { get; init; }

    /// <summary>The one of the recommendation's commitments that the form asks about, or null.</summary>
    public CommitmentView? Commitment { get; init; }

    /// <summary>What an organisation is asked to take on, or null.</summary>
    public RoleView? Role { get; init; }

    /// <summary>The citation without the document's symbol, such as <c>¶66(a)</c>.</summary>
    public string ShortCitation => Citation[(Citation.LastIndexOf(' ') + 1)..];

    public static RecommendationView Of(Recommendation recommendation, string language, string sourceLanguage)
    {
        (string text, string textLanguage) = recommendation.TextFor(language, sourceLanguage);
        return new(
            recommendation.Key,
            recommendation.Citation,
            recommendation.Heading,
            text,
            textLanguage,
            sourceLanguage,
            recommendation.Uncertain is not null,
            recommendation.Urgent,
            textLanguage != sourceLanguage && recommendation.Texts[textLanguage].Status == TextStatus.Informal)
        {
            Cluster = recommendation.Cluster,
        };
    }

    /// <summary>In plain words where there are any in the language, else as <see cref="Of"/> has it.</summary>
    public static RecommendationView InPlainWords(Recommendation recommendation, string language, string sourceLanguage) =>
        recommendation.PlainWords.TryGetValue(language, out string? words)
            ? Of(recommendation, language, sourceLanguage) with { Text = words, TextLanguage = language, Informal = false, Uncertain = false, Plain = true }
            : Of(recommendation, language, sourceLanguage);

    /// <summary>The beginning of the text, at most <paramref name="length"/> UTF-16 units, ending between words where there are spaces.</summary>
    internal string Beginning(int length)
    {
        if (Text.Length <= length)
            return Text;
        int space = Text.LastIndexOf(' ', length);
        // Khmer is written without spaces between words: cut there at a letter, never within one.
        int end = space > length / 2
            ? space
            : System.Globalization.StringInfo.ParseCombiningCharacters(Text).LastOrDefault(start => start <= length);
        return $"{Text[..end].TrimEnd(' ', ',', ';', ':', '.')}…";
    }
}
