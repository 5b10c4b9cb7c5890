using FollowUp.Domain.Documents;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Documents;

/// <summary>Makes a register of an uploaded document.</summary>
public static class RegisterReader
{
    /// <summary>The largest document, in bytes.</summary>
    public const int LargestDocument = 20_000_000;

    /// <summary>Where people upload a document: the part of a form.</summary>
    public const string Part = "document";

    /// <param name="language">BCP 47, where somebody said which it is; else it is told from the text.</param>
    /// <returns>The register, or what must be mended before there is one.</returns>
    public static (Register? Register, Problem? Problem) Read(byte[] content, string? language, string pointer = "")
    {
        (SourceDocument? document, Problem? problem) = DocumentReader.Read(content, pointer);
        if (document is null)
            return (null, problem);
        Register register = RegisterParser.Read(language is null ? document : document with { Language = language });
        return register.Paragraphs.Count == 0
            ? (null, new(pointer, "No numbered paragraph was found in the document: check that it is the whole of the concluding observations, and not their summary or a cover page."))
            : (language is null ? register : register with { Language = language }, null);
    }
}
