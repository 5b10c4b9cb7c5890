using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace FollowUpFunctions.Storage;

/// <param name="Reason"><c>bounce</c> or <c>dropped</c>.</param>
public sealed record Stopped(DateTimeOffset Since, string Reason);

/// <summary>
/// Rows <c>stopped~…</c> of table <c>Cycles</c>: addresses that take no mail, by their fingerprint. It is the address that is stopped, not the
/// person: a corrected one takes mail at once.
/// </summary>
public sealed class StoppedAddresses(AppStorage storage)
{
    private const string Prefix = "stopped~";

    private TableClient Table => storage.Cycles;

    /// <summary>Lower case: nobody has two mailboxes that differ in case alone.</summary>
    public static string Fingerprint(string email) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToLowerInvariant())).AsSpan(0, 16));

    public Task AddAsync(string cycle, string email, Stopped stopped, CancellationToken cancellation) =>
        Table.UpsertEntityAsync(Row(cycle, Fingerprint(email), stopped), TableUpdateMode.Replace, cancellation);

    internal static TableEntity Row(string cycle, string fingerprint, Stopped stopped) =>
        new(cycle, Prefix + fingerprint) { [nameof(Stopped.Since)] = stopped.Since, [nameof(Stopped.Reason)] = stopped.Reason };

    /// <summary>Lets an address be tried again; one that isn't stopped stays as it is.</summary>
    public Task RemoveAsync(string cycle, string email, CancellationToken cancellation) =>
        Table.DeleteEntityAsync(cycle, Prefix + Fingerprint(email), ETag.All, cancellation);

    /// <summary>By fingerprint.</summary>
    public async Task<IReadOnlyDictionary<string, Stopped>> ListAsync(string cycle, CancellationToken cancellation) =>
        (await Table.ListAsync(TableRows.KeysFrom(cycle, Prefix), cancellation)).ToDictionary(
            row => row.RowKey[Prefix.Length..],
            row => new Stopped(row.GetDateTimeOffset(nameof(Stopped.Since))!.Value, row.GetString(nameof(Stopped.Reason))));
}
