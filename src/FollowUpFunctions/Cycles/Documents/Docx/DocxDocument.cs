using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FollowUp.Domain.Documents;
using Words = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>The paragraphs of a Word document, read one by one, with the numbers that Word adds and the text does not have.</summary>
internal static partial class DocxDocument
{
    /// <exception cref="UnreadableDocumentException">It is no word-processing document, damaged, or not a safe one.</exception>
    public static SourceDocument Read(byte[] bytes)
    {
        PackageCheck.Check(bytes);
        try
        {
            using WordprocessingDocument document = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            return document.MainDocumentPart is { } main ? new(Lines(main), Wrapped: false) : throw PackageCheck.Damaged(new InvalidDataException());
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or IOException or InvalidOperationException
            or FormatException or ArgumentException or NotSupportedException)
        {
            throw PackageCheck.Damaged(e);
        }
    }

    private static List<DocumentLine> Lines(MainDocumentPart main)
    {
        ParagraphStyles styles = new(main.StyleDefinitionsPart?.Styles);
        AutomaticNumbers numbers = new(main.NumberingDefinitionsPart?.Numbering);
        List<DocumentLine> lines = [.. main.HeaderParts.SelectMany(h => h.Header?.Descendants<Paragraph>() ?? []).Select(TextOf)
            .Where(t => t.Length > 0).Distinct().Select((t, n) => new DocumentLine(n + 1, t) { Running = true })];

        int number = 0;
        foreach (Paragraph paragraph in Paragraphs(main))
        {
            number++;
            string text = TextOf(paragraph);
            string? style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
            string? label = styles.Numbering(paragraph.ParagraphProperties) is var (id, level) && id > 0 && text.Length > 0 ? numbers.Next(id, level) : null;
            lines.Add(new(number, text, label, styles.IsHeading(style, paragraph.ParagraphProperties)) { Bold = IsBold(paragraph) });
        }

        return lines;
    }

    private static IEnumerable<Paragraph> Paragraphs(MainDocumentPart main)
    {
        using OpenXmlReader reader = OpenXmlReader.Create(main);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Paragraph) && reader.IsStartElement && reader.LoadCurrentElement() is Paragraph paragraph)
                yield return paragraph;
        }
    }

    /// <summary>What is read: not what was deleted, not field codes, not text boxes, not footnotes' numbers.</summary>
    private static string TextOf(Paragraph paragraph)
    {
        StringBuilder text = new();
        foreach (OpenXmlElement element in paragraph.Descendants())
        {
            string? piece = element switch
            {
                Words t => t.Text,
                TabChar => "\t",
                Break or CarriageReturn => " ",
                NoBreakHyphen => "-",
                _ => null,
            };
            if (piece is not null && !element.Ancestors().TakeWhile(a => a != paragraph).Any(a => a is TextBoxContent or AlternateContentFallback or DeletedRun || IsFootnoteMark(a)))
                text.Append(piece);
        }

        return text.ToString().Trim();
    }

    private static bool IsFootnoteMark(OpenXmlElement element) =>
        element is Run { RunProperties.VerticalTextAlignment.Val: { } raised } run && raised.Value == VerticalPositionValues.Superscript
        && FootnoteMark.IsMatch(run.InnerText);

    private static bool IsBold(Paragraph paragraph) =>
        paragraph.Descendants<Run>().Where(r => r.InnerText.Trim().Length > 0).ToArray() is { Length: > 0 } runs
        && runs.All(r => r.RunProperties?.Bold is { } bold && (bold.Val is null || bold.Val.Value));

    [GeneratedRegex(@"^\s*(\d{1,3}|\*{1,3})\s*$")]
    private static partial Regex FootnoteMark { get; }
}
