using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using FollowUpFunctions.Configuration;

namespace FollowUpFunctions.Storage;

/// <summary>A sign-in link that still works.</summary>
/// <param name="Email">Whom it was mailed to.</param>
/// <param name="Language">Of the mail (BCP 47).</param>
public sealed record SignInLink(string Email, string Language, TableEntity Row);

/// <summary>A sign-in link that was just made.</summary>
/// <param name="Path">What stands behind the address of the desk; the token is nowhere else.</param>
/// <param name="Id">Names the link in storage.</param>
public sealed record NewSignInLink(string Path, string Id, DateTimeOffset Ends);

/// <summary>
/// Table <c>Sessions</c>, beside the sessions of the same person: row = <c>sign-in~</c> and SHA-256 of the token. The token stands in the mail alone, in the
/// form of all tokens, so that it is blanked out of logs.
/// </summary>
public sealed class SignInLinks(AppStorage storage, FollowUpOptions options, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const string Prefix = "sign-in~";
    private const int TokenBytes = 18;
    private const int LongestToken = 40;

    public async Task<NewSignInLink> MakeAsync(string email, string language, CancellationToken cancellation)
    {
        string address = email.ToLowerInvariant();
        string token = string.Create(
            CultureInfo.InvariantCulture, $"{options.Links.Version}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes))}");
        string hash = SessionsTable.Hash(token);
        DateTimeOffset ends = clock.GetUtcNow() + Lifetime;
        TableEntity row = new(SessionsTable.Partition(address), Prefix + hash) { ["Email"] = address, ["Language"] = language, ["Ends"] = ends };
        await storage.Sessions.AddEntityAsync(row, cancellation);
        return new($"enter/{row.PartitionKey}/{token}", hash[..32], ends);
    }

    /// <returns>Null for a link that was used, is over, or never was.</returns>
    public async Task<SignInLink?> FindAsync(string person, string token, CancellationToken cancellation) =>
        SessionsTable.IsPartition(person) && token.Length <= LongestToken
            && await storage.Sessions.FindAsync(person, Prefix + SessionsTable.Hash(token), cancellation) is { } row
            && row.GetDateTimeOffset("Used") is null && row.GetDateTimeOffset("Ends") > clock.GetUtcNow()
            ? new(row.GetString("Email"), row.GetString("Language"), row)
            : null;

    /// <summary>Marks a link as used.</summary>
    /// <returns>False where somebody else was faster, or it was made worthless meanwhile.</returns>
    public async Task<bool> UseAsync(SignInLink link, CancellationToken cancellation)
    {
        try
        {
            await storage.Sessions.UpdateEntityAsync(
                new TableEntity(link.Row.PartitionKey, link.Row.RowKey) { ["Used"] = clock.GetUtcNow() }, link.Row.ETag, TableUpdateMode.Merge, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is TableRows.PreconditionFailed or TableRows.NotFound)
        {
            return false;
        }
    }
}
