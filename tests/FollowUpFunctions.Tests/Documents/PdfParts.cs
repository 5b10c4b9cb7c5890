using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace FollowUpFunctions.Tests.Documents;

/// <summary>A PDF made object by object, so that it can be what no library would write. Object 1 is the catalogue, 2 the pages, 3 the page, 4 its font.</summary>
internal sealed class PdfParts
{
    private readonly List<byte[]> _objects = [];

    /// <param name="resources">Entries of the page's resources besides the font.</param>
    public PdfParts(string resources = "")
    {
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> {resources} >> >>");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    }

    /// <summary>Entries of the trailer besides size and root.</summary>
    public string Trailer { get; init; } = "";

    public PdfParts Object(string content)
    {
        _objects.Add(Encoding.Latin1.GetBytes(content));
        return this;
    }

    public PdfParts Stream(string content, string entries = "") => Object($"<< /Length {content.Length} {entries} >>\nstream\n{content}\nendstream");

    /// <param name="content">Is packed as it is read.</param>
    public PdfParts Packed(Stream content, string entries = "")
    {
        using MemoryStream packed = new();
        using (ZLibStream deflating = new(packed, CompressionLevel.Fastest, leaveOpen: true))
            content.CopyTo(deflating);
        byte[] head = Encoding.Latin1.GetBytes($"<< /Length {packed.Length} /Filter /FlateDecode {entries} >>\nstream\n");
        _objects.Add([.. head, .. packed.ToArray(), .. "\nendstream"u8]);
        return this;
    }

    public byte[] Bytes()
    {
        using MemoryStream file = new();
        Write("%PDF-1.4\n"u8);
        List<long> places = [];
        for (int n = 0; n < _objects.Count; n++)
        {
            places.Add(file.Position);
            Write(Encoding.Latin1.GetBytes($"{n + 1} 0 obj\n"));
            Write(_objects[n]);
            Write("\nendobj\n"u8);
        }

        long table = file.Position;
        Write(Encoding.Latin1.GetBytes($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n")))}"));
        Write(Encoding.Latin1.GetBytes($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R {Trailer} >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();

        void Write(ReadOnlySpan<byte> bytes) => file.Write(bytes);
    }
}
