using Azure.Data.Tables;

namespace LocalHost.Durable.Storage;

/// <summary>Rows that must be written in one transaction.</summary>
internal sealed class CommitUnit(IReadOnlyList<TableTransactionAction> rows)
{
    public IReadOnlyList<TableTransactionAction> Rows { get; } = rows;

    public CommitSize Size { get; } = rows.Aggregate(default(CommitSize), (size, row) => size.Plus(row));

    public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool Fits => Size.IsAllowed;

    /// <summary>The rows in as few units as hold them; each row alone always fits.</summary>
    public static IEnumerable<CommitUnit> Split(IReadOnlyList<TableTransactionAction> rows)
    {
        List<TableTransactionAction> unit = [];
        CommitSize size = default;
        foreach (TableTransactionAction row in rows)
        {
            if (!size.Plus(row).IsAllowed)
            {
                yield return new(unit);
                unit = [];
                size = default;
            }

            unit.Add(row);
            size = size.Plus(row);
        }

        if (unit.Count > 0)
            yield return new(unit);
    }
}

/// <summary>How much of a transaction rows take up: at most 100 rows and 4 MB on the wire, of which some is kept free.</summary>
internal readonly record struct CommitSize(int Rows, long Bytes)
{
    private const int MostRows = 100;
    private const long MostBytes = 3_500_000;
    private const int RowOverhead = 1_200;

    public bool IsAllowed => Rows <= MostRows && Bytes <= MostBytes;

    public bool Holds(CommitUnit unit) => Rows == 0 || new CommitSize(Rows + unit.Size.Rows, Bytes + unit.Size.Bytes).IsAllowed;

    public CommitSize Plus(CommitUnit unit) => new(Rows + unit.Size.Rows, Bytes + unit.Size.Bytes);

    public CommitSize Plus(TableTransactionAction row) => new(Rows + 1, Bytes + RowOverhead + TextBytes((TableEntity)row.Entity));

    private static long TextBytes(TableEntity row) => ((IDictionary<string, object>)row).Values.OfType<string>().Sum(Escaped);

    // The tables client escapes quotes and everything beyond ASCII to six bytes.
    private static long Escaped(string text)
    {
        long bytes = 0;
        foreach (char c in text)
            bytes += char.IsAsciiLetterOrDigit(c) || c is ' ' or ',' or '.' or ':' or '-' or '_' or '{' or '}' or '[' or ']' ? 1 : 6;
        return bytes;
    }
}
