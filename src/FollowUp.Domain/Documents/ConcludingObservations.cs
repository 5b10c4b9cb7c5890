using FollowUp.Domain.Documents.Citations;
using FollowUp.Domain.Documents.Structure;
using FollowUp.Domain.Documents.Wording;

namespace FollowUp.Domain.Documents;

/// <summary>Reads the lines of concluding observations as a register. What the lines don't say is left out; what they say unclearly is told as a doubt.</summary>
public static class ConcludingObservations
{
    /// <param name="symbol">The document's symbol, where somebody knows it; else it is looked for.</param>
    /// <param name="language">Its language, where somebody knows it; else it is recognised.</param>
    /// <param name="alreadyDoubted">What was doubtful before there were lines.</param>
    public static Register Read(
        IReadOnlyList<DocumentLine> lines, string? symbol = null, string? language = null, IReadOnlyList<Doubt>? alreadyDoubted = null)
    {
        (IReadOnlyList<DocumentLine> body, IReadOnlyList<DocumentLine> dropped, IReadOnlyList<Doubt> left) = PageFurniture.Drop(Readable(lines));
        body = Wrapping.WholeWherePlain(body);
        language ??= DocumentLanguage.Of(body.Select(l => l.Text));
        IReadOnlyList<Vocabulary> words = Vocabulary.For(language);
        List<Doubt> doubts = [.. alreadyDoubted ?? [], .. left];

        Layout layout = Layout.Of(body, words, doubts);
        IReadOnlyList<RegisterParagraph> paragraphs = Meanings.Of(layout.Paragraphs, words, doubts);

        symbol ??= Symbols.Of(layout.Cover, dropped);
        string? title = TitleOf(layout.Cover, words);
        AboutTheWhole(symbol, title, language, paragraphs, doubts);
        return new(symbol, title, language, paragraphs, [.. doubts.OrderBy(d => d.Line)]);
    }

    private static DocumentLine[] Readable(IReadOnlyList<DocumentLine> lines)
    {
        List<DocumentLine> readable = new(lines.Count);
        bool apart = false;
        foreach (DocumentLine line in lines)
        {
            string text = ReadableText.Of(line.Text);
            if (text.Length == 0 && line.Label is null)
            {
                apart = true;
                continue;
            }

            readable.Add(line with { Text = text, Apart = line.Apart || apart });
            apart = false;
        }

        return [.. readable];
    }

    private static string? TitleOf(IReadOnlyList<DocumentLine> cover, IReadOnlyList<Vocabulary> words)
    {
        for (int i = 0; i < cover.Count; i++)
        {
            if (!words.Any(v => v.Title.IsMatch(cover[i].Text)) || ReadableText.EndsSentence(cover[i].Text))
                continue;
            int end = i + 1;
            while (!cover[i].Whole && end < cover.Count && !cover[end].Apart && !ReadableText.EndsSentence(cover[end].Text) && Labels.Heading(cover[end].Printed) is null && end - i < 4)
                end++;
            return new LineJoining(cover).Join(cover.Skip(i).Take(end - i), l => l.Text).TrimEnd('*', ' ', '∗');
        }

        return null;
    }

    private static void AboutTheWhole(string? symbol, string? title, string? language, IReadOnlyList<RegisterParagraph> paragraphs, List<Doubt> doubts)
    {
        void Say(DoubtKind kind, string message) => doubts.Add(new(kind, 0, 0, "", message));
        if (symbol is null)
            Say(DoubtKind.SymbolMissing, "The document does not show its own symbol: give it, such as CRC/C/KHM/CO/2-3.");
        if (title is null)
            Say(DoubtKind.TitleMissing, "No title was found before the first paragraph: give one.");
        if (!Vocabulary.Knows(language))
        {
            Say(DoubtKind.LanguageUnknown, language is null
                ? "The document's language was not recognised: give it, and look at each paragraph whether it is a recommendation."
                : $"The words by which “{language}” recommends are not known here: look at each paragraph whether it is a recommendation.");
        }

        if (paragraphs.Count > 0 && !paragraphs.Any(p => p.Recommendation))
            Say(DoubtKind.RecommendationUnclear, "No paragraph was recognised as a recommendation: look whether these are concluding observations.");
    }
}
