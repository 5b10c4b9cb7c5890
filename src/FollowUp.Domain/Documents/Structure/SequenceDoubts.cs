namespace FollowUp.Domain.Documents.Structure;

/// <summary>What is odd about the numbers of a document's paragraphs.</summary>
internal static class SequenceDoubts
{
    private const double Good = 0.5;

    public static void Tell(IReadOnlyList<DocumentLine> lines, IReadOnlyList<NumberedLine> candidates, IReadOnlyList<NumberedLine> chosen, List<Doubt> doubts)
    {
        int last = 0;
        foreach (NumberedLine number in chosen)
        {
            if (number.Number == last)
            {
                doubts.Add(Doubt.About(lines[number.At], DoubtKind.NumberTwice, $"The number {last} is there twice: look which paragraph it belongs to.", last));
            }
            else if (number.Number > last + 1)
            {
                string missing = number.Number == last + 2 ? $"Paragraph {last + 1} was" : $"Paragraphs {last + 1} to {number.Number - 1} were";
                doubts.Add(Doubt.About(lines[number.At], DoubtKind.NumberMissing, $"{missing} not found before paragraph {number.Number}: look for what stands there in the document.", number.Number));
            }

            last = number.Number;
        }

        HashSet<int> taken = [.. chosen.Select(c => c.At)];
        NumberedLine[] others = [.. candidates.Where(c => c.At > chosen[0].At && !taken.Contains(c.At) && c.Weight >= Good && c.Label.Mark != " ")];
        if (others.FirstOrDefault(c => c.At > chosen[^1].At && c.Number == 1) is { } restart)
        {
            doubts.Add(Doubt.About(lines[restart.At], DoubtKind.NumberingRestarts, "The numbers begin again here, as in an annex: what follows was taken as part of the last paragraph."));
            others = [.. others.Where(c => c.At < restart.At)];
        }

        doubts.AddRange(others.Select(c => Doubt.About(
            lines[c.At], DoubtKind.NumberOutOfSequence, $"This begins with the number {c.Number}, which does not follow the paragraph before it, and was taken as part of its text.")));
    }
}
