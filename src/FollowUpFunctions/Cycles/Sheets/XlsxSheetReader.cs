using System.Globalization;
using System.Xml;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>Reads the rows of one sheet of a workbook, in the transitional and in the strict namespace.</summary>
internal static class XlsxSheetReader
{
    private const int MostComplaints = 100;

    public static SheetReading Read(Stream stream, XlsxCells cells, string name)
    {
        RowGathering rows = new();
        HashSet<int> titles = [];
        using XmlReader xml = XmlReader.Create(stream, XlsxStrings.Xml);
        int number = 0;
        int complaints = 0;
        bool fits = true;
        while (fits && xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "row")
            {
                number = xml.GetAttribute("r") is { } r ? int.Parse(r, NumberStyles.None, CultureInfo.InvariantCulture) : number + 1;
                fits = rows.Add(number, Row(xml, number));
            }
            else if (xml.LocalName == "mergeCell" && MergedRow(xml.GetAttribute("ref")) is { } merged)
            {
                titles.Add(merged);
            }
        }

        rows.Drop(titles.Contains);
        return rows.Sheet(new("xlsx", Name: name));

        string[] Row(XmlReader xml, int number)
        {
            List<string> texts = [];
            if (xml.IsEmptyElement)
                return [];
            int depth = xml.Depth;
            int column = -1;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
                    continue;
                column = xml.GetAttribute("r") is { } address ? Column(address) : column + 1;
                if (column > SheetReader.MostColumns)
                    column = SheetReader.MostColumns;
                while (texts.Count <= column)
                    texts.Add("");
                texts[column] = Cell(xml, string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{number}"));
            }

            return [.. texts];
        }

        string Cell(XmlReader xml, string address)
        {
            string? type = xml.GetAttribute("t");
            int style = xml.GetAttribute("s") is { } s ? int.Parse(s, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
            string value = "";
            if (xml.IsEmptyElement)
                return "";
            int depth = xml.Depth;
            bool formula = false;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "f")
                    formula = true;
                if (xml.LocalName is "v" or "is")
                    value = XlsxStrings.Of(xml);
            }

            string? text = formula ? null : cells.Text(new(address, type, style, value));
            if (text is null && ++complaints <= MostComplaints)
            {
                rows.Refuse($"/cells/{address}", formula
                    ? $"Cell {address} holds a formula: copy the column and paste it as values."
                    : $"Cell {address} shows an error: correct it or clear it.");
            }

            return text?.Trim() ?? "";
        }
    }

    private static int? MergedRow(string? range)
    {
        string[] ends = range?.Split(':') ?? [];
        return ends.Length == 2 && RowOf(ends[0]) == RowOf(ends[1]) ? RowOf(ends[0]) : null;
    }

    private static int RowOf(string address) => int.Parse(address.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$"), NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Column(string address)
    {
        int column = 0;
        foreach (char c in address)
        {
            if (c is < 'A' or > 'Z' || column > SheetReader.MostColumns)
                break;
            column = (column * 26) + c - 'A' + 1;
        }

        return column - 1;
    }

    /// <summary>A column's name by its number from 0.</summary>
    public static string Letters(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}
