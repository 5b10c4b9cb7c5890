using FollowUp.Domain.Documents.Wording;

namespace FollowUp.Domain.Documents.Structure;

/// <summary>A numbered paragraph as it stands in the document, before anybody asks what it means.</summary>
/// <param name="Tail">Behind the last sub-item.</param>
internal sealed record ParagraphLayout(int Number, DocumentLine Line, Place Place, string Lead, IReadOnlyList<ItemLayout> Items, string Tail);

internal sealed record ItemLayout(string Letter, string Label, int Depth, DocumentLine Line, string Text);

/// <summary>The document's cover and its numbered paragraphs, each under its headings.</summary>
internal sealed record Layout(IReadOnlyList<DocumentLine> Cover, IReadOnlyList<ParagraphLayout> Paragraphs)
{
    public static Layout Of(IReadOnlyList<DocumentLine> lines, IReadOnlyList<Vocabulary> words, List<Doubt> doubts)
    {
        IReadOnlyList<NumberedLine> candidates = NumberedLines.In(lines, words);
        IReadOnlyList<NumberedLine> numbers = ParagraphSequence.Of(candidates);
        if (numbers.Count == 0)
            return new(lines, []);
        SequenceDoubts.Tell(lines, candidates, numbers, doubts);

        LineJoining joining = new(lines);
        HeadingLines headingLines = new(words, joining);
        Headings headings = new(words, ClustersAreLabelled(lines, words), (line, message) => doubts.Add(Doubt.About(line, message)));
        DocumentLine[] cover = [.. lines.Take(numbers[0].At)];
        IReadOnlyList<DocumentLine> before = headingLines.BeforeFirst(cover);
        headings.Enter(headingLines.Split(before));

        List<ParagraphLayout> paragraphs = [];
        for (int n = 0; n < numbers.Count; n++)
        {
            int end = n + 1 < numbers.Count ? numbers[n + 1].At : lines.Count;
            DocumentLine[] region = [.. lines.Skip(numbers[n].At).Take(end - numbers[n].At)];
            int split = n + 1 < numbers.Count ? headingLines.Start(region) : HeadingLines.End(region);
            paragraphs.Add(Paragraph(numbers[n], region[..split], headings.Place, joining, doubts));
            if (n + 1 < numbers.Count)
                headings.Enter(headingLines.Split(region[split..]));
            else if (split < region.Length)
                doubts.Add(Doubt.About(region[split], "What stands here, after the last numbered paragraph, was left out: look whether it belongs to the text.", numbers[n].Number));
        }

        return new([.. cover.Except(before)], paragraphs);
    }

    private static bool ClustersAreLabelled(IReadOnlyList<DocumentLine> lines, IReadOnlyList<Vocabulary> words) =>
        lines.Count(l => Labels.Heading(l.Printed) is { } label && l.Text.Length < 250 && Titles.Cluster(label.Rest, words) is not null) > 1;

    private static ParagraphLayout Paragraph(NumberedLine number, DocumentLine[] lines, Place place, LineJoining joining, List<Doubt> doubts)
    {
        void Say(DocumentLine line, string message) => doubts.Add(Doubt.About(line, message, number.Number));
        BodyDraft body = SubItems.Read(number.Number, [.. lines.Select((l, i) => new BodyLine(l, i == 0 ? number.Label.Rest : l.Printed))], Say);
        string Join(IEnumerable<BodyLine> part)
        {
            Dictionary<DocumentLine, string> texts = part.ToDictionary(b => b.Line, b => b.Text, ReferenceEqualityComparer.Instance as IEqualityComparer<DocumentLine>);
            return joining.Join(texts.Keys, l => texts[l], (line, word) =>
                Say(line, $"The line breaks inside “{word}”: look whether the hyphen belongs to the word."));
        }

        string lead = Join(body.Lead);
        List<ItemLayout> items = [.. body.Items.Select(i => new ItemLayout(i.Letter, i.Label, i.Depth, i.Lines.FirstOrDefault()?.Line ?? lines[0], Join(i.Lines)))];
        if (items.Count == 0 && RunOnItems.Split(lead) is { Count: > 1 } parts)
        {
            lead = parts[0];
            items.AddRange(parts.Skip(1).Select(p => Labels.SubItem(p)!).Select((label, n) => new ItemLayout(Ordinals.LatinLetter(n + 1), label.Printed, 0, lines[0], label.Rest)));
            Say(lines[0], "The sub-items stand in the paragraph's running text: look whether they were taken apart rightly.");
        }

        return new(number.Number, lines[0], place, lead, items, Join(body.Tail));
    }
}
