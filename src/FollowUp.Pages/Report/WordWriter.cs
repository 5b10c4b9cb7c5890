using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace FollowUp.Pages.Report;

/// <param name="Share">Of the page's width, beside the shares of the other columns.</param>
internal readonly record struct WordColumn(string Header, int Share);

/// <summary>Writes a Word document (ISO/IEC 29500) of one language from top to bottom, right to left where its language is.</summary>
internal sealed class WordWriter(string language)
{
    // Of A4 between its margins, in twentieths of a point.
    private const int Width = 9_638;

    private readonly Body body = new();

    private bool IsRightToLeft => Wording.DirectionOf(language) == "rtl";

    public void Title(string text) => Paragraph(text, WordStyles.Title);

    public void Heading(int level, string text, string? textLanguage = null) => Paragraph(text, WordStyles.Heading(level), textLanguage);

    /// <summary>An item of a list.</summary>
    public void Bullet(string text) => Paragraph(text, WordStyles.Bullet);

    /// <summary>A place to write in, marked as one: what stands in it goes as soon as somebody writes.</summary>
    public void Place(string text) => body.Append(new SdtBlock(
        new SdtProperties(new ShowingPlaceholder()),
        new SdtContentBlock(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Place }), Run(text, null, bold: false)))));

    /// <summary>A table of contents of the first headings: a field, so that Word adds the pages; until then it holds the headings.</summary>
    public void Contents(string title, IReadOnlyList<string> headings)
    {
        Paragraph(title, WordStyles.ContentsTitle);
        foreach ((int n, string heading) in headings.Index())
        {
            Paragraph line = new(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Contents }));
            if (n == 0)
            {
                line.Append(
                    new Run(new FieldChar { FieldCharType = FieldCharValues.Begin, Dirty = true }),
                    new Run(new FieldCode(" TOC \\o \"1-1\" \\h \\z \\u ") { Space = SpaceProcessingModeValues.Preserve }),
                    new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }));
            }

            line.Append(Run(heading, null, bold: false));
            if (n == headings.Count - 1)
                line.Append(new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
            body.Append(line);
        }
    }

    public void Quote(string text, string textLanguage) => Paragraph(text, WordStyles.Quote, textLanguage);

    /// <param name="textLanguage">The language that the text is in, where it isn't the document's.</param>
    public void Paragraph(string text, string? style = null, string? textLanguage = null)
    {
        ParagraphProperties properties = new();
        if (style is not null)
            properties.Append(new ParagraphStyleId { Val = style });
        if (textLanguage is not null && Wording.DirectionOf(textLanguage) == "ltr" && IsRightToLeft)
            properties.Append(new BiDi { Val = false });
        body.Append(new Paragraph(properties, Run(text, textLanguage, bold: false)));
    }

    /// <summary>A table whose first row is its header, repeated on every page.</summary>
    public void Table(IReadOnlyList<WordColumn> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        string[] widths = [.. columns.Select(c => $"{Width * c.Share / columns.Sum(all => all.Share)}")];
        Table table = new(Properties(), new TableGrid([.. widths.Select(width => new GridColumn { Width = width })]));
        table.Append(new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. columns.Zip(widths, (c, width) => Cell(c.Header, width, bold: true))]));
        foreach (IReadOnlyList<string> row in rows)
            table.Append(new TableRow([new TableRowProperties(new CantSplit()), .. row.Zip(widths, (text, width) => Cell(text, width, bold: false))]));

        // Word joins tables that touch each other.
        body.Append(table, new Paragraph());
    }

    public byte[] Finish(string title, DateTimeOffset created)
    {
        using MemoryStream bytes = new();
        using (WordprocessingDocument document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = Clean(title);
            document.PackageProperties.Language = language;
            document.PackageProperties.Created = created.UtcDateTime;
            SectionProperties section = new(new PageSize { Width = 11_906, Height = 16_838 }, new PageMargin { Top = 1_134, Bottom = 1_134, Left = 1_134, Right = 1_134, Header = 567, Footer = 567, Gutter = 0 });
            if (IsRightToLeft)
                section.Append(new BiDi());
            body.Append(section);
            MainDocumentPart main = document.AddMainDocumentPart();
            main.Document = new Document(body);
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.For(language);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordStyles.Bullets();
        }

        return bytes.ToArray();
    }

    private TableProperties Properties()
    {
        TableProperties properties = new(new TableStyle { Val = WordStyles.Grid });
        if (IsRightToLeft)
            properties.Append(new BiDiVisual());
        properties.Append(
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableLook { FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true });
        return properties;
    }

    private static TableCell Cell(string text, string width, bool bold) =>
        new(new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }), new Paragraph(Run(text, null, bold)));

    private static Run Run(string text, string? textLanguage, bool bold)
    {
        RunProperties properties = new();
        if (bold)
            properties.Append(new Bold(), new BoldComplexScript());
        if (text.Any(IsRightToLeftLetter))
            properties.Append(new RightToLeftText());
        if (textLanguage is not null)
            properties.Append(new Languages { Val = textLanguage, Bidi = textLanguage });
        Run run = new(properties);
        foreach ((int n, string line) in Clean(text).Split('\n').Index())
        {
            if (n > 0)
                run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    private static bool IsRightToLeftLetter(char c) => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    // People paste characters that no XML can hold.
    internal static string Clean(string text) => text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))
        ? text
        : string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
