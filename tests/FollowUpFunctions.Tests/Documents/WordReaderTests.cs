using FollowUp.Domain.Documents;

namespace FollowUpFunctions.Tests.Documents;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("_ H_1_G")]
    [InlineData("_ H _Ch_G")]
    [InlineData("H1")]
    [InlineData("heading 3")]
    public void Styles_of_United_Nations_documents_and_of_Word_are_headings(string name)
    {
        byte[] file = new WordParts
        {
            Styles = $"<w:style w:type=\"paragraph\" w:styleId=\"X\"><w:name w:val=\"{name}\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Y\"><w:name w:val=\"_ Single Txt_G\"/></w:style>",
            Body = WordParts.Paragraph("Legislation", "<w:pStyle w:val=\"X\"/>") + WordParts.Paragraph("Some text", "<w:pStyle w:val=\"Y\"/>"),
        }.Bytes();

        Assert.Equal([true, false], Reading.Of(file).Lines.Select(l => l.IsHeading));
    }

    [Fact]
    public void A_paragraph_is_bold_when_all_of_it_is()
    {
        byte[] file = new WordParts
        {
            Body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Data </w:t></w:r><w:r><w:t> </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>collection</w:t></w:r></w:p>"
                + "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Urges</w:t></w:r><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t> the State party</w:t></w:r></w:p>",
        }.Bytes();

        Assert.Equal([("Data collection", true), ("Urges the State party", false)], Reading.Of(file).Lines.Select(l => (string.Join(' ', l.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)), l.Bold)));
    }

    [Fact]
    public void Proposed_changes_are_read_as_if_accepted()
    {
        byte[] file = new WordParts
        {
            Body = "<w:p><w:r><w:t>Adopt the </w:t></w:r><w:del><w:r><w:delText>old </w:delText></w:r></w:del><w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:r><w:t>law</w:t></w:r></w:p>"
                + "<w:p><w:moveFrom><w:r><w:t>Moved away</w:t></w:r></w:moveFrom></w:p>"
                + "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t>Two that </w:t></w:r></w:p><w:p><w:r><w:t>become one</w:t></w:r></w:p>",
        }.Bytes();

        Assert.Equal(["Adopt the new law", "Two that become one"], Reading.Of(file).AsPrinted());
    }

    [Fact]
    public void Of_a_field_only_what_it_shows_is_read()
    {
        byte[] file = new WordParts
        {
            Body = "<w:p><w:r><w:t>See </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"x\" </w:instrText></w:r><w:r><w:t>code</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>paragraph 4</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t> above</w:t></w:r></w:p>",
        }.Bytes();

        Assert.Equal(["See paragraph 4 above"], Reading.Of(file).AsPrinted());
    }

    [Fact]
    public void Tables_of_contents_hidden_text_and_typed_numbers_of_notes_are_left_out()
    {
        byte[] file = new WordParts
        {
            Styles = "<w:style w:type=\"paragraph\" w:styleId=\"TOC1\"><w:name w:val=\"toc 1\"/></w:style>",
            Body = WordParts.Paragraph("Introduction 1-3 2", "<w:pStyle w:val=\"TOC1\"/>")
                + "<w:p><w:r><w:t>The Committee</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>12</w:t></w:r>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t> urges the 1</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>st</w:t></w:r></w:p>",
        }.Bytes();

        Assert.Equal(["The Committee urges the 1st"], Reading.Of(file).AsPrinted());
    }

    [Fact]
    public void A_table_is_read_cell_by_cell_and_tabs_and_breaks_are_spaces()
    {
        byte[] file = new WordParts
        {
            Body = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1.</w:t><w:tab/><w:t>Left</w:t><w:br/><w:t>cell</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Right cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        }.Bytes();

        Assert.Equal(["1. Left cell", "Right cell"], Reading.Of(file).AsPrinted());
    }

    [Fact]
    public void A_text_box_is_read_once_though_it_is_written_for_old_and_new_programs()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent>";
        byte[] file = new WordParts
        {
            Body = $"<w:p><w:r><w:t>Around it</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">{Box}</mc:Choice><mc:Fallback>{Box}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        }.Bytes();

        Assert.Equal(["In the box", "Around it"], Reading.Of(file).AsPrinted());
    }

    [Theory]
    [InlineData("fr-FR", "fr-FR")]
    [InlineData("x-none", null)]
    public void The_language_is_what_most_of_the_text_is_marked_with(string marked, string? expected)
    {
        byte[] file = new WordParts
        {
            Body = $"<w:p><w:r><w:rPr><w:lang w:val=\"{marked}\"/></w:rPr><w:t>Le Comité recommande</w:t></w:r><w:r><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr><w:t> vote</w:t></w:r></w:p>",
        }.Bytes();

        Assert.Equal(expected, Reading.Of(file).Language);
    }

    [Fact]
    public void Lines_are_numbered_as_paragraphs_of_the_document_with_empty_ones()
    {
        byte[] file = new WordParts { Body = $"{WordParts.Paragraph("First")}<w:p/>{WordParts.Paragraph("Third")}" }.Bytes();

        Assert.Equal([1, 3], Reading.Of(file).Lines.Select(l => l.Number));
    }
}
