using System.Xml;

namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>
/// Reads the main part of a Word document (ISO/IEC 29500-1, 17) paragraph by paragraph, tables cell by cell, as it would be were all proposed
/// changes accepted. Nothing but the open paragraphs is held.
/// </summary>
internal sealed class WordBody(XmlReader xml)
{
    // No document that people wrote nests as deep; text boxes in tables in text boxes come to about sixty.
    private const int Deepest = 200;

    // Not part of the text: what was deleted or moved away, former formats, codes of fields, how a word is read aloud, what older programs show instead.
    private static readonly HashSet<string> _leftOut =
    [
        "del", "moveFrom", "delText", "delInstrText", "instrText", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
        "sectPr", "rt", "Fallback", "tblPr", "trPr", "tcPr", "sdtPr",
    ];

    private readonly Stack<OpenParagraph> _open = new();
    private readonly WordFields _fields = new();
    private int _paragraphs;

    /// <exception cref="XmlException">It is not well-formed, declares entities or nests too deep.</exception>
    public IEnumerable<WordParagraph> Paragraphs()
    {
        bool more = Next();
        while (more)
        {
            bool opens = xml.NodeType == XmlNodeType.Element;
            if (opens && _leftOut.Contains(xml.LocalName))
            {
                more = LeaveOut();
                continue;
            }

            string name = WordXml.IsWord(xml.NamespaceURI) ? xml.LocalName : "";
            bool closes = xml.NodeType == XmlNodeType.EndElement || (opens && xml.IsEmptyElement);
            if (opens)
                Open(name);
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                Take(xml.Value);
            if (closes && Close(name) is { } paragraph)
                yield return paragraph;
            more = Next();
        }
    }

    private bool Next() => xml.Read() && (xml.Depth <= Deepest ? true : throw new XmlException());

    private bool LeaveOut()
    {
        if (_open.TryPeek(out OpenParagraph? paragraph) && paragraph.InProperties)
            paragraph.Property(xml.LocalName, null);
        int depth = xml.Depth;
        if (!xml.IsEmptyElement)
        {
            while (Next() && xml.Depth > depth)
            {
            }
        }

        return Next();
    }

    private void Open(string name)
    {
        if (name == "p")
        {
            _open.Push(new(++_paragraphs));
            return;
        }

        if (name.Length == 0 || !_open.TryPeek(out OpenParagraph? paragraph))
            return;
        if (name == "pPr")
            paragraph.InProperties = true;
        else if (paragraph.InProperties)
            paragraph.Property(name, Value());
        else if (name == "fldChar")
            _fields.Take(xml.GetAttribute("fldCharType", xml.NamespaceURI));
        else
            paragraph.Run(name, Value());
    }

    private string? Value() => xml.GetAttribute("val", xml.NamespaceURI);

    private void Take(string text)
    {
        if (_open.TryPeek(out OpenParagraph? paragraph) && paragraph.InText && !_fields.InCode)
            paragraph.Take(text);
    }

    private WordParagraph? Close(string name)
    {
        if (!_open.TryPeek(out OpenParagraph? paragraph))
            return null;
        switch (name)
        {
            case "pPr":
                paragraph.InProperties = false;
                break;
            case "t":
                paragraph.InText = false;
                break;
            case "r":
                paragraph.EndRun();
                break;
            case "p":
                _fields.EndParagraph();
                return _open.Pop().Paragraph;
        }

        return null;
    }
}
