using System.Text;
using FollowUp.Domain.Documents;
using FollowUpFunctions.Tests.Intake;
using RegisterFigures;
using RegisterFigures.Layouts;

namespace FollowUpFunctions.Tests.Documents;

[Trait("Documents", "shared")]
public sealed class SharedDocumentTests(ITestOutputHelper output)
{
    private static readonly string _file = Path.Combine(Body.Metadata("SharedData"), "twn_2017_crc_co_en.txt");
    private static readonly AnswerFile _answers = AnswerFile.Read(Path.ChangeExtension(_file, ".json"));
    private static readonly string[] _lines = [.. File.ReadAllLines(_file, Encoding.UTF8).Select(l => l.Trim('\ufeff', ' ')).Where(l => l.Length > 0)];

    [Fact]
    public void As_text_it_has_all_paragraphs_sub_items_and_recommendations() => Holds(File.ReadAllBytes(_file));

    [Fact]
    public void As_a_word_document_it_has_the_same() => Holds(WordDocument.Of(_lines.Prepend("CRC/C/TWN/CO/1")));

    [Fact]
    public void As_a_printed_document_it_has_the_same() => Holds(PdfPrint.Of(_lines.Select(PdfPrint.Printable), "CRC/C/TWN/CO/1"), PdfPrint.Printable);

    private void Holds(byte[] document, Func<string, string>? spelled = null)
    {
        Register register = ReadDocument.As(document);
        Func<string, string> same = spelled ?? (t => t);
        AnswerFile answers = new([.. _answers.Paragraphs.Select(p => p with { Section = Spelled(p.Section), Cluster = Spelled(p.Cluster), Heading = Spelled(p.Heading) })]);

        Figures figures = Figures.Of(register, answers);

        output.WriteLine($"{figures}");
        Assert.Empty(figures.Wrong);
        Assert.True(figures.Hold);
        Assert.Equal((98, 56, 49), (figures.Found, figures.SubItemsFound, figures.InRecommendationsFound));

        string? Spelled(string? text) => text is null ? null : same(text);
    }
}
