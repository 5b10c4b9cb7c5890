using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace RegisterFigures.Layouts;

/// <summary>A text as it is printed: wrapped lines, bold headings, and a symbol and a page number on every page.</summary>
public static class PdfPrint
{
    private const double Size = 10;
    private const double LineHeight = 12;
    private const double Top = 770;
    private const double Bottom = 70;
    private const double Left = 70;

    public static byte[] Of(IEnumerable<string> lines, string header, int width = 92)
    {
        PdfDocumentBuilder pdf = new();
        PdfDocumentBuilder.AddedFont plain = pdf.AddStandard14Font(Standard14Font.TimesRoman);
        PdfDocumentBuilder.AddedFont bold = pdf.AddStandard14Font(Standard14Font.TimesBold);
        PdfPageBuilder? page = null;
        double at = 0;
        int number = 0;
        foreach (Line line in lines.Where(l => l.Length > 0).Select(Line.Of))
        {
            at -= LineHeight / 2;
            string printed = line.Level == Line.Heading ? line.Text : $"{line.Label} {line.Text}";
            foreach (string row in Rows(printed, width))
            {
                if (page is null || at < Bottom)
                {
                    page = pdf.AddPage(PageSize.A4);
                    page.AddText(header, 9, new PdfPoint(++number % 2 == 0 ? Left : 420, 805), plain);
                    page.AddText($"{number}", 9, new PdfPoint(290, 35), plain);
                    at = Top;
                }

                page.AddText(row, Size, new PdfPoint(Left + (Math.Max(0, line.Level) * 15), at), line.Level == Line.Heading ? bold : plain);
                at -= LineHeight;
            }
        }

        return pdf.Build();
    }

    private static IEnumerable<string> Rows(string text, int width)
    {
        string row = "";
        foreach (string word in text.Split(' '))
        {
            if (row.Length > 0 && row.Length + 1 + word.Length > width)
            {
                yield return row;
                row = "";
            }

            row = row.Length == 0 ? word : $"{row} {word}";
        }

        yield return row;
    }
}
