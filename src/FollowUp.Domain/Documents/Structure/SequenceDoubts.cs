namespace FollowUp.Domain.Documents.Structure;

/// <summary>What is odd about the numbers of a document's paragraphs.</summary>
internal static class SequenceDoubts
{
    private const double Good = 0.5;

    public static void Tell(IReadOnlyList<DocumentLine> lines, IReadOnlyList<NumberedLine> candidates, IReadOnlyList<NumberedLine> chosen, List<Doubt> doubts)
    {
        if (chosen[0].Number > 1)
        {
            doubts.Add(Doubt.About(
                lines[chosen[0].At], $"The first numbered paragraph is {chosen[0].Number}: what stands before it was left out.", chosen[0].Number));
        }

        foreach ((NumberedLine before, NumberedLine number) in chosen.Zip(chosen.Skip(1)))
        {
            if (number.Number == before.Number)
                doubts.Add(Doubt.About(lines[number.At], $"The number {number.Number} stands twice: look which paragraph it belongs to.", number.Number));
            else if (number.Number > before.Number + 1)
                doubts.Add(Doubt.About(lines[number.At], $"Paragraph {number.Number} follows paragraph {before.Number}: look for the number between.", number.Number));
        }

        HashSet<int> taken = [.. chosen.Select(c => c.At)];
        NumberedLine[] others = [.. candidates.Where(c => c.At > chosen[0].At && !taken.Contains(c.At) && c.Weight >= Good && c.Label.Mark != " ")];
        if (others.FirstOrDefault(c => c.At > chosen[^1].At && c.Number == 1) is { } restart)
        {
            doubts.Add(Doubt.About(lines[restart.At], "The numbers begin again here, as in an annex: what follows was taken as part of the last paragraph."));
            others = [.. others.Where(c => c.At < restart.At)];
        }

        doubts.AddRange(others.Select(c => Doubt.About(lines[c.At], $"This begins with the number {c.Number}, which does not follow the paragraph before it, and was taken as part of its text.")));
    }
}
