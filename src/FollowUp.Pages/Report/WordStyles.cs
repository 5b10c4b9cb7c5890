using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace FollowUp.Pages.Report;

/// <summary>The styles of a Word document: what readers and screen readers tell headings, quotes and tables by.</summary>
internal static class WordStyles
{
    public const string Title = "Title";
    public const string Quote = "Quote";
    public const string Grid = "TableGrid";
    public const string Bullet = "ListBullet";
    public const string Place = "PlaceToWrite";
    public const string ContentsTitle = "TOCHeading";
    public const string Contents = "TOC1";
    private const string Ink = "0B5563";

    public static string Heading(int level) => $"Heading{level}";

    public static Styles For(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Fonts(language),
                new FontSize { Val = "21" },
                new FontSizeComplexScript { Val = "21" },
                new Languages { Val = language, Bidi = language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
        Paragraph("Normal", "Normal", null, language, new StyleRunProperties()),
        Paragraph(Title, "Title", null, language, Large(40)),
        Paragraph(Heading(1), "heading 1", 0, language, Large(30)),
        Paragraph(Heading(2), "heading 2", 1, language, Large(25)),
        Paragraph(Heading(3), "heading 3", 2, language, Large(22)),
        Paragraph(Quote, "Quote", null, language, new StyleRunProperties(new Italic(), new ItalicComplexScript())),
        Paragraph(ContentsTitle, "TOC Heading", null, language, Large(25)),
        Paragraph(Contents, "toc 1", null, language, new StyleRunProperties()),
        Paragraph(Bullet, "List Bullet", null, language, new StyleRunProperties(), new NumberingProperties(new NumberingId { Val = 1 })),
        Paragraph(
            Place, "Place to write", null, language, new StyleRunProperties(new Color { Val = "505A5F" }),
            new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 24, Space = 8, Color = Ink }), new Shading { Val = ShadingPatternValues.Clear, Fill = "F3F5F6" }),
        Table());

    /// <summary>The dots of lists.</summary>
    public static Numbering Bullets() => new(
        new AbstractNum(
            new Level(
                new NumberingFormat { Val = NumberFormatValues.Bullet },
                new LevelText { Val = "•" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "360" }))
            {
                LevelIndex = 0,
            })
        {
            AbstractNumberId = 1,
        },
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });

    // A font that has Khmer, one that has Arabic; Word and LibreOffice take another one where it is missing.
    private static RunFonts Fonts(string language) => new()
    {
        Ascii = "Calibri",
        HighAnsi = "Calibri",
        ComplexScript = language switch { "km" => "Khmer OS Battambang", "ar" => "Arial", _ => "Calibri" },
    };

    private static StyleRunProperties Large(int halfPoints) => new(
        new Bold(),
        new BoldComplexScript(),
        new Color { Val = Ink },
        new FontSize { Val = $"{halfPoints}" },
        new FontSizeComplexScript { Val = $"{halfPoints}" });

    private static Style Paragraph(string id, string name, int? outline, string language, StyleRunProperties run, params OpenXmlElement[] own)
    {
        StyleParagraphProperties paragraph = new();
        if (outline is not null || id == Title)
            paragraph.Append(new KeepNext());
        paragraph.Append(own);
        if (Wording.DirectionOf(language) == "rtl")
            paragraph.Append(new BiDi());
        if (outline is not null)
            paragraph.Append(new SpacingBetweenLines { Before = "240", After = "80" });
        if (outline is { } level)
            paragraph.Append(new OutlineLevel { Val = level });
        Style style = new(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = id == "Normal" ? true : null };
        if (id != "Normal")
            style.Append(new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" });
        style.Append(new PrimaryStyle(), paragraph, run);
        return style;
    }

    private static Style Table() => new(
        new StyleName { Val = "Table Grid" },
        new PrimaryStyle(),
        new StyleTableProperties(
            new TableBorders(
                Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>()),
            new TableCellMarginDefault(
                new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })))
    {
        Type = StyleValues.Table,
        StyleId = Grid,
    };

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = "9AA5A8" };
}
