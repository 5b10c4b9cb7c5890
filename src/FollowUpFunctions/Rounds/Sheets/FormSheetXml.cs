using System.Globalization;
using System.Xml;
using FollowUpFunctions.Cycles.Sheets;

namespace FollowUpFunctions.Rounds.Sheets;

/// <summary>What a column's cells may be chosen from.</summary>
/// <param name="Source">The cells that hold the choices.</param>
/// <param name="Strict">Whether nothing else may be typed.</param>
internal sealed record FormSheetValidation(int Column, int LastRow, string Source, bool Strict);

/// <summary>The sheets of a form's workbook (ISO/IEC 29500-1, 18.3).</summary>
internal static class FormSheetXml
{
    private const int HeadingRow = 2;

    public static byte[] Answers(IReadOnlyList<IReadOnlyList<string>> rows, IEnumerable<FormSheetValidation> validations, bool rightToLeft) => Sheet(xml =>
    {
        XlsxXml.View(xml, first: "D3", columns: 3, rows: 2, rightToLeft);
        xml.WriteStartElement("cols", XlsxXml.Namespace);
        Column(xml, 1, 2, 10, hidden: true);
        Column(xml, 3, 3, 16);
        Column(xml, 4, 4, 60);
        Column(xml, 5, rows[0].Count, 28);
        xml.WriteEndElement();
        Rows(xml, rows, (row, column) => row < HeadingRow ? FormSheetStyles.Heading : column < FormSheetLayout.FirstAnswer ? FormSheetStyles.Given : FormSheetStyles.Answer, hideFirst: true);
        Validations(xml, [.. validations]);
    });

    public static byte[] Help(IReadOnlyList<IReadOnlyList<string>> rows, bool rightToLeft) => Sheet(xml =>
    {
        XlsxXml.View(xml, first: null, rightToLeft: rightToLeft);
        xml.WriteStartElement("cols", XlsxXml.Namespace);
        Column(xml, 1, 1, 50);
        Column(xml, 2, 2, 80);
        xml.WriteEndElement();
        Rows(xml, rows, (row, column) => row > 0 && column == 0 ? FormSheetStyles.Heading : FormSheetStyles.Answer);
    });

    public static byte[] Plain(IReadOnlyList<IReadOnlyList<string>> rows) => Sheet(xml => Rows(xml, rows, (_, _) => FormSheetStyles.Answer));

    private static byte[] Sheet(Action<XmlWriter> content)
    {
        using MemoryStream bytes = new();
        using (XmlWriter xml = XmlWriter.Create(bytes, XlsxXml.Settings))
        {
            xml.WriteStartElement("worksheet", XlsxXml.Namespace);
            content(xml);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Column(XmlWriter xml, int first, int last, int width, bool hidden = false)
    {
        xml.WriteStartElement("col", XlsxXml.Namespace);
        xml.WriteAttributeString("min", Text(first));
        xml.WriteAttributeString("max", Text(last));
        xml.WriteAttributeString("width", Text(width));
        xml.WriteAttributeString("customWidth", "1");
        if (hidden)
            xml.WriteAttributeString("hidden", "1");
        xml.WriteEndElement();
    }

    private static void Rows(XmlWriter xml, IReadOnlyList<IReadOnlyList<string>> rows, Func<int, int, string> style, bool hideFirst = false)
    {
        xml.WriteStartElement("sheetData", XlsxXml.Namespace);
        foreach ((int n, IReadOnlyList<string> row) in rows.Index())
        {
            xml.WriteStartElement("row", XlsxXml.Namespace);
            xml.WriteAttributeString("r", Text(n + 1));
            if (hideFirst && n == 0)
                xml.WriteAttributeString("hidden", "1");
            foreach ((int column, string cell) in row.Index())
                Cell(xml, $"{XlsxSheetReader.Letters(column)}{Text(n + 1)}", style(n, column), cell);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, string address, string style, string cell)
    {
        xml.WriteStartElement("c", XlsxXml.Namespace);
        xml.WriteAttributeString("r", address);
        xml.WriteAttributeString("s", style);
        XlsxXml.Text(xml, cell);
        xml.WriteEndElement();
    }

    private static void Validations(XmlWriter xml, IReadOnlyList<FormSheetValidation> validations)
    {
        if (validations.Count == 0)
            return;
        xml.WriteStartElement("dataValidations", XlsxXml.Namespace);
        xml.WriteAttributeString("count", Text(validations.Count));
        foreach (FormSheetValidation validation in validations)
        {
            string column = XlsxSheetReader.Letters(validation.Column);
            xml.WriteStartElement("dataValidation", XlsxXml.Namespace);
            xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString("showErrorMessage", validation.Strict ? "1" : "0");
            xml.WriteAttributeString("sqref", $"{column}{HeadingRow + 1}:{column}{Text(validation.LastRow)}");
            xml.WriteElementString("formula1", XlsxXml.Namespace, validation.Source);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
