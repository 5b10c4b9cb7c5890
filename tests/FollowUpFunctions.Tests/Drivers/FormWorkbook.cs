using System.Net.Http.Headers;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Cycles.Sheets;

namespace FollowUpFunctions.Tests.Drivers;

/// <summary>A form's spreadsheet in the hands of somebody with a spreadsheet program.</summary>
public sealed class FormWorkbook(byte[] file)
{
    public byte[] File { get; private set; } = file;

    /// <summary>Cells by row as the person sees them, from row 1.</summary>
    public IReadOnlyList<SheetRow> Rows => [.. SheetReader.Read(File).Sheet!.Rows];

    public IReadOnlyList<string> Header => SheetReader.Read(File).Sheet!.Header;

    /// <summary>The address of the cell for an answer, such as <c>F12</c>.</summary>
    public string Cell(string question, string key) =>
        $"{(char)('A' + Header.ToList().IndexOf(question))}{Rows.Single(r => r.Cells[0] == key).Number}";

    public string Text(string question, string key) => Rows.Single(r => r.Cells[0] == key).Cells[Header.ToList().IndexOf(question)];

    /// <summary>Types a text into a cell, or a formula.</summary>
    public FormWorkbook Type(string cell, string text, bool formula = false)
    {
        using MemoryStream stream = new();
        stream.Write(File);
        using (SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            WorkbookPart workbook = document.WorkbookPart!;
            DocumentFormat.OpenXml.Spreadsheet.Sheet first = workbook.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First();
            Worksheet sheet = ((WorksheetPart)workbook.GetPartById(first.Id!)).Worksheet!;
            Cell there = sheet.Descendants<Cell>().FirstOrDefault(c => c.CellReference == cell) ?? Added(sheet, cell);
            there.RemoveAllChildren();
            there.DataType = formula ? null : CellValues.InlineString;
            there.AppendChild(formula ? new CellFormula(text) : (DocumentFormat.OpenXml.OpenXmlElement)new InlineString(new Text(text)));
        }

        File = stream.ToArray();
        return this;
    }

    /// <summary>Sends it back on the page that it was downloaded from.</summary>
    public async Task<WebPage> SendAsync(Story story, Person person, bool replace = false)
    {
        WebPage page = await person.OpenAsync("/spreadsheet");
        using ByteArrayContent sheet = new(File);
        sheet.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        using MultipartFormDataContent form = new()
        {
            { new StringContent(FormInput.TakeSheet), FormInput.ButtonField }, { sheet, FormInput.SheetField, "form.xlsx" },
        };
        using StringContent yes = new("yes");
        if (replace)
            form.Add(yes, FormInput.ReplaceField);
        using HttpResponseMessage response = await story.App.Anybody.PostAsync(page.Action, form, TestContext.Current.CancellationToken);
        return response.Headers.Location is { } next
            ? await person.GetAsync(next.OriginalString)
            : new(page.Action!, response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public static async Task<FormWorkbook> DownloadAsync(Story story, Person person)
    {
        string link = (await person.NewestMailAsync()).Form;
        using HttpResponseMessage response = await story.App.Anybody.GetAsync($"{link}/form.xlsx", TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        return new(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static Cell Added(Worksheet sheet, string cell)
    {
        Row row = sheet.Descendants<Row>().Single(r => cell.EndsWith($"{r.RowIndex}", StringComparison.Ordinal) && char.IsLetter(cell[^($"{r.RowIndex}".Length + 1)]));
        Cell added = new() { CellReference = cell };
        row.AppendChild(added);
        return added;
    }
}
