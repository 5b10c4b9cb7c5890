using System.Text.RegularExpressions;
using FollowUp.Domain.Documents.Wording;

namespace FollowUp.Domain.Documents.Citations;

/// <summary>
/// The paragraphs that the Committee lists in its introduction as those "in respect of which urgent measures must be taken" (its practice since 2016).
/// A recommendation that merely urges something, or urgently, is not marked.
/// </summary>
internal static class UrgentMarks
{
    public static IReadOnlyList<(int Paragraph, string? Letter)> In(string text, IReadOnlyList<Vocabulary> words)
    {
        foreach (Vocabulary language in words)
        {
            Match urgent = language.Urgent.Match(text);
            Match attention = language.DrawsAttention.Match(text);
            if (urgent.Success && attention.Success)
                return [.. ParagraphReferences.In(text[Math.Min(urgent.Index, attention.Index)..])];
        }

        return [];
    }

    public static bool Announces(string text, IReadOnlyList<Vocabulary> words) =>
        words.Any(v => v.Urgent.IsMatch(text) && v.DrawsAttention.IsMatch(text));
}
