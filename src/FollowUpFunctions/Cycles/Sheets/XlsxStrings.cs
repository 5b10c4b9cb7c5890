using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>Texts of a workbook's cells.</summary>
internal static class XlsxStrings
{
    private const int EscapeLength = 7;

    public static XmlReaderSettings Xml { get; } = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };

    /// <exception cref="InvalidDataException">There are more characters than a sheet may have.</exception>
    public static List<string> Read(SharedStringTablePart? part)
    {
        List<string> strings = [];
        if (part is null)
            return strings;
        using Stream stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using XmlReader xml = XmlReader.Create(stream, Xml);
        long characters = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si")
                continue;
            string text = Of(xml);
            characters += text.Length;
            if (characters > SheetReader.MostCharacters || strings.Count > SheetReader.MostRows * SheetReader.MostColumns)
                throw new InvalidDataException();
            strings.Add(text);
        }

        return strings;
    }

    /// <summary>The text of the element that the reader stands on, run by run; how it is read aloud (<c>rPh</c>) is no part of it.</summary>
    public static string Of(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        int depth = xml.Depth;
        string text = "";
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
                xml.Skip();
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
                text += xml.Value;
        }

        return Unescape(text);
    }

    /// <summary>Characters that XML can't hold are written <c>_x000D_</c>, and what looks like one too (ISO/IEC 29500-1, 22.9.2.19).</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny('_', '\uFFFE', '\uFFFF') && !text.Any(c => c < ' ' && c is not ('\n' or '\t')))
            return text;
        StringBuilder escaped = new(text.Length + EscapeLength);
        for (int n = 0; n < text.Length; n++)
        {
            char c = text[n];
            if ((c < ' ' && c is not ('\n' or '\t')) || c >= '\uFFFE' || CodeAt(text, n) is not null)
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
            return text;
        StringBuilder plain = new(text.Length);
        for (int n = 0; n < text.Length; n++)
        {
            if (CodeAt(text, n) is { } code)
            {
                plain.Append(code);
                n += EscapeLength - 1;
            }
            else
            {
                plain.Append(text[n]);
            }
        }

        return plain.ToString();
    }

    private static char? CodeAt(string text, int at) =>
        at + EscapeLength <= text.Length && text[at] == '_' && text[at + 1] == 'x' && text[at + EscapeLength - 1] == '_'
        && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code)
            ? (char)code
            : null;
}
