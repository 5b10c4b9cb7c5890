namespace FollowUp.Domain.Documents.Structure;

/// <summary>A line that begins with a number.</summary>
/// <param name="At">Index among the lines.</param>
/// <param name="Weight">How much it looks like a paragraph's beginning, from -2 to 1.</param>
internal sealed record NumberedLine(int At, int Number, Label Label, double Weight);

/// <summary>
/// Which of the numbers at the beginning of lines count paragraphs: those that follow one another. A year or an article that a wrapped line begins with
/// is in no such sequence. Found as the heaviest chain, where each step by one adds, and a number left out or repeated costs.
/// </summary>
internal static class ParagraphSequence
{
    private const int WidestGap = 6;

    public static IReadOnlyList<NumberedLine> Of(IReadOnlyList<NumberedLine> candidates)
    {
        // For each number, the best chain that ends with it so far.
        Dictionary<int, (double Score, int Last)> best = [];
        int[] before = new int[candidates.Count];
        (double Score, int Last) heaviest = (double.NegativeInfinity, -1);
        for (int c = 0; c < candidates.Count; c++)
        {
            NumberedLine candidate = candidates[c];
            (double score, int from) = (candidate.Weight - (0.3 * Math.Min(candidate.Number - 1, 20)), -1);
            for (int number = Math.Max(1, candidate.Number - WidestGap); number <= candidate.Number; number++)
            {
                if (best.TryGetValue(number, out (double Score, int Last) chain) && chain.Score + Step(candidate.Number - number) + candidate.Weight > score)
                    (score, from) = (chain.Score + Step(candidate.Number - number) + candidate.Weight, chain.Last);
            }

            before[c] = from;
            if (!best.TryGetValue(candidate.Number, out (double Score, int Last) own) || score > own.Score)
                best[candidate.Number] = (score, c);
            if (score > heaviest.Score)
                heaviest = (score, c);
        }

        List<NumberedLine> chosen = [];
        for (int c = heaviest.Last; c >= 0; c = before[c])
            chosen.Add(candidates[c]);
        chosen.Reverse();
        return chosen;
    }

    private static double Step(int step) => step switch
    {
        0 => -0.4,
        1 => 1,
        _ => 0.6 - (0.5 * (step - 1)),
    };
}
