using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CsvHelper;
using FollowUp.Domain.Cycles;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Cycles.Sheets;
using FollowUpFunctions.Tests.Api;

namespace FollowUpFunctions.Tests.Sheets;

/// <summary>Somebody in the secretariat who takes a list out as a file, edits it and sends it back.</summary>
/// <param name="list"><c>recommendations</c> or <c>stakeholders</c>.</param>
public sealed class SheetDesk(HttpClient coordinator, string cycle, string list)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A desk in a cycle of its own, on record and not begun: nothing but a test writes into it.</summary>
    public static async Task<SheetDesk> InNewCycleAsync(RunningApp app, string list)
    {
        using MemoryStream body = new(Encoding.UTF8.GetBytes(app.NewCycle().ToJsonString()));
        CycleContents contents = (await CycleIntake.Read(body, app.Story.Time.Now, Cancellation)).Contents!;
        Assert.True(await app.Story.App.Cycles.CreateAsync(contents, Cancellation));
        return new(app.Coordinator, contents.Settings.Id, list);
    }

    public string Cycle => cycle;

    public string Address => $"cycles/{cycle}/{list}";

    public static byte[] Csv(IEnumerable<IEnumerable<string>> rows)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        using (CsvWriter csv = new(text, CultureInfo.InvariantCulture))
        {
            foreach (IEnumerable<string> row in rows)
            {
                foreach (string cell in row)
                    csv.WriteField(cell);
                csv.NextRecord();
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public async Task<byte[]> ExportAsync(string format = "csv") => await coordinator.GetByteArrayAsync($"{Address}?format={format}", Cancellation);

    public async Task<Sheet> ExportedAsync(string format = "csv") => SheetReader.Read(await ExportAsync(format)).Sheet!;

    public Task<(int Status, JsonNode Answer)> ImportAsync(string csv, bool dryRun = false) => ImportAsync(Encoding.UTF8.GetBytes(csv), dryRun);

    public async Task<(int Status, JsonNode Answer)> ImportAsync(byte[] file, bool dryRun = false)
    {
        using ByteArrayContent content = new(file);
        return await SendAsync(content, dryRun);
    }

    /// <summary>As a browser or curl -F sends a file.</summary>
    public async Task<(int Status, JsonNode Answer)> ImportFormAsync(byte[] file)
    {
        using ByteArrayContent part = new(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using MultipartFormDataContent form = new() { { part, "sheet", "list.csv" } };
        return await SendAsync(form, dryRun: false);
    }

    /// <summary>Exports, changes cells and sends the file back.</summary>
    public async Task<(int Status, JsonNode Answer)> EditAsync(params (int Row, string Column, string Value)[] edits)
    {
        Sheet sheet = await ExportedAsync();
        string[][] cells = [.. sheet.Rows.Select(r => r.Cells.ToArray())];
        foreach ((int row, string column, string value) in edits)
            cells[row - 2][sheet.Header.ToList().IndexOf(column)] = value;
        return await ImportAsync(Csv(cells.Prepend([.. sheet.Header])));
    }

    private async Task<(int Status, JsonNode Answer)> SendAsync(HttpContent content, bool dryRun)
    {
        using HttpResponseMessage response = await coordinator.PostAsync(dryRun ? $"{Address}?dryRun=true" : Address, content, Cancellation);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!);
    }
}
