using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace FollowUpFunctions.Storage;

/// <summary>What is on record of an <c>Idempotency-Key</c>.</summary>
/// <param name="Body">Fingerprint of what was sent with it.</param>
/// <param name="Answer">The body of the answer, in JSON; null while there is none.</param>
public sealed record KeyOnRecord(string Body, string? Answer);

/// <summary>
/// Table <c>Cycles</c>, partition <c>~keys</c>; row = SHA-256 of the key in hexadecimal. A key is kept as long as the cycles are
/// (draft-ietf-httpapi-idempotency-key-header).
/// </summary>
public sealed class IdempotencyKeys(AppStorage storage, TimeProvider clock)
{
    /// <summary>After so long whoever began to work on a key has died, and somebody else may.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const string Partition = "~keys";
    private const string Since = "Since";

    private TableClient Table => storage.Cycles;

    public static string Row(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public async Task<KeyOnRecord?> FindAsync(string key, CancellationToken cancellation) =>
        await Table.FindAsync(Partition, Row(key), cancellation) is { } row
            ? new(row.GetString("Body"), row.GetString("D0") is null ? null : row.Text())
            : null;

    /// <summary>Takes a key to work on it: a new one, or one whose work was begun too long ago.</summary>
    /// <returns>False when somebody else has taken it.</returns>
    public Task<bool> ClaimAsync(string key, string body, CancellationToken cancellation) =>
        Table.TryClaimAsync(new TableEntity(Partition, Row(key)) { ["Body"] = body }, Since, Patience, clock.GetUtcNow(), cancellation);

    public Task AnswerAsync(string key, string answer, CancellationToken cancellation) =>
        Table.UpdateEntityAsync(new TableEntity(Partition, Row(key)).WithText(answer), ETag.All, TableUpdateMode.Merge, cancellation);

    /// <summary>Gives a key back whose work came to nothing.</summary>
    public Task ReleaseAsync(string key, CancellationToken cancellation) =>
        Table.DeleteEntityAsync(Partition, Row(key), ETag.All, cancellation);
}
