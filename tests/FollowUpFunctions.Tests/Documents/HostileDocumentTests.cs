using System.Text;
using FollowUpFunctions.Tests.Sheets;

namespace FollowUpFunctions.Tests.Documents;

/// <summary>Files made to fill a memory or to keep a machine busy.</summary>
[Collection(nameof(DocumentEffort))]
public sealed class HostileDocumentTests
{
    private const int Megabyte = 1_000_000;

    [Fact]
    public async Task A_Word_document_that_unpacks_to_far_too_much_is_refused_while_it_is_unpacked()
    {
        byte[] file = new WordParts { Body = WordParts.Paragraph("Text"), More = [("word/footnotes.xml", new Repeated((byte)' ', 400 * Megabyte))] }.Bytes();

        await Refused(file, "unpacks to far more");
    }

    [Fact]
    public async Task A_package_of_thousands_of_parts_is_refused()
    {
        byte[] many = new WordParts { More = [.. Enumerable.Range(0, 6_000).Select(n => ($"word/part{n}.xml", Stream.Null))] }.Bytes();

        await Refused(many, "unpacks to far more");
    }

    [Fact]
    public void Pictures_in_a_Word_document_are_never_unpacked()
    {
        byte[] file = new WordParts { Body = WordParts.Paragraph("Text"), More = [("word/media/image1.bmp", new Repeated(255, 200 * Megabyte))] }.Bytes();

        Assert.Equal(["Text"], Reading.Of(file).AsPrinted());
    }

    [Fact]
    public async Task Entities_are_not_expanded()
    {
        string entities = string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY e{n} \"{string.Concat(Enumerable.Repeat($"&e{n - 1};", 10))}\">"));
        byte[] file = new WordParts { Document = $"<!DOCTYPE w [<!ENTITY e0 \"bomb\">{entities}]>{WordParts.Word("document", "<w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body>")}" }.Bytes();

        await Refused(file, "damaged");
    }

    [Theory]
    [InlineData("<w:p>", "</w:p>")]
    [InlineData("<w:del>", "</w:del>")]
    public async Task A_Word_document_that_nests_without_end_is_damaged(string open, string close)
    {
        const int Depth = 1_000_000;
        string body = new StringBuilder().Insert(0, open, Depth).Insert(open.Length * Depth, close, Depth).ToString();

        await Refused(new WordParts { Body = body }.Bytes(), "damaged");
    }

    [Fact]
    public void Styles_and_lists_that_lead_to_each_other_come_to_an_end()
    {
        byte[] file = new WordParts
        {
            Styles = "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:name w:val=\"A\"/><w:basedOn w:val=\"B\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"B\"><w:name w:val=\"B\"/><w:basedOn w:val=\"A\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>",
            Lists = "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"A\"/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>",
            Body = WordParts.Paragraph("Text", "<w:pStyle w:val=\"A\"/>"),
        }.Bytes();

        Assert.Equal(["Text"], Reading.Of(file).AsPrinted());
    }

    [Fact]
    public async Task A_page_that_nests_without_end_is_refused()
    {
        await Refused(Encoding.UTF8.GetBytes(new StringBuilder("<html><body>").Insert(12, "<div>", 1_000_000).ToString()), "nested");
    }

    [Fact]
    public async Task A_page_of_formats_that_open_again_in_each_paragraph_is_refused()
    {
        StringBuilder page = new("<html><body>");
        for (int n = 0; n < 20_000; n++)
            page.Append("<p><b id=").Append(n).Append('>');

        await Refused(Encoding.UTF8.GetBytes(page.ToString()), "nested");
    }

    [Fact]
    public async Task A_list_of_a_hundred_thousand_items_is_counted_once()
    {
        byte[] page = Encoding.UTF8.GetBytes($"<html><body><ol start=1>{string.Concat(Enumerable.Repeat("<li>The Committee recommends", 100_000))}</ol></body></html>");

        await Refused(page, "too long");
    }

    [Fact]
    public async Task A_PDF_whose_page_unpacks_to_far_too_much_is_refused()
    {
        await Refused(new PdfParts().Packed(new Repeated((byte)' ', 400 * Megabyte)).Bytes(), "far more than");
    }

    [Fact]
    public async Task Forms_that_draw_each_other_come_to_an_end()
    {
        PdfParts pdf = new("/XObject << /X 6 0 R >>");
        pdf.Stream("/X Do");
        for (int n = 6; n < 16; n++)
            pdf.Stream(string.Concat(Enumerable.Repeat("/X Do ", 10)), $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {n + 1} 0 R >> >>");
        pdf.Stream("BT /F1 10 Tf (x) Tj ET", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 4 0 R >> >>");

        await Refused(pdf.Bytes(), "draws far more");
    }

    [Fact]
    public async Task A_form_that_draws_much_is_not_drawn_again_and_again()
    {
        using MemoryStream form = new(Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat("0 g ", 200_000))));
        PdfParts pdf = new("/XObject << /X 6 0 R >>");
        pdf.Stream(string.Concat(Enumerable.Repeat("/X Do ", 1_000))).Packed(form, "/Type /XObject /Subtype /Form /BBox [0 0 9 9]");

        await Refused(pdf.Bytes(), "draws far more");
    }

    [Theory]
    [InlineData("(a) Tj ", 2_000_000)]
    [InlineData("0 g ", 450_000)]
    [InlineData("(aaaaaaaa) Tj ", 100_000)]
    public async Task A_page_that_draws_without_end_is_refused_packed_or_not(string drawing, int times)
    {
        string content = $"BT /F1 10 Tf {string.Concat(Enumerable.Repeat(drawing, times))} ET";
        using MemoryStream packed = new(Encoding.Latin1.GetBytes(content));

        await Refused(new PdfParts().Stream(content).Bytes(), "PDF file");
        await Refused(new PdfParts().Packed(packed).Bytes(), "PDF file");
    }

    [Fact]
    public async Task A_PDF_that_nests_without_end_is_damaged()
    {
        await Refused(new PdfParts().Stream(new string('[', 500_000)).Object(new string('[', 500_000)).Bytes(), "PDF file");
    }

    private static async Task Refused(byte[] file, string sentence)
    {
        (string reason, Effort effort) = await Effort.OfAsync(sentence, () => Task.FromResult(ReadDocument.Refusal(file)));

        Assert.Contains(sentence, reason, StringComparison.Ordinal);
        DocumentEffortTests.Within(effort);
    }
}
