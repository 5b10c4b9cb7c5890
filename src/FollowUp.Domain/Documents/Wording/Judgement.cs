using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents.Wording;

/// <summary>What one sentence does: voices a concern, recommends, praises, or several of them.</summary>
internal sealed record Judgement(bool Recommends, bool Concern, bool Praise)
{
    /// <summary>Longer sentences are lists; what they do is said at their beginning.</summary>
    private const int Examined = 4_000;

    public static Judgement Of(string sentence, IReadOnlyList<Vocabulary> words)
    {
        string text = sentence.Length > Examined ? sentence[..Examined] : sentence;
        int recommends = First(words, text, v => v.Recommends);
        int concern = First(words, text, v => v.Concern);
        int praise = First(words, text, v => v.Praise);
        if (recommends == int.MaxValue && concern == int.MaxValue && praise == int.MaxValue)
            recommends = words.Any(v => v.Urgent.IsMatch(text) && v.DrawsAttention.IsMatch(text)) ? int.MaxValue : First(words, text, v => v.ShouldDo);

        // What is recommended may be about concerns; a concern that leads to a recommendation stands before it.
        return new(recommends != int.MaxValue, concern != int.MaxValue && concern < recommends, praise != int.MaxValue && praise < recommends);
    }

    private static int First(IReadOnlyList<Vocabulary> words, string text, Func<Vocabulary, Regex> pattern) =>
        words.Select(v => pattern(v).Match(text)).Where(m => m.Success).Select(m => m.Index).DefaultIfEmpty(int.MaxValue).Min();
}
