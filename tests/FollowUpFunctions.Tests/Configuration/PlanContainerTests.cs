using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Configuration;

public sealed class PlanContainerTests(AzuriteFixture azurite)
{
    private readonly string prefix = $"p{Guid.NewGuid().ToString("N")[..12]}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_may_read_the_plans_and_nobody_anything_else()
    {
        AppStorage storage = Open(forbids: false, new() { StoragePrefix = prefix });

        Assert.Equal(PublicAccessType.Blob, await AccessAsync(storage.Plans));
        foreach (BlobContainerClient container in (BlobContainerClient[])[storage.Pickup, storage.Evidence, storage.Drafts])
            Assert.Equal(PublicAccessType.None, await AccessAsync(container));
    }

    [Fact]
    public async Task The_container_of_a_static_website_stays_private_and_is_called_as_Azure_calls_it()
    {
        AppStorage storage = Open(forbids: true, new() { PublicationContainer = FollowUpOptions.Website, PublicationBaseUrl = "https://plan.example.org" });

        Assert.Equal("$web", storage.Plans.Name);
        Assert.Equal(PublicAccessType.None, await AccessAsync(storage.Plans));
    }

    [Fact]
    public async Task An_account_that_forbids_public_containers_is_fine_where_something_else_serves_the_plan()
    {
        AppStorage storage = Open(forbids: true, new() { StoragePrefix = prefix, PublicationBaseUrl = "https://plan.example.org" });

        Assert.Equal(PublicAccessType.None, await AccessAsync(storage.Plans));
    }

    [Fact]
    public void Where_nobody_could_read_the_plan_the_start_says_what_to_do()
    {
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => Open(forbids: true, new() { StoragePrefix = prefix }));

        Assert.Contains("Publication:BaseUrl", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<PublicAccessType> AccessAsync(BlobContainerClient container) =>
        (await container.GetPropertiesAsync(cancellationToken: Cancellation)).Value.PublicAccess ?? PublicAccessType.None;

    private AppStorage Open(bool forbids, FollowUpOptions options)
    {
        BlobClientOptions client = new();
        if (forbids)
            client.AddPolicy(new ForbidsPublicContainers(), HttpPipelinePosition.PerCall);
        return new(new TableServiceClient(azurite.ConnectionString), new(azurite.ConnectionString), new(new BlobServiceClient(azurite.ConnectionString, client)), options);
    }

    /// <summary>As an account whose "allow blob anonymous access" is off; the emulator has no such switch.</summary>
    private sealed class ForbidsPublicContainers : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.Request.Headers.Contains("x-ms-blob-public-access"))
                throw new RequestFailedException(409, "Public access is not permitted on this storage account.", "PublicAccessNotPermitted", null);
        }
    }
}
