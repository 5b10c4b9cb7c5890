using Azure;
using Azure.Data.Tables;

namespace FollowUpFunctions.Storage;

/// <summary>
/// Lets one import of a cycle at a time compare a file with what is on record and write: two at once could add the same stakeholder under two ids.
/// Table <c>Cycles</c>, row <c>import</c>, gone when it is done.
/// </summary>
public sealed class ImportTurns(AppStorage storage, TimeProvider clock)
{
    /// <summary>After so long whoever had the turn has died.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const string Row = "import";
    private const string Since = "Since";

    private TableClient Table => storage.Cycles;

    /// <returns>False when somebody else has the turn.</returns>
    public Task<bool> TakeAsync(string cycle, CancellationToken cancellation) =>
        Table.TryClaimAsync(new TableEntity(cycle, Row), Since, Patience, clock.GetUtcNow(), cancellation);

    public Task GiveBackAsync(string cycle) => Table.DeleteEntityAsync(cycle, Row, ETag.All, CancellationToken.None);
}
