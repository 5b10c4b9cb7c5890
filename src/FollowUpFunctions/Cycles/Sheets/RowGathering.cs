using System.Globalization;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>Makes a sheet of the rows of a file: finds the header below titles, drops blank rows, and holds to the limits.</summary>
internal sealed class RowGathering
{
    // Some rows that stand above a header are its title, its date, a note: they have one cell.
    private const int MostRowsAboveHeader = 20;

    private readonly List<SheetRow> _rows = [];
    private readonly List<Problem> _problems = [];
    private long _characters;

    public int Count => _rows.Count;

    /// <returns>False when the file is too large to go on.</returns>
    public bool Add(int number, string[] cells)
    {
        if (Array.TrueForAll(cells, c => c.Length == 0))
            return true;
        foreach (string cell in cells)
            _characters += cell.Length;
        if (_rows.Count > SheetReader.MostRows + MostRowsAboveHeader)
            return Refuse("", string.Create(CultureInfo.InvariantCulture, $"The sheet has more than {SheetReader.MostRows:N0} rows: send it in parts."));
        if (_characters > SheetReader.MostCharacters)
            return Refuse("", string.Create(CultureInfo.InvariantCulture, $"The sheet has more than {SheetReader.MostCharacters:N0} characters: send it in parts."));
        if (cells.Length > SheetReader.MostColumns)
            return Refuse($"/rows/{number}", $"Row {number} has {cells.Length} columns: a sheet may have {SheetReader.MostColumns}.");
        _rows.Add(new(number, cells));
        return true;
    }

    public bool Refuse(string pointer, string message)
    {
        _problems.Add(new(pointer, message));
        return false;
    }

    /// <summary>Rows that hold nothing but one cell over their whole width are titles of what follows.</summary>
    public void Drop(Predicate<int> isTitle) => _rows.RemoveAll(r => isTitle(r.Number) && r.Cells.Count(c => c.Length > 0) == 1);

    public SheetReading Sheet(SheetOrigin origin)
    {
        if (_problems.Count > 0)
            return new(null, _problems);
        int header = _rows.Take(MostRowsAboveHeader).ToList().FindIndex(r => r.Cells.Count(c => c.Length > 0) > 1);
        header = Math.Max(header, 0);
        if (_rows.Count == 0)
            return SheetReading.Refused("The sheet is empty: it needs a row with the names of the columns, and rows below it.");

        string[] names = [.. _rows[header].Cells];
        int width = Array.FindLastIndex(names, n => n.Length > 0) + 1;
        List<SheetRow> rows = new(_rows.Count - header - 1);
        foreach (SheetRow row in _rows.Skip(header + 1))
            rows.Add(row.Cells.Count == width ? row : Fitted(row, width));
        return _problems.Count > 0 ? new(null, _problems) : new(new(names[..width], rows, origin), []);
    }

    private SheetRow Fitted(SheetRow row, int width)
    {
        for (int n = width; n < row.Cells.Count; n++)
        {
            if (row.Cells[n].Length > 0)
            {
                Refuse($"/rows/{row.Number}", $"Row {row.Number} has more cells than the header has names: put text with delimiters in quotation marks, or name the column.");
                break;
            }
        }

        string[] cells = new string[width];
        for (int n = 0; n < width; n++)
            cells[n] = n < row.Cells.Count ? row.Cells[n] : "";
        return row with { Cells = cells };
    }
}
