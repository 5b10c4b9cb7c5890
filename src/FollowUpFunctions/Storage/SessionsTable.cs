using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace FollowUpFunctions.Storage;

/// <summary>Somebody who is signed in at the desk.</summary>
/// <param name="Key">Names the session in storage; the cookie can't be made from it.</param>
/// <param name="Email">As it was signed in with, in lower case.</param>
/// <param name="Language">In which the desk is shown (BCP 47).</param>
public sealed record DeskSession(string Key, string Email, string Language, DateTimeOffset Ends)
{
    /// <summary>The same in all sessions of somebody; it does not name them.</summary>
    public string Person => Key.Split('.')[0];
}

/// <summary>
/// Table <c>Sessions</c>: partition = SHA-256 of the address, cut to 128 bits; row = <c>session~</c> and SHA-256 of the secret. The secret itself stands in the
/// cookie alone, so who reads the table can't sign in.
/// </summary>
public sealed class SessionsTable(AppStorage storage, TimeProvider clock)
{
    public static readonly TimeSpan SessionLength = TimeSpan.FromHours(8);

    private const string SessionPrefix = "session~";
    private const int SecretBytes = 32;
    private const int PartitionLength = 32;

    private TableClient Table => storage.Sessions;

    /// <returns>The value of the cookie.</returns>
    public async Task<string> BeginAsync(string email, string language, CancellationToken cancellation)
    {
        string address = email.ToLowerInvariant();
        string secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        TableEntity row = new(Partition(address), SessionPrefix + Hash(secret))
        {
            ["Email"] = address,
            ["Language"] = language,
            ["Ends"] = clock.GetUtcNow() + SessionLength,
        };
        await Table.AddEntityAsync(row, cancellation);
        return $"{row.PartitionKey}.{secret}";
    }

    /// <returns>Null for a session that ended, was signed out or never was.</returns>
    public async Task<DeskSession?> FindAsync(string? cookie, CancellationToken cancellation) =>
        cookie?.Split('.') is [{ } partition, { Length: > 0 and <= 100 } secret] && IsPartition(partition)
            && await Table.FindAsync(partition, SessionPrefix + Hash(secret), cancellation) is { } row
            && row.GetDateTimeOffset("Ends") is { } ends && ends > clock.GetUtcNow()
            ? new($"{row.PartitionKey}.{row.RowKey}", row.GetString("Email"), row.GetString("Language"), ends)
            : null;

    public Task SpeakAsync(DeskSession session, string language, CancellationToken cancellation) =>
        Table.UpdateEntityAsync(
            new TableEntity(session.Key.Split('.')[0], session.Key.Split('.')[1]) { ["Language"] = language }, ETag.All, TableUpdateMode.Merge, cancellation);

    /// <summary>Ends one session.</summary>
    public Task EndAsync(DeskSession session, CancellationToken cancellation) =>
        Table.DeleteEntityAsync(session.Key.Split('.')[0], session.Key.Split('.')[1], ETag.All, cancellation);

    /// <summary>Ends all sessions of somebody, wherever they signed in, and makes their unused sign-in links worthless.</summary>
    public async Task EndAllAsync(string email, CancellationToken cancellation)
    {
        List<TableEntity> rows = await Table.ListAsync(
            TableRows.Partition(Partition(email.ToLowerInvariant())), cancellation, nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey));
        await Table.WriteAllAsync(TableTransactionActionType.Delete, rows, cancellation);
    }

    /// <summary>Deletes the sessions and sign-in links that are over.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        List<TableEntity> over = await Table.ListAsync(
            TableClient.CreateQueryFilter($"Ends lt {clock.GetUtcNow()}"), cancellation, nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey));
        foreach (TableEntity row in over)
            await Table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
    }

    internal static bool IsPartition(string text) => text.Length == PartitionLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The person's partition; it does not name them.</summary>
    /// <param name="email">In lower case.</param>
    internal static string Partition(string email) => Hash(email)[..PartitionLength];

    internal static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
