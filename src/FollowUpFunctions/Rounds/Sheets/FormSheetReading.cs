using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FollowUp.Domain.Forms;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Cycles.Sheets;

namespace FollowUpFunctions.Rounds.Sheets;

/// <summary>One row of a person's spreadsheet.</summary>
/// <param name="About">The recommendation; null for a row of a question that is asked once.</param>
/// <param name="Cells">Where each answer stands, by question.</param>
internal sealed record FilledRow(
    int Number, string? About, string Seen, IReadOnlyDictionary<string, IReadOnlyList<string>> Answers, IReadOnlyDictionary<string, string> Cells);

/// <summary>A spreadsheet that somebody has sent back, or what must be mended before it can be read.</summary>
internal sealed class FormSheetReading
{
    private readonly FormSheetLayout _layout;
    private readonly List<FilledRow> _rows = [];
    private readonly List<SpreadsheetProblem> _problems = [];

    private FormSheetReading(FormSheetLayout layout) => _layout = layout;

    public IReadOnlyList<FilledRow> Rows => _rows;

    public IReadOnlyList<SpreadsheetProblem> Problems => _problems;

    public static FormSheetReading Of(byte[] file, FormSheetLayout layout, IReadOnlyList<string> asked)
    {
        FormSheetReading reading = new(layout);
        SheetReading read = SheetReader.Read(file);
        if (read.Sheet is not { } sheet)
            reading._problems.AddRange(read.Problems.Select(reading.Unread).Distinct());
        else if (sheet.Header[0] != layout.Identity || !reading.Columns(sheet, out Dictionary<string, int>? columns))
            reading.Add(null, "not-this-form");
        else
            reading.Read(sheet, columns, asked);
        return reading;
    }

    private void Read(Sheet sheet, Dictionary<string, int> columns, IReadOnlyList<string> asked)
    {
        Dictionary<string, Question> once = _layout.Once.SelectMany(s => s.Page.Questions).ToDictionary(FormSheetLayout.KeyOf);
        HashSet<string> left = [.. asked, .. once.Keys];
        foreach (SheetRow row in sheet.Rows.Where(r => r.Cells[0] != FormSheetLayout.Heading))
        {
            string key = row.Cells[0];
            if (!left.Remove(key))
                Add(row.Number.ToString(CultureInfo.InvariantCulture), "row");
            else if (once.TryGetValue(key, out Question? question))
                _rows.Add(Row(row, null, columns, [(question, columns[_layout.Questions[0].Id])]));
            else
                _rows.Add(Row(row, key, columns, _layout.Questions.Where(q => columns.ContainsKey(q.Id)).Select(q => (q, columns[q.Id]))));
        }
    }

    private FilledRow Row(SheetRow row, string? about, Dictionary<string, int> columns, IEnumerable<(Question Question, int Column)> cells)
    {
        (Question Question, int Column)[] all = [.. cells];
        return new(
            row.Number,
            about,
            row.Cells[columns[FormSheetLayout.SeenName]],
            all.ToDictionary(c => c.Question.Id, c => FormSheetCells.Read(_layout.Form, c.Question, row.Cells[c.Column])),
            all.ToDictionary(c => c.Question.Id, c => string.Create(CultureInfo.InvariantCulture, $"{XlsxSheetReader.Letters(c.Column)}{row.Number}")));
    }

    // Columns may be moved or left out, but for what tells the rows apart.
    private bool Columns(Sheet sheet, [NotNullWhen(true)] out Dictionary<string, int>? columns)
    {
        columns = [];
        for (int n = 1; n < sheet.Header.Count; n++)
        {
            if (sheet.Header[n].Length > 0 && !columns.TryAdd(sheet.Header[n], n))
                return false;
        }

        return columns.ContainsKey(FormSheetLayout.SeenName) && columns.ContainsKey(_layout.Questions[0].Id);
    }

    private SpreadsheetProblem Unread(Cycles.Intake.Problem problem) =>
        problem.Pointer.StartsWith("/cells/", StringComparison.Ordinal)
            ? new(problem.Pointer["/cells/".Length..], _layout.Wording["sheet.problem.formula"])
            : new(null, _layout.Wording["sheet.problem.unreadable"]);

    private void Add(string? cell, string problem) => _problems.Add(new(cell, _layout.Wording[$"sheet.problem.{problem}"]));
}
