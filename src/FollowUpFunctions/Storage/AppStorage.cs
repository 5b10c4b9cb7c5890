using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Configuration;

namespace FollowUpFunctions.Storage;

/// <summary>The account of the published plans, which may be another than that of the records.</summary>
public sealed record PlanStorage(BlobServiceClient Blobs);

/// <summary>The tables and containers of the app, made where they are missing when the app starts.</summary>
public sealed class AppStorage
{
    private const string NotPermitted = "PublicAccessNotPermitted";

    /// <exception cref="InvalidOperationException">Nobody could read the published plans; the message says what to do.</exception>
    public AppStorage(TableServiceClient tables, BlobServiceClient blobs, PlanStorage plans, FollowUpOptions options)
    {
        Cycles = Table(tables, options.StoragePrefix + "Cycles");
        Invitations = Table(tables, options.StoragePrefix + "Invitations");
        Answers = Table(tables, options.StoragePrefix + "Answers");
        Mail = Table(tables, options.StoragePrefix + "Mail");
        Journal = Table(tables, options.StoragePrefix + "Journal");
        Voices = Table(tables, options.StoragePrefix + "Voices");
        Disclosures = Table(tables, options.StoragePrefix + "Disclosures");
        Sessions = Table(tables, options.StoragePrefix + "Sessions");
        string prefix = options.StoragePrefix.ToLowerInvariant();
        Pickup = Container(blobs, prefix + options.PickupContainer);
        Evidence = Container(blobs, prefix + "evidence");
        Drafts = Container(blobs, prefix + "drafts");
        Plans = Published(plans.Blobs, prefix + options.PublicationContainer, options);
    }

    public TableClient Cycles { get; }

    public TableClient Invitations { get; }

    public TableClient Answers { get; }

    public TableClient Mail { get; }

    public TableClient Journal { get; }

    public TableClient Voices { get; }

    /// <summary>What children told the safeguarding contact: nobody else's page or answer reads it.</summary>
    public TableClient Disclosures { get; }

    /// <summary>Who is signed in at the desk: no cycle's, in no archive.</summary>
    public TableClient Sessions { get; }

    /// <summary>Mail of a test installation; the one store that holds personal links.</summary>
    public BlobContainerClient Pickup { get; }

    /// <summary>Files that were given as evidence: nobody reads them without the function key.</summary>
    public BlobContainerClient Evidence { get; }

    /// <summary>What coordinators have begun at the desk and not finished: no cycle's yet, in no archive.</summary>
    public BlobContainerClient Drafts { get; }

    public BlobContainerClient Plans { get; }

    private static TableClient Table(TableServiceClient service, string name)
    {
        service.CreateTableIfNotExists(name);
        return service.GetTableClient(name);
    }

    private static BlobContainerClient Container(BlobServiceClient service, string name)
    {
        BlobContainerClient container = service.GetBlobContainerClient(name);
        container.CreateIfNotExists(PublicAccessType.None);
        return container;
    }

    // A static website serves its container whatever that one's own access is, and so does what stands before an account that forbids public containers.
    private static BlobContainerClient Published(BlobServiceClient service, string name, FollowUpOptions options)
    {
        BlobContainerClient container = service.GetBlobContainerClient(name);
        try
        {
            container.CreateIfNotExists(name == FollowUpOptions.Website ? PublicAccessType.None : PublicAccessType.Blob);
        }
        catch (RequestFailedException e) when (e.ErrorCode == NotPermitted)
        {
            if (options.PublicationBaseUrl.Length == 0)
            {
                throw new InvalidOperationException(
                    $"Nobody could read the published plans: the storage account {container.AccountName} forbids public containers. Allow them there, or set Publication:Container to {FollowUpOptions.Website} and Publication:BaseUrl to the address of its static website.",
                    e);
            }

            container.CreateIfNotExists(PublicAccessType.None);
        }

        return container;
    }
}
