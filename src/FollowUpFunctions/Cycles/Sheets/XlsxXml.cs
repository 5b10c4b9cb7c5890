using System.Xml;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>What every sheet that we write has in common (ISO/IEC 29500-1, 18.3).</summary>
internal static class XlsxXml
{
    public const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static XmlWriterSettings Settings { get; } = new() { NewLineHandling = NewLineHandling.Entitize };

    /// <summary>The text of a cell, in place: never a formula, whatever sign it begins with.</summary>
    public static void Text(XmlWriter xml, string cell)
    {
        if (cell.Length == 0)
            return;
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Namespace);
        xml.WriteStartElement("t", Namespace);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(XlsxStrings.Escape(cell));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>How the sheet is looked at: from which side, and which rows and columns stay in sight.</summary>
    /// <param name="first">The first cell that scrolls, such as <c>D3</c>; null where all scroll.</param>
    public static void View(XmlWriter xml, string? first, int columns = 0, int rows = 0, bool rightToLeft = false)
    {
        xml.WriteStartElement("sheetViews", Namespace);
        xml.WriteStartElement("sheetView", Namespace);
        if (rightToLeft)
            xml.WriteAttributeString("rightToLeft", "1");
        xml.WriteAttributeString("workbookViewId", "0");
        if (first is not null)
            Pane(xml, first, columns, rows);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Pane(XmlWriter xml, string first, int columns, int rows)
    {
        xml.WriteStartElement("pane", Namespace);
        if (columns > 0)
            xml.WriteAttributeString("xSplit", XmlConvert.ToString(columns));
        xml.WriteAttributeString("ySplit", XmlConvert.ToString(rows));
        xml.WriteAttributeString("topLeftCell", first);
        xml.WriteAttributeString("activePane", columns > 0 ? "bottomRight" : "bottomLeft");
        xml.WriteAttributeString("state", "frozen");
        xml.WriteEndElement();
    }
}
