using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Sheets;

internal static class RowReading
{
    /// <summary>What a row says, over what is there already.</summary>
    public static T Read<T>(SheetRow row, IReadOnlyList<PlacedColumn<T>> header, T over, Findings findings)
    {
        foreach ((int place, SheetColumn<T> column) in header)
            over = column.Read(over, new(row.Cells[place], row.Number, column.Name, findings));

        return over;
    }
}
