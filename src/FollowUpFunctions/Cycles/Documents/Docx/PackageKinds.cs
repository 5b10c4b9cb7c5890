using System.IO.Compression;
using System.Text;

namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>Tells what a package holds by what it says itself (ISO/IEC 29500-2, 10.1.2; OpenDocument 1.3, part 2, 3.3).</summary>
internal static class PackageKinds
{
    public const string Spreadsheet =
        "This is a spreadsheet, not a document: send an export of the Universal Human Rights Index to /documents/uhri, and recommendations of your own when you start the cycle.";

    private const int Examined = 1_000_000;

    /// <exception cref="UnreadableDocumentException">It is something else; the message says what to do with it.</exception>
    public static void MustBeWord(ZipArchive zip)
    {
        string types = Beginning(zip.GetEntry("[Content_Types].xml"));
        string open = Beginning(zip.GetEntry("mimetype"));
        if (zip.GetEntry("word/document.xml") is not null || Says(types, "wordprocessingml") || Says(types, "ms-word"))
            return;
        throw new UnreadableDocumentException(
            Says(types, "spreadsheetml") || Says(types, "ms-excel") || Says(open, "spreadsheet") ? Spreadsheet
            : Says(types, "presentationml") || Says(open, "presentation") ? "This is a presentation: send the concluding observations themselves, as DOCX or PDF."
            : open.Length > 0 ? "This is an OpenDocument file or an e-book: open it in a word processor and save it as DOCX."
            : "This is a packed file, but no Word document: unpack it. Send the document as DOCX, PDF with a text layer, HTML or plain text.");
    }

    private static bool Says(string text, string word) => text.Contains(word, StringComparison.Ordinal);

    private static string Beginning(ZipArchiveEntry? entry)
    {
        if (entry is null)
            return "";
        byte[] bytes = new byte[Math.Clamp(entry.Length, 0, Examined)];
        using Stream stream = entry.Open();
        return Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
