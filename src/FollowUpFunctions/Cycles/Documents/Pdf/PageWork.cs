namespace FollowUpFunctions.Cycles.Documents.Pdf;

/// <summary>How much a page draws.</summary>
internal sealed record PageWork(int Glyphs, int Operations)
{
    /// <summary>What a page may be drawn with, unpacked: a page of text takes some tens of thousands.</summary>
    public const int MostBytes = 2_000_000;

    public static UnreadableDocumentException TooMuch() => new("A page of the PDF file draws far more than a page has: print the document to a new PDF file and send that, or send a DOCX.");
}
