using static FollowUpFunctions.Tests.Documents.WordParts;

namespace FollowUpFunctions.Tests.Documents;

public sealed class WordNumberingTests
{
    [Theory]
    [InlineData("decimal", "%1.", 12, "12.")]
    [InlineData("decimalZero", "%1", 7, "07")]
    [InlineData("lowerLetter", "(%1)", 2, "(b)")]
    [InlineData("lowerLetter", "(%1)", 28, "(bb)")]
    [InlineData("upperLetter", "%1.", 3, "C.")]
    [InlineData("lowerRoman", "(%1)", 4, "(iv)")]
    [InlineData("upperRoman", "%1.", 19, "XIX.")]
    [InlineData("russianLower", "%1)", 3, "в)")]
    [InlineData("chineseCounting", "%1、", 23, "二十三、")]
    [InlineData("bullet", "•", 1, null)]
    [InlineData("none", "", 1, null)]
    public void A_label_has_the_format_of_its_level(string format, string text, int start, string? expected)
    {
        byte[] file = new WordParts { Lists = List(1, Level(0, format, text, start)), Body = Item("Text", 1) }.Bytes();

        Assert.Equal([expected], Labels(file));
    }

    [Fact]
    public void Deeper_levels_begin_again_after_one_above_them()
    {
        byte[] file = new WordParts
        {
            Lists = List(1, Level(0, "decimal", "%1."), Level(1, "lowerLetter", "(%2)"), Level(2, "decimal", "%1.%2.%3")),
            Body = Item("One", 1) + Item("a", 1, 1) + Item("b", 1, 1) + Item("deep", 1, 2) + Item("Two", 1) + Item("a", 1, 1) + Item("deep", 1, 2),
        }.Bytes();

        Assert.Equal(["1.", "(a)", "(b)", "1.b.1", "2.", "(a)", "2.a.1"], Labels(file));
    }

    [Fact]
    public void A_level_that_never_begins_again_counts_on()
    {
        byte[] file = new WordParts
        {
            Lists = List(1, Level(0, "upperLetter", "%1."), Level(1, "decimal", "%2.", more: "<w:lvlRestart w:val=\"0\"/>")),
            Body = Item("A", 1) + Item("one", 1, 1) + Item("two", 1, 1) + Item("B", 1) + Item("three", 1, 1),
        }.Bytes();

        Assert.Equal(["A.", "1.", "2.", "B.", "3."], Labels(file));
    }

    [Fact]
    public void Lists_that_share_their_definition_count_on_unless_one_starts_again()
    {
        byte[] file = new WordParts
        {
            Lists = $"""
                {List(1, Level(0, "lowerLetter", "(%1)"))}
                <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
                <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
                """,
            Body = Item("a", 1) + Item("b", 2) + Item("a again", 3) + Item("b again", 3),
        }.Bytes();

        Assert.Equal(["(a)", "(b)", "(a)", "(b)"], Labels(file));
    }

    [Fact]
    public void Text_between_two_parts_of_a_list_does_not_begin_it_again()
    {
        byte[] file = new WordParts
        {
            Lists = List(1, Level(0, "decimal", "%1.")),
            Body = Item("One", 1) + Paragraph("Legislation") + Item("Two", 1),
        }.Bytes();

        Assert.Equal(["1.", null, "2."], Labels(file));
    }

    [Fact]
    public void A_style_brings_its_numbering_at_the_level_that_names_it()
    {
        byte[] file = new WordParts
        {
            Styles = Style("Numbered", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>") + Style("Lettered", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>") + Style("Child", "", "Numbered"),
            Lists = List(1, Level(0, "decimal", "%1.", more: "<w:pStyle w:val=\"Numbered\"/>"), Level(1, "lowerLetter", "(%2)", more: "<w:pStyle w:val=\"Lettered\"/>")),
            Body = Of("Numbered") + Of("Lettered") + Of("Child") + Paragraph("Not this one", "<w:pStyle w:val=\"Numbered\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") + Of("Numbered"),
        }.Bytes();

        Assert.Equal(["1.", "(a)", "2.", null, "3."], Labels(file));

        static string Of(string style) => Paragraph("Text", $"<w:pStyle w:val=\"{style}\"/>");
    }

    [Fact]
    public void A_list_that_is_the_list_of_a_style_is_found_through_it()
    {
        byte[] file = new WordParts
        {
            Styles = "<w:style w:type=\"numbering\" w:styleId=\"UNList\"><w:name w:val=\"UN list\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>",
            Lists = $"""{List(1, Level(0, "upperRoman", "%1."))}<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="UNList"/></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>""",
            Body = Item("One", 2) + Item("Two", 2),
        }.Bytes();

        Assert.Equal(["I.", "II."], Labels(file));
    }

    [Fact]
    public void An_empty_paragraph_of_a_list_counts_though_it_is_no_line()
    {
        byte[] file = new WordParts { Lists = List(1, Level(0, "decimal", "%1.")), Body = Item("One", 1) + Item("", 1) + Item("Three", 1) }.Bytes();

        Assert.Equal(["1.", "3."], Labels(file));
    }

    private static string Style(string id, string properties, string? basis = null) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{id}\"/>{(basis is null ? "" : $"<w:basedOn w:val=\"{basis}\"/>")}<w:pPr>{properties}</w:pPr></w:style>";

    private static IEnumerable<string?> Labels(byte[] file) => Reading.Of(file).Lines.Select(l => l.Label);
}
