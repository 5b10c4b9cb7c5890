using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace FollowUpFunctions.Configuration;

/// <summary>
/// A connection to a storage account under a name, as Azure Functions writes them: the name alone is a connection string, and parts of it name the
/// account and the identity that may use it, with no key anywhere.
/// </summary>
/// <param name="Name"><c>Records</c>, <c>Plans</c> or <c>AzureWebJobsStorage</c>.</param>
/// <param name="Text">The connection string; empty where an identity is used.</param>
/// <param name="Account"><c>{Name}:accountName</c></param>
/// <param name="TableAddress"><c>{Name}:tableServiceUri</c>, or the account's.</param>
/// <param name="BlobAddress"><c>{Name}:blobServiceUri</c>, or the account's.</param>
/// <param name="Kind"><c>{Name}:credential</c>: <c>managedidentity</c>, or empty for whatever identity is at hand, such as a developer's own.</param>
/// <param name="ClientId"><c>{Name}:clientId</c>: of a user-assigned identity; empty for the app's own.</param>
public sealed partial record StorageConnection(
    string Name, string Text, string Account, string TableAddress, string BlobAddress, string Kind, string ClientId)
{
    /// <summary>What each name may have behind a colon.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["accountName", "tableServiceUri", "blobServiceUri", "credential", "clientId"];

    private const string Managed = "managedidentity";

    public bool IsMissing => Text.Length == 0 && TableAddress.Length == 0 && BlobAddress.Length == 0;

    private TokenCredential Credential => Kind == Managed
        ? new ManagedIdentityCredential(ClientId.Length > 0 ? ManagedIdentityId.FromUserAssignedClientId(ClientId) : ManagedIdentityId.SystemAssigned)
        : new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = ClientId.Length > 0 ? ClientId : null });

    /// <summary>The first of some names that is set; the last one where none is.</summary>
    public static StorageConnection From(IConfiguration configuration, params ReadOnlySpan<string> names)
    {
        StorageConnection found = Of(configuration, names[0]);
        for (int n = 1; found.IsMissing && n < names.Length; n++)
            found = Of(configuration, names[n]);
        return found;
    }

    public TableServiceClient Tables() => Text.Length > 0 ? new(Text) : new(new Uri(TableAddress), Credential);

    public BlobServiceClient Blobs() => Text.Length > 0 ? new(Text) : new(new Uri(BlobAddress), Credential);

    /// <param name="tables">Whether tables are kept there too.</param>
    public IEnumerable<string> Faults(bool tables)
    {
        if (IsMissing)
            yield return $"{Name} is missing: set it to the connection string of a storage account, or {Name}:accountName to the name of one that the app's identity may use.";
        else if (Text.Length > 0 && !IsConnectionString(Text))
            yield return $"{Name} is no connection string of a storage account: copy it from the account's page, or leave it out and set {Name}:accountName.";
        if (Text.Length > 0 || IsMissing)
            yield break;
        if (Account.Length > 0 && !AccountName.IsMatch(Account))
            yield return $"{Name}:accountName is no name of a storage account: it has 3 to 24 small letters and digits, and no address around it.";
        if (tables && !IsService(TableAddress))
            yield return $"{Name}:tableServiceUri is missing or no https address: set it to the account's, or {Name}:accountName in its place.";
        if (!IsService(BlobAddress))
            yield return $"{Name}:blobServiceUri is missing or no https address: set it to the account's, or {Name}:accountName in its place.";
        if (Kind is not ("" or Managed))
            yield return $"{Name}:credential is '{Kind}': set it to {Managed}, or leave it out.";
        if (ClientId.Length > 0 && !Guid.TryParse(ClientId, out _))
            yield return $"{Name}:clientId is no client id of an identity: copy it from the page of the user-assigned identity.";
    }

    private static StorageConnection Of(IConfiguration configuration, string name)
    {
        string Part(string part) => configuration[$"{name}:{part}"] ?? "";
        string account = Part("accountName");
        string Address(string part, string service) =>
            Part(part) is { Length: > 0 } given ? given : account.Length > 0 ? $"https://{account}.{service}.core.windows.net" : "";
        return new(
            name, configuration[name] ?? "", account, Address("tableServiceUri", "table"), Address("blobServiceUri", "blob"), Part("credential"), Part("clientId"));
    }

    private static bool IsService(string address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? url) && url.Scheme == "https";

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new TableServiceClient(text).AccountName.Length + new BlobServiceClient(text).AccountName.Length > 0;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-z0-9]{3,24}$")]
    private static partial Regex AccountName { get; }
}
