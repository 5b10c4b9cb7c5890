using FollowUp.Domain.Documents.Wording;

namespace FollowUp.Domain.Documents.Structure;

/// <summary>The lines that begin with a number, weighed by what stands around them.</summary>
internal static class NumberedLines
{
    private const int LongestHeading = 200;

    public static IReadOnlyList<NumberedLine> In(IReadOnlyList<DocumentLine> lines, IReadOnlyList<Vocabulary> words)
    {
        List<NumberedLine> found = [];
        for (int at = 0; at < lines.Count; at++)
        {
            if (Labels.Number(lines[at].Printed) is { } label && label.As(Counting.Digit) is { } number and > 0)
                found.Add(new(at, number, label, Weigh(lines, at, number, label, words)));
        }

        return found;
    }

    private static double Weigh(IReadOnlyList<DocumentLine> lines, int at, int number, Label label, IReadOnlyList<Vocabulary> words)
    {
        DocumentLine line = lines[at];
        double weight = label.Mark switch { "." or ")" => 0.3, "、" => 0.2, _ => -0.3 };
        weight += line.Label is not null ? 0.5 : 0;
        weight += label.Rest.Length == 0 ? -0.3 : ReadableText.BeginsAnew(label.Rest) ? 0.3 : -1.2;
        weight += at == 0 ? 0 : After(lines[at - 1].Printed, line);
        weight += number > 999 ? -1 : 0;
        return Math.Clamp(weight - LikeHeading(lines, at, label, words), -2, 1);
    }

    private static double After(string previous, DocumentLine line) =>
        line.Whole || ReadableText.EndsSentence(previous) ? 0.3
        : RunningOn.Into(previous) ? -1.5
        : line.Apart ? 0.2
        : previous.Length < LongestHeading && ReadableText.BeginsAnew(previous) ? 0
        : -0.6;

    private static double LikeHeading(IReadOnlyList<DocumentLine> lines, int at, Label label, IReadOnlyList<Vocabulary> words)
    {
        if (label.Rest.Length is 0 or > LongestHeading || ReadableText.EndsSentence(label.Rest))
            return 0;
        if (Titles.Cluster(label.Rest, words) is not null || Titles.IsSection(label.Rest, words))
            return 1.5;
        DocumentLine? next = at + 1 < lines.Count ? lines[at + 1] : null;
        bool goesOn = next is null || Labels.SubItem(next.Printed) is not null || !(lines[at].Whole || Labels.Number(next.Printed) is { Mark: "." or ")" });
        return lines[at].IsHeading ? 1.2 : goesOn ? 0 : 1;
    }
}
