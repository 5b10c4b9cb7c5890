using DocumentFormat.OpenXml.Spreadsheet;

namespace FollowUpFunctions.Rounds.Sheets;

/// <summary>How cells look: headings and given texts on grey, answers as text, since a spreadsheet would make a number of 4.10.</summary>
internal static class FormSheetStyles
{
    public const string Heading = "1";
    public const string Given = "2";
    public const string Answer = "3";

    private const uint TextFormat = 49;
    private const uint Grey = 2;

    public static Stylesheet Sheet => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFF3F5F6" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), Format(1, Grey), Format(0, Grey), Format(0, 0)));

    private static CellFormat Format(uint font, uint fill) => new(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top })
    {
        NumberFormatId = TextFormat, FontId = font, FillId = fill, ApplyNumberFormat = true, ApplyFont = true, ApplyFill = true, ApplyAlignment = true,
    };
}
