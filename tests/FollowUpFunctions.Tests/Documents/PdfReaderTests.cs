using FollowUpFunctions.Cycles.Documents.Pdf;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace FollowUpFunctions.Tests.Documents;

public sealed class PdfReaderTests
{
    [Fact]
    public void Columns_are_read_one_after_the_other()
    {
        using PdfDocumentBuilder pdf = new();
        PdfDocumentBuilder.AddedFont font = pdf.AddStandard14Font(Standard14Font.Helvetica);
        PdfPageBuilder page = pdf.AddPage(PageSize.A4);
        page.AddText("Concluding observations of the Committee on the combined report of a State party to the Convention", 10, new(60, 760), font);
        for (int n = 1; n <= 10; n++)
        {
            page.AddText($"Line {n} on the left, that goes up to the gutter", 10, new(60, 740 - (12 * n)), font);
            page.AddText($"Line {n} on the right, which comes afterwards", 10, new(310, 740 - (12 * n)), font);
        }

        IReadOnlyList<string> lines = Reading.Of(pdf.Build()).AsPrinted();

        Assert.Equal(21, lines.Count);
        Assert.All(lines.Skip(1).Take(10), line => Assert.Contains("on the left", line, StringComparison.Ordinal));
        Assert.All(lines.Skip(11), line => Assert.Contains("on the right", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_that_call_out_notes_are_no_part_of_a_word()
    {
        using PdfDocumentBuilder pdf = new();
        PdfDocumentBuilder.AddedFont font = pdf.AddStandard14Font(Standard14Font.Helvetica);
        PdfPageBuilder page = pdf.AddPage(PageSize.A4);
        double end = page.AddText("The Committee recalls its general comment", 10, new(60, 700), font)[^1].EndBaseLine.X;
        page.AddText("12", 6, new(end, 703.5), font);
        page.AddText("and recommends that the State party hear children.", 10, new(end + 10, 700), font);

        Assert.Equal(["The Committee recalls its general comment and recommends that the State party hear children."], Reading.Of(pdf.Build()).AsPrinted());
    }

    [Theory]
    [InlineData("\uFB03", "ffi")]
    [InlineData("\uFEDF", "ل")]
    [InlineData("é", "é")]
    public void Letters_that_were_drawn_joined_are_letters_again(string drawn, string letters) => Assert.Equal(letters, LetterText.Of(drawn));
}
