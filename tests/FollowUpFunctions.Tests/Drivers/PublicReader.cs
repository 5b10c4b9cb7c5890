using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Drivers;

/// <summary>Somebody who reads what is published, without any key.</summary>
public sealed class PublicReader(TestApp app, string cycle)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Uri Address(string path) => new($"{app.Service<AppStorage>().Plans.Uri}/{cycle}/{path}");

    public Task<HttpResponseMessage> GetAsync(string path) => app.Anybody.GetAsync(Address(path), Cancellation);

    public Task<string> TextAsync(string path) => app.Anybody.GetStringAsync(Address(path), Cancellation);

    /// <summary>Paths of all published files of the cycle.</summary>
    public async Task<IReadOnlyList<string>> FilesAsync()
    {
        List<string> all = [];
        await foreach (BlobItem blob in app.Service<AppStorage>().Plans.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{cycle}/", Cancellation))
            all.Add(blob.Name[(cycle.Length + 1)..]);
        return all;
    }
}
