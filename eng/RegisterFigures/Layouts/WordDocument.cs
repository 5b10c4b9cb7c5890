using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace RegisterFigures.Layouts;

/// <summary>A text as a word processor keeps it: paragraphs and sub-items carry no number of their own, Word counts them; headings are bold; the symbol stands in the page header.</summary>
public static class WordDocument
{
    private const int List = 1;

    /// <param name="lines">One paragraph each; the first is the symbol.</param>
    public static byte[] Of(IEnumerable<string> lines)
    {
        string[] all = [.. lines.Where(l => l.Length > 0)];
        using MemoryStream bytes = new();
        using (WordprocessingDocument document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = document.AddMainDocumentPart();
            NumberingDefinitionsPart numbering = main.AddNewPart<NumberingDefinitionsPart>();
            numbering.Numbering = new(
                new AbstractNum(
                    Level(0, NumberFormatValues.Decimal, all.Select(Line.Of).Any(l => l is { Level: 0, Label: [.., ')'] }) ? "%1)" : "%1."),
                    Level(1, NumberFormatValues.LowerLetter, all.Select(Line.Of).Any(l => l is { Level: 1, Label: ['(', ..] }) ? "(%2)" : "%2)"),
                    Level(2, NumberFormatValues.LowerRoman, "(%3)")) { AbstractNumberId = List },
                new NumberingInstance(new AbstractNumId { Val = List }) { NumberID = List });
            HeaderPart header = main.AddNewPart<HeaderPart>();
            header.Header = new(Paragraph(all[0]));
            main.Document = new(new Body(
            [
                .. all.Select(Line.Of).Select(l => l.Level == Line.Heading ? Paragraph(l.Text, bold: true) : Paragraph(l.Text, l.Level)),
                new SectionProperties(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) }),
            ]));
        }

        return bytes.ToArray();
    }

    private static Level Level(int level, NumberFormatValues format, string text) => new(
        new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text }) { LevelIndex = level };

    private static Paragraph Paragraph(string text, int level) => new(
        new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = List })),
        new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    private static Paragraph Paragraph(string text, bool bold = false)
    {
        Run run = new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        if (bold)
            run.RunProperties = new(new Bold());
        return new(run);
    }
}
