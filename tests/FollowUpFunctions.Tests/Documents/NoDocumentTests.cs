using System.Text;
using FollowUpFunctions.Tests.Sheets;

namespace FollowUpFunctions.Tests.Documents;

public sealed class NoDocumentTests
{
    private static readonly byte[] _compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];

    [Theory]
    [InlineData("EncryptedPackage", "protected with a password")]
    [InlineData("WordDocument", ".doc")]
    [InlineData("Workbook", "/documents/uhri")]
    [InlineData("Something", "no document, or one with a password")]
    public void A_file_of_an_old_Office_or_with_a_password_is_asked_for_as_docx(string stream, string sentence)
    {
        Assert.Contains(sentence, ReadDocument.Refusal([.. _compound, .. Encoding.Unicode.GetBytes(stream)]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_spreadsheet_is_shown_its_own_door()
    {
        Assert.Contains("/documents/uhri", ReadDocument.Refusal(new Workbook().Sheet(Workbook.Row(1, "Recommendation")).Bytes()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \r\n\t ")]
    public void A_document_without_text_is_empty(string text)
    {
        Assert.Contains("empty", ReadDocument.Refusal(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\\rtf1\\ansi Text}", "RTF")]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related", "web archive")]
    [InlineData("<?xml version=\"1.0\"?><w:wordDocument/>", "XML file")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006 bytes", "none of the formats")]
    public void What_is_none_of_the_formats_is_told_what_to_become(string text, string sentence)
    {
        Assert.Contains(sentence, ReadDocument.Refusal(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Word_document_whose_XML_is_broken_is_asked_to_be_saved_anew()
    {
        Assert.Contains("damaged", ReadDocument.Refusal(new WordParts { Document = WordParts.Word("document", "<w:body><w:p>") }.Bytes()), StringComparison.Ordinal);
        Assert.Contains("damaged", ReadDocument.Refusal(new WordParts { Body = WordParts.Paragraph("Text"), Styles = "<w:style>" }.Bytes()), StringComparison.Ordinal);
    }
}
