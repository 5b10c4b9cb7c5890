using System.Text;
using FollowUp.Domain.Documents;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Documents;

/// <summary>Placeholder until the readers of all formats are merged.</summary>
public static class DocumentReader
{
    public static (SourceDocument? Document, Problem? Problem) Read(byte[] content, string pointer) =>
        content.Length == 0
            ? (null, new(pointer, "The document is empty: send the concluding observations as DOCX, PDF, HTML or text."))
            : (new(
                [
                    .. Encoding.UTF8.GetString(content).Split('\n')
                        .Select((text, n) => new DocumentLine(n + 1, string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
                        .Where(line => line.Text.Length > 0),
                ],
                Wrapped: false), null);
}
