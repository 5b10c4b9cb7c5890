using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Documents;

/// <summary>The official translation of a document, held against the recommendations that were made of the original.</summary>
/// <param name="Texts">By key.</param>
/// <param name="Missing">Keys of recommendations that it has no text for.</param>
/// <param name="NotInRegister">Keys of what it recommends and the cycle does not have.</param>
public sealed record OfficialTexts(
    IReadOnlyDictionary<string, string> Texts, IReadOnlyList<string> Missing, IReadOnlyList<string> NotInRegister)
{
    /// <summary>
    /// Finds texts by paragraph and letter, which are the same in every language; so also in a language in which recommendations can't be told from
    /// concerns.
    /// </summary>
    public static OfficialTexts Match(IReadOnlyList<Recommendation> recommendations, Register translation)
    {
        Dictionary<string, string> made = RegisterRecommendations.Of(translation).ToDictionary(r => r.Key, r => r.Texts[translation.Language].Text);
        Dictionary<int, RegisterParagraph> paragraphs = translation.Paragraphs.ToDictionary(p => p.Number);
        Dictionary<string, string> texts = [];
        foreach (Recommendation r in recommendations)
        {
            if (made.GetValueOrDefault(r.Key) is { } text)
                texts[r.Key] = text;
            else if (paragraphs.GetValueOrDefault(r.Paragraph) is { } p && Plain(p, r.Letter) is { } plain)
                texts[r.Key] = plain;
        }

        HashSet<string> keys = [.. recommendations.Select(r => r.Key)];
        return new(
            texts,
            [.. recommendations.InDocumentOrder().Select(r => r.Key).Where(k => !texts.ContainsKey(k))],
            [.. made.Keys.Where(k => !keys.Contains(k))]);
    }

    private static string? Plain(RegisterParagraph p, string? letter) =>
        letter is null ? p.Text
        : p.SubItems.FirstOrDefault(i => i.Letter.Equals(letter, StringComparison.OrdinalIgnoreCase)) is { } item ? $"{p.Lead} {item.Text}"
        : null;
}
