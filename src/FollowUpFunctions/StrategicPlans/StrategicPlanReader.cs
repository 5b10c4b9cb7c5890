using System.Globalization;
using FollowUp.Domain.Documents;
using FollowUp.Domain.StrategicPlans;
using FollowUpFunctions.Cycles.Documents;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Cycles.Sheets;

namespace FollowUpFunctions.StrategicPlans;

/// <summary>Reads an organisation's objectives: from a document, or from a table's column <c>objective</c>.</summary>
internal static class StrategicPlanReader
{
    private const string Column = "objective";

    // In the order in which they are looked for, in English, French and Khmer, as SheetHeader.Plain writes them.
    private static readonly string[] _columns = [Column, "objectives", "strategicobjective", "goal", "objectif", "objectifs", "objectifstratégique", "គោលបំណង", "គោលដៅ", "វត្ថុបំណង"];

    /// <param name="pointer">Where the file was sent, for what must be mended.</param>
    public static (IReadOnlyList<Objective> Objectives, IReadOnlyList<Problem> Problems) Read(byte[] file, string pointer)
    {
        (IReadOnlyList<Objective> objectives, IReadOnlyList<Problem> problems) = IsTable(file) ? ReadTable(file, pointer) : ReadDocument(file, pointer);
        if (problems.Count > 0)
            return ([], problems);
        if (objectives.Count == 0)
            return ([], [new(pointer, "No objectives were found: number them, put a bullet before each, or send a table with a column “objective”.")]);
        return objectives.Count > StrategicPlan.MostObjectives
            ? ([], [new(pointer, string.Create(CultureInfo.InvariantCulture, $"These are {objectives.Count:N0} numbered or bulleted lines: a strategic plan has {StrategicPlan.MostObjectives} objectives at most here. Send a table of the objectives alone."))])
            : (objectives, []);
    }

    private static (IReadOnlyList<Objective>, IReadOnlyList<Problem>) ReadDocument(byte[] file, string pointer)
    {
        (SourceDocument? document, Problem? problem) = DocumentReader.Read(file, pointer);
        if (document is null)
            return ([], [problem!]);
        return document.Lines.All(l => string.IsNullOrWhiteSpace(l.Text))
            ? ([], [new(pointer, "The document has no text: send it as DOCX, or as PDF with a text layer.")])
            : (ObjectiveLines.In(document), []);
    }

    private static (IReadOnlyList<Objective>, IReadOnlyList<Problem>) ReadTable(byte[] file, string pointer)
    {
        SheetReading reading = SheetReader.Read(file);
        if (reading.Sheet is not { } sheet)
            return ([], [.. reading.Problems.Select(p => p with { Pointer = pointer + p.Pointer })]);
        string[] header = [.. sheet.Header.Select(SheetHeader.Plain)];
        int place = _columns.Select(c => Array.IndexOf(header, SheetHeader.Plain(c))).FirstOrDefault(n => n >= 0, -1);
        return place < 0
            ? ([], [new(pointer, "The table has no column “objective”: name the column with the objectives so, in its first row.")])
            : (ObjectiveLines.Distinct(sheet.Rows.Select(r => r.Cells[place])), []);
    }

    // A workbook and a document are both archives: what is inside says which. Text is a table where a column is named so.
    private static bool IsTable(byte[] file) => file switch
    {
        [0x50, 0x4B, 0x03, 0x04, ..] => file.AsSpan().IndexOf("xl/workbook.xml"u8) >= 0,
        [0x25, 0x50, 0x44, 0x46, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] or [] => false,
        _ => CsvSheetReader.Read(file).Sheet is { Header: var header } && header.Select(SheetHeader.Plain).Any(h => _columns.Contains(h)),
    };
}
