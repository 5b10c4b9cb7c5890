using Azure.Data.Tables;
using FollowUp.Domain.Reiterations;

namespace FollowUpFunctions.Storage;

/// <summary>What one cycle leaves to the next beside its settings and contacts; written with the new cycle, or not at all.</summary>
/// <param name="From">Id of the earlier cycle.</param>
/// <param name="Settings">What was taken over because the new cycle was asked for without it, such as <c>languages</c>.</param>
/// <param name="OptedOut">When those of the new cycle's people asked for no more mail, by their id there.</param>
/// <param name="Stopped">Addresses that take no mail, by fingerprint.</param>
public sealed record CarriedOver(
    string From,
    IReadOnlyList<string> Settings,
    int Stakeholders,
    IReadOnlyDictionary<string, DateTimeOffset> OptedOut,
    IReadOnlyDictionary<string, Stopped> Stopped,
    IReadOnlyList<OpenItem> Open)
{
    internal IEnumerable<TableEntity> Rows(string cycle) =>
    [
        .. OptedOut.Select(o => CyclesTable.OptOutRow(cycle, o.Key, o.Value)),
        .. Stopped.Select(s => StoppedAddresses.Row(cycle, s.Key, s.Value)),
        .. Open.Select((item, place) => OpenItemsTable.Row(cycle, item, place)),
    ];
}
