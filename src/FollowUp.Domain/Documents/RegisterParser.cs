using FollowUp.Domain.Documents.Structure;
using FollowUp.Domain.Documents.Wording;

namespace FollowUp.Domain.Documents;

/// <summary>Makes a register of concluding observations. What the lines don't say is left out; what they say unclearly is told as a doubt.</summary>
public static class RegisterParser
{
    private const string Unknown = "und";
    private const int LongestTitle = 4;

    public static Register Read(SourceDocument document)
    {
        (IReadOnlyList<DocumentLine> lines, IReadOnlyList<DocumentLine> dropped, IReadOnlyList<Doubt> left) = PageFurniture.Drop(Readable(document));
        string language = document.Language is { } said && Vocabulary.Knows(said) ? said.Split('-')[0] : Languages.Of(string.Join('\n', lines.Select(l => l.Text)));
        IReadOnlyList<Vocabulary> words = Vocabulary.For(language);
        List<Doubt> doubts = [.. document.Doubts, .. left];

        Layout layout = Layout.Of(lines, words, doubts);
        IReadOnlyList<RegisterParagraph> paragraphs = Meanings.Of(layout.Paragraphs, words, doubts);
        if (paragraphs.Count == 0)
            doubts.Add(new(0, "", "No numbered paragraph was found: is this the whole document, and has it text rather than pictures?"));
        else if (!Vocabulary.Knows(language))
            doubts.Add(new(0, "", $"The language of the document{(language == Unknown ? "" : $" ({language})")} is not one in which recommendations can be told from concerns: mark them by hand."));

        HashSet<int> numbers = [.. paragraphs.Select(p => p.Number)];
        ILookup<int, Doubt> ofParagraphs = doubts.Where(d => d.Paragraph is { } n && numbers.Contains(n)).DistinctBy(d => (d.Line, d.Message)).ToLookup(d => d.Paragraph!.Value);
        return new(
            Symbols.Of(layout.Cover, dropped),
            Title(layout.Cover, words),
            language,
            [.. paragraphs.Select(p => p with { Doubts = [.. ofParagraphs[p.Number].OrderBy(d => d.Line)] })],
            [.. doubts.Where(d => d.Paragraph is not { } n || !numbers.Contains(n)).OrderBy(d => d.Line)]);
    }

    private static IReadOnlyList<DocumentLine> Readable(SourceDocument document) =>
    [
        .. document.Lines
            .Select(l => l with { Text = ReadableText.Of(l.Text), Whole = !document.Wrapped })
            .Where(l => l.Text.Length > 0 || l.Label is not null),
    ];

    private static string? Title(IReadOnlyList<DocumentLine> cover, IReadOnlyList<Vocabulary> words)
    {
        for (int i = 0; i < cover.Count; i++)
        {
            if (!words.Any(v => v.Title.IsMatch(cover[i].Text)) || ReadableText.EndsSentence(cover[i].Text))
                continue;
            int end = i + 1;
            while (end < cover.Count && end - i < LongestTitle && !cover[end].Apart && Labels.Heading(cover[end].Printed) is null && !ReadableText.EndsSentence(cover[end].Text))
                end++;
            return new LineJoining(cover).Join(cover.Skip(i).Take(end - i), l => l.Text).TrimEnd('*', ' ', '∗');
        }

        return cover.FirstOrDefault(l => l.IsHeading)?.Text;
    }
}
