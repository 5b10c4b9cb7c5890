using System.Net;
using System.Text;
using FollowUp.Domain.Documents;
using RegisterFigures.Layouts;

namespace FollowUpFunctions.Tests.Documents;

public sealed class FormatTests
{
    private static readonly Register _text = ReadDocument.As(Text(ReadDocument.Observations));

    [Fact]
    public void The_sample_has_its_paragraphs_sub_items_and_urgent_recommendations()
    {
        Assert.Equal(("CRC/C/TST/CO/3-4", "en"), (_text.Symbol, _text.Language));
        Assert.Equal(Enumerable.Range(1, 36), _text.Paragraphs.Select(p => p.Number));
        Assert.Equal([14, 21, 23, 33, 34], _text.Paragraphs.Where(p => p.Urgent).Select(p => p.Number));
        Assert.Equal("CRC/C/TST/CO/2, para. 9", _text.Paragraphs[6].ReiteratedFrom);
        Assert.Equal(["a", "a-i", "a-ii", "b"], _text.Paragraphs[9].SubItems.Select(i => i.Letter));
    }

    [Fact]
    public void A_word_document_with_automatic_numbering_gives_the_same_register() =>
        Assert.Equal(ReadDocument.Essence(_text), ReadDocument.Essence(ReadDocument.As(WordDocument.Of(ReadDocument.Observations))));

    [Fact]
    public void The_sample_document_is_made_of_the_sample_text() => Assert.Equal(
        ReadDocument.Essence(_text),
        ReadDocument.Essence(ReadDocument.As(File.ReadAllBytes(Contracts.Repository.PathOf("samples", "testland", "observations.docx")))));

    [Theory]
    [InlineData(92)]
    [InlineData(70)]
    public void A_printed_document_with_headers_and_page_numbers_gives_the_same_register_and_says_what_it_dropped(int width)
    {
        Register printed = ReadDocument.As(PdfPrint.Of(ReadDocument.Observations.Select(PdfPrint.Printable), "CRC/C/TST/CO/3-4", width));

        Assert.Equal(ReadDocument.Essence(_text).Select(PdfPrint.Printable), ReadDocument.Essence(printed).Select(PdfPrint.Printable));
        Assert.Contains(printed.Doubts, d => d.Message.Contains("page header or footer", StringComparison.Ordinal) && d.Text.StartsWith("CRC/C/TST/CO/3-4", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_of_the_web_gives_the_same_register()
    {
        string html = $"<!DOCTYPE html><html lang=en><head><title>x</title><script>1. no</script></head><body>{string.Concat(ReadDocument.Observations.Select(l => $"<p>{WebUtility.HtmlEncode(l)}</p>\n"))}</body></html>";

        Assert.Equal(ReadDocument.Essence(_text), ReadDocument.Essence(ReadDocument.As(Encoding.UTF8.GetBytes(html))));
    }

    [Fact]
    public void Lists_that_a_browser_numbers_are_numbered()
    {
        Register register = ReadDocument.As("<html><body><h2>A. Legislation</h2><ol start=7><li>The Committee is concerned.</li><li>The Committee recommends that the State party:<ol type=a><li>Act;</li><li>Report.</li></ol></li></ol></body></html>"u8.ToArray());

        Assert.Equal([7, 8], register.Paragraphs.Select(p => p.Number));
        Assert.Equal(["a", "b"], register.Paragraphs[1].SubItems.Select(i => i.Letter));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    public void A_text_is_read_whatever_its_encoding(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string[] french = ReadDocument.Layout("french");
        Encoding written = Encoding.GetEncoding(encoding);

        Register register = ReadDocument.As([.. written.GetPreamble(), .. written.GetBytes(string.Join("\r\n", french).Replace("œ", "oe", StringComparison.Ordinal))]);

        Assert.Equal(("fr", 14), (register.Language, register.Paragraphs.Count));
        Assert.Equal("A. Mesures d’application générales (art. 4, 42 et 44 (par. 6))", register.Paragraphs[4].ClusterAsPrinted);
    }

    [Fact]
    public void Other_languages_and_older_layouts_have_their_clusters_items_and_urgent_marks()
    {
        Register french = ReadDocument.As(WordDocument.Of(ReadDocument.Layout("french")));
        Register spanish = ReadDocument.As(WordDocument.Of(ReadDocument.Layout("spanish")));
        Register chinese = ReadDocument.As(Text(ReadDocument.Layout("chinese")));
        Register older = ReadDocument.As(Text(ReadDocument.Layout("older")));

        Assert.Equal([10, 12], french.Paragraphs.Where(p => p.Urgent).Select(p => p.Number));
        Assert.Equal([6, 7, 8, 10, 12, 13, 14], french.Paragraphs.Where(p => p.IsRecommendation).Select(p => p.Number));
        Assert.Equal([null, null, 1, 1, 4, 4, 5, 5, 8], spanish.Paragraphs.Select(p => p.Cluster));
        Assert.Equal([4, 6, 8, 9], spanish.Paragraphs.Where(p => p.IsRecommendation).Select(p => p.Number));
        Assert.Equal([9, 11], chinese.Paragraphs.Where(p => p.Urgent).Select(p => p.Number));
        Assert.Equal("CRC/C/MSG/CO/1，第7段", chinese.Paragraphs[4].ReiteratedFrom);
        Assert.Equal(["Data collection", "Name and nationality", "(a) Refugee children", "(b) Economic exploitation"], older.Paragraphs.Select(p => p.Heading).OfType<string>().Distinct());
        Assert.Equal([1, 4, 9, 9, 9, null], older.Paragraphs.Skip(3).Select(p => p.Cluster));
        Assert.Equal(["a", "b", "c"], older.Paragraphs[5].SubItems.Select(i => i.Letter));
    }

    private static byte[] Text(string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines));
}
