using Azure.Data.Tables;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Keeping.Archives;

/// <summary>Which rows an archive holds.</summary>
internal static class ArchivedRows
{
    private const string Codes = "~codes";

    /// <summary>Says who is at work in this installation, for minutes.</summary>
    public static bool IsPassing(TableEntity row) => row.RowKey == "import";

    /// <summary>By which a child takes its voice back, also where the cycle is restored.</summary>
    public static bool IsCode(TableEntity row) => row.PartitionKey == Codes;

    /// <summary>Whether an archive of a cycle may write the row: none of another cycle, or of all of them.</summary>
    public static bool IsOf(string cycle, CycleTable table, TableEntity row) =>
        CycleStores.IsPartitionOf(cycle, row.PartitionKey) || (IsCode(row) && table.Name == "voices" && row.Document<GroupRef>().Cycle == cycle);
}
