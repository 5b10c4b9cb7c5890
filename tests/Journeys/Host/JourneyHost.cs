using System.Net;
using Azure.Storage.Blobs;
using Journeys.Host;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(JourneyHost))]
// Journeys wait far more than they work: all of them travel at once.
[assembly: Parallelization(MaxThreads = -1)]

namespace Journeys.Host;

/// <summary>The host that all journeys are made on, at the same time: the one that the environment names, or a LocalHost of their own.</summary>
public sealed class JourneyHost : IAsyncLifetime
{
    private LocalHostProcess? own;

    /// <summary>Ends with a slash.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Somebody with a link: no key, no cookies; redirects are seen.</summary>
    public HttpClient Anybody { get; private set; } = null!;

    /// <summary>Sends the function key.</summary>
    public HttpClient Coordinator { get; private set; } = null!;

    public BlobContainerClient Mail { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        JourneySettings settings = JourneySettings.Read();
        if (settings.Address is null)
        {
            own = await LocalHostProcess.StartAsync();
            settings = settings with { Address = own.Address, Storage = own.Storage, Key = own.Key };
        }

        Address = settings.Address;
        Mail = new(settings.Storage, settings.MailContainer);
        Anybody = Client();
        Coordinator = Client();
        Coordinator.DefaultRequestHeaders.Add("x-functions-key", settings.Key);
        await Wait.UntilAsync($"the host at {Address} to know the key and to say that there is no such cycle", AnswersAsync);
    }

    public async ValueTask DisposeAsync()
    {
        Anybody?.Dispose();
        Coordinator?.Dispose();
        if (own is not null)
            await own.DisposeAsync();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using HttpResponseMessage response = await Coordinator.GetAsync("cycles/no-such-cycle");
            return response.StatusCode == HttpStatusCode.NotFound;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = Address,
        Timeout = JourneySettings.Patience,
    };
}
