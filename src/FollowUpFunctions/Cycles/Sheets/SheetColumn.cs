namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>A column, both ways.</summary>
/// <param name="Name">As it is exported; also names the cell in pointers.</param>
/// <param name="Show">A row's cell, blank for nothing.</param>
/// <param name="Read">The row with what the cell says.</param>
/// <param name="SaysHow">Says something about another column, and is read after it wherever it stands.</param>
internal sealed record SheetColumn<T>(string Name, Func<T, string> Show, Func<T, SheetCell, T> Read, bool SaysHow = false);

/// <summary>The columns that a kind of sheet may have.</summary>
/// <param name="Find">The column that a header names; null for none.</param>
/// <param name="Names">Columns to name to people.</param>
/// <param name="Key">Without this column there is no telling which row is which.</param>
internal sealed record SheetColumns<T>(Func<string, SheetColumn<T>?> Find, IReadOnlyList<string> Names, string Key);

/// <summary>Where a column stands in a sheet.</summary>
internal readonly record struct PlacedColumn<T>(int Place, SheetColumn<T> Column);
