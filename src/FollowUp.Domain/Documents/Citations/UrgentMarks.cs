using System.Text.RegularExpressions;
using FollowUp.Domain.Documents.Wording;

namespace FollowUp.Domain.Documents.Citations;

/// <summary>
/// The paragraphs that the Committee lists in its introduction as those "in respect of which urgent measures must be taken" (its practice since 2016).
/// A recommendation that merely urges something, or urgently, is not marked.
/// </summary>
internal static class UrgentMarks
{
    /// <summary>Marks the recommendations that are listed, and those that answer a concern which is listed.</summary>
    public static void Set(RegisterParagraph[] paragraphs, IReadOnlyList<Vocabulary> words, List<Doubt> doubts)
    {
        foreach (RegisterParagraph list in paragraphs.Where(p => p.ClusterAsPrinted is null && Announces(p.Text, words)).ToArray())
        {
            void Say(string message) => doubts.Add(new(list.Line, Doubt.Beginning(list.Text), message) { Paragraph = list.Number });
            int[] listed = [.. Listed(list.Text, words).Distinct()];
            if (listed.Length == 0)
                Say("This paragraph speaks of urgent measures but names no paragraphs: mark the urgent recommendations by hand.");
            for (int i = 0; i < paragraphs.Length; i++)
            {
                if (paragraphs[i].IsRecommendation && listed.Intersect([paragraphs[i].Number, .. paragraphs[i].AnswersConcernsIn]).Any())
                    paragraphs[i] = paragraphs[i] with { Urgent = true };
            }

            foreach (int number in listed.Where(n => !paragraphs.Any(p => p.Urgent && (p.Number == n || p.AnswersConcernsIn.Contains(n)))))
                Say($"Paragraph {number}, listed as urgent, was not recognised as a recommendation: look which one is meant.");
        }
    }

    private static bool Announces(string text, IReadOnlyList<Vocabulary> words) =>
        words.Any(v => v.Urgent.IsMatch(text) && v.DrawsAttention.IsMatch(text));

    private static IEnumerable<int> Listed(string text, IReadOnlyList<Vocabulary> words)
    {
        foreach (Vocabulary language in words)
        {
            Match urgent = language.Urgent.Match(text);
            Match attention = language.DrawsAttention.Match(text);
            if (urgent.Success && attention.Success)
                return ParagraphReferences.In(text[Math.Min(urgent.Index, attention.Index)..]);
        }

        return [];
    }
}
