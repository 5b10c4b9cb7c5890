using FollowUp.Domain.Documents;
using FollowUpFunctions.Cycles.Documents;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Tests.Documents;

/// <summary>The lines that a document gives, before anybody makes sense of them.</summary>
internal static class Reading
{
    public static SourceDocument Of(byte[] file)
    {
        (SourceDocument? document, Problem? problem) = DocumentReader.Read(file, "/document");
        Assert.Null(problem);
        return document! with { Lines = [.. document.Lines.Where(line => !string.IsNullOrWhiteSpace(line.Text))] };
    }

    /// <summary>Each line as somebody would read it aloud: label and text, with one space between words.</summary>
    public static IReadOnlyList<string> AsPrinted(this SourceDocument document) =>
        [.. document.Lines.Select(line => string.Join(' ', $"{line.Label} {line.Text}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
