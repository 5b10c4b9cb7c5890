using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LocalHost.Demo.People;

/// <summary>What a spreadsheet program does to a form: its first row names the questions, its first column the recommendations.</summary>
internal static class Spreadsheet
{
    /// <param name="answers">By <c>question@recommendation</c>.</param>
    public static byte[] Fill(byte[] sheet, IReadOnlyDictionary<string, IReadOnlyList<string>> answers)
    {
        using MemoryStream file = new();
        file.Write(sheet);
        using (SpreadsheetDocument document = SpreadsheetDocument.Open(file, isEditable: true))
        {
            WorkbookPart workbook = document.WorkbookPart!;
            Row[] rows = [.. ((WorksheetPart)workbook.GetPartById(workbook.Workbook!.Descendants<Sheet>().First().Id!)).Worksheet!.Descendants<Row>()];
            List<string> questions = [.. rows[0].Elements<Cell>().Select(c => c.InnerText)];
            foreach (Row row in rows.Skip(2))
            {
                Cell[] cells = [.. row.Elements<Cell>()];
                for (int n = 0; n < cells.Length; n++)
                {
                    if (answers.TryGetValue($"{questions[n]}@{cells[0].InnerText}", out IReadOnlyList<string>? answer))
                    {
                        cells[n].RemoveAllChildren();
                        cells[n].DataType = CellValues.InlineString;
                        cells[n].AppendChild(new InlineString(new Text(answer[0])));
                    }
                }
            }
        }

        return file.ToArray();
    }
}
