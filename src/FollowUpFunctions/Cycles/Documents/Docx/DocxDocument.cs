using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using FollowUp.Domain.Documents;

namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>
/// The paragraphs of a Word document, read one by one as a stream, with the numbers that Word adds and the text does not have. Footnotes, comments and
/// tables of contents are left out.
/// </summary>
internal sealed class DocxDocument
{
    private const int TextLevel = 9;

    private readonly WordStyles _styles;
    private readonly WordNumbering _numbering;
    private readonly ListCounters _counters = new();
    private readonly LanguageCount _languages = new();

    private DocxDocument(XElement? styles, XElement? numbering)
    {
        _styles = new(styles);
        _numbering = new(numbering, style => _styles.OfParagraph(style).Numbering);
    }

    /// <exception cref="UnreadableDocumentException">It is no word-processing document, damaged, or not a safe one.</exception>
    public static SourceDocument Read(byte[] bytes)
    {
        PackageCheck.Check(bytes);
        try
        {
            using WordprocessingDocument document = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            MainDocumentPart main = document.MainDocumentPart ?? throw new InvalidDataException();
            DocxDocument reading = new(PackageCheck.Tree(main.StyleDefinitionsPart), PackageCheck.Tree(main.NumberingDefinitionsPart));
            DocumentLine[] lines = [.. main.HeaderParts.SelectMany(Headers).Distinct().Select((text, n) => new DocumentLine(n + 1, text) { Running = true }), .. reading.Lines(main)];
            return new(lines, Wrapped: false, reading._languages.Most);
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or IOException or InvalidOperationException
            or FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw PackageCheck.Damaged(e);
        }
    }

    private static IEnumerable<string> Headers(HeaderPart header)
    {
        using XmlReader xml = PackageCheck.Xml(header);
        return [.. new WordBody(xml).Paragraphs().Select(paragraph => paragraph.Text).Where(text => text.Length > 0)];
    }

    private IEnumerable<DocumentLine> Lines(MainDocumentPart main)
    {
        using XmlReader xml = PackageCheck.Xml(main);
        WordParagraph? joined = null;
        foreach (WordParagraph paragraph in new WordBody(xml).Paragraphs())
        {
            if (joined is not null)
                paragraph.Runs.InsertRange(0, joined.Runs);
            joined = paragraph.IsJoinedToNext ? paragraph : null;
            WordStyle style = _styles.OfParagraph(paragraph.Style);
            if (joined is not null || style.IsOfContents)
                continue;
            string? label = Label(paragraph, style);
            if (paragraph.Text is not { Length: > 0 } text)
                continue;
            foreach (WordRun run in paragraph.Runs)
                _languages.Add(run.Language ?? _styles.OfRun(run.Style).Language ?? style.Language, run.Text);
            yield return new(paragraph.Number, text, label, paragraph.OutlineLevel is { } level ? level < TextLevel : style.IsHeading == true) { Bold = IsBold(paragraph, style) };
        }
    }

    // Numbered paragraphs count also where they are empty, as Word shows it.
    private string? Label(WordParagraph paragraph, WordStyle style)
    {
        if ((paragraph.Numbering ?? style.Numbering) is not { } id || _numbering[id] is not { } list)
            return null;
        int? byStyle = paragraph.Numbering is null ? (paragraph.Style is { } name ? list.LevelOf(name) : null) ?? style.Level : null;
        return _counters.Next(list, paragraph.Level ?? byStyle ?? 0);
    }

    private bool IsBold(WordParagraph paragraph, WordStyle style) =>
        paragraph.Runs.Where(run => run.Text.Any(char.IsLetterOrDigit)).ToArray() is { Length: > 0 } runs
        && runs.All(run => run.IsBold ?? _styles.OfRun(run.Style).IsBold ?? style.IsBold ?? false);
}
