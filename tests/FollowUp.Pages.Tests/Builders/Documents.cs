using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace FollowUp.Pages.Tests.Builders;

/// <summary>Looks into Word documents.</summary>
internal static class Documents
{
    public static string TextOf(byte[] document)
    {
        using WordprocessingDocument word = WordprocessingDocument.Open(new MemoryStream(document), isEditable: false);
        return string.Concat(word.MainDocumentPart!.Document!.Body!.Descendants<Text>().Select(t => t.Text));
    }

    public static IReadOnlyList<string> Faults(byte[] document)
    {
        using WordprocessingDocument word = WordprocessingDocument.Open(new MemoryStream(document), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}")];
    }
}
