using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUp.Domain.Cycles;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Desk;
using FollowUpFunctions.Storage;
using LocalHost.Hosting;
using LocalHost.Http;
using LocalHost.Time;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FollowUpFunctions.Tests.Infrastructure;

/// <summary>
/// The whole app in this process: real HTTP, real storage under a prefix and a task hub of its own, and a clock that skips. Its storage outlives
/// a stop, so that a test can start it again.
/// </summary>
public sealed class TestApp : IAsyncDisposable
{
    public const string DeskCoordinator = "desk@example.org";

    private readonly TemporaryFolder folder = new();
    private readonly string connectionString;
    private TestAppOptions options;
    private readonly string name = $"t{Guid.NewGuid().ToString("N")[..12]}";
    private readonly int port = FreePort();
    private readonly ClockStop stop = new();
    private readonly Warnings warnings = new();

    private TestApp(string connectionString, TestAppOptions options)
    {
        this.connectionString = connectionString;
        this.options = options;
    }

    public Uri Address => new($"http://localhost:{port}/");

    public RunningHost Host { get; private set; } = null!;

    /// <summary>Somebody with a link: no key, no cookies, and redirects are seen.</summary>
    public HttpClient Anybody { get; private set; } = null!;

    /// <summary>Sends the function key.</summary>
    public HttpClient Coordinator { get; private set; } = null!;

    public CyclesTable Cycles => Service<CyclesTable>();

    public InvitationsTable Invitations => Service<InvitationsTable>();

    public static async Task<TestApp> StartAsync(AzuriteFixture azurite, TestAppOptions? options = null)
    {
        TestApp app = new(azurite.ConnectionString, options ?? new());
        await app.StartAgainAsync();
        return app;
    }

    public T Service<T>() where T : notnull => Host.Services.GetRequiredService<T>();

    /// <summary>Starts the app on what it left in storage; its clock goes on where it stood.</summary>
    /// <param name="changed">How it differs from before.</param>
    public async Task StartAgainAsync(Func<TestAppOptions, TestAppOptions>? changed = null)
    {
        options = changed?.Invoke(options) ?? options;
        FunctionKeys keys = new("the-default-key", "the-master-key");
        Host = await FunctionsHostApp.StartAsync(
            new()
            {
                Assemblies = [typeof(FollowUpApp).Assembly],
                Types = options.Functions,
                ConfigureServices = Configure,
                Storage = connectionString,
                DataFolder = folder.Path,
                Clock = ClockChoice.SkippingFrom(options.Start),
                Port = port,
                TaskHub = $"{name}Hub",
                Keys = keys,
                Durable = options.Durable,
                Settings = Settings(),
                ConfigureLogging = logging => logging.AddProvider(warnings),
            },
            TestContext.Current.CancellationToken);
        Anybody = Client();
        Coordinator = Client();
        Coordinator.DefaultRequestHeaders.Add("x-functions-key", keys.Default);
    }

    public async Task StopAsync()
    {
        Anybody.Dispose();
        Coordinator.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>Loses all orchestrations of the stopped app, as when its task hub is deleted or it moves to another host.</summary>
    public async Task DeleteTaskHubAsync() =>
        await new TableServiceClient(connectionString).DeleteTableAsync($"{name}Hub", TestContext.Current.CancellationToken);

    /// <summary>Puts a cycle on record and starts it, as <c>POST /cycles</c> does.</summary>
    public async Task StartCycleAsync(CycleContents cycle)
    {
        Assert.True(await Cycles.CreateAsync(cycle, TestContext.Current.CancellationToken));
        await Host.Durable.StartCycleAsync(cycle.Settings.Id, TestContext.Current.CancellationToken);
    }

    /// <summary>
    /// Lets the clock run to a moment and stand there, also over a restart. What was due before is done then, so take a moment at which nothing else
    /// is due. (Asking the app again and again would hold the clock.)
    /// </summary>
    public Task RunToAsync(DateTimeOffset moment, TimeSpan? patience = null) =>
        stop.RunToAsync(moment, TestContext.Current.CancellationToken).WaitAsync(patience ?? TimeSpan.FromMinutes(4), TestContext.Current.CancellationToken);

    public void RunOn() => stop.RunOn();

    /// <summary>Waits in real time until the cycle's orchestration has ended.</summary>
    public async Task<OrchestrationMetadata> EndOfCycleAsync(string cycle, TimeSpan? patience = null) =>
        await Host.Durable.WaitForInstanceCompletionAsync(CycleOrchestrator.InstanceId(cycle), true, TestContext.Current.CancellationToken)
            .WaitAsync(patience ?? TimeSpan.FromMinutes(4), TestContext.Current.CancellationToken);

    /// <summary>What <c>GET /cycles/{id}</c> says.</summary>
    public async Task<CycleReport> ReportAsync(string cycle) =>
        JsonSerializer.Deserialize<CycleReport>(
            await Coordinator.GetStringAsync($"cycles/{cycle}", TestContext.Current.CancellationToken), RowDocument.Json)!;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(warnings.ToString());
        folder.Dispose();
        await ClearAwayAsync();
    }

    // The emulator searches all blobs and all tables that it has, whoever asks for one.
    private async Task ClearAwayAsync()
    {
        BlobServiceClient blobs = new(connectionString);
        await foreach (BlobContainerItem container in blobs.GetBlobContainersAsync(prefix: name))
            await blobs.DeleteBlobContainerAsync(container.Name);
        TableServiceClient tables = new(connectionString);
        await foreach (TableItem table in tables.QueryAsync($"TableName ge '{name}' and TableName lt '{name}~'"))
            await tables.DeleteTableAsync(table.Name);
    }

    /// <summary>Somebody at the desk, signed in; a coordinator of the installation unless another address is named.</summary>
    public async Task<HttpClient> AtDeskAsync(string email = DeskCoordinator, string language = "en")
    {
        HttpClient desk = Client();
        desk.DefaultRequestHeaders.Add("Cookie", $"{DeskDoor.Cookie}={await Service<SessionsTable>().BeginAsync(email, language, TestContext.Current.CancellationToken)}");
        return desk;
    }

    private void Configure(IServiceCollection services, IConfiguration configuration)
    {
        HostClock clock = (HostClock)services.Single(s => s.ServiceType == typeof(TimeProvider)).ImplementationInstance!;
        stop.Join(clock);
        foreach (IClockHold hold in options.Holds)
            clock.Hold(hold);
        options.Services?.Invoke(services, configuration);
        FollowUpApp.ConfigureServices(services, configuration);
    }

    private Dictionary<string, string?> Settings() => new(Ordinary.Where(s => !options.Settings.ContainsKey(s.Key)).Concat(options.Settings));

    private Dictionary<string, string?> Ordinary => new()
    {
        ["Storage:Prefix"] = name,
        ["App:BaseUrl"] = Address.ToString(),
        ["Links:SigningKey"] = Convert.ToBase64String(new byte[32]),
        ["Mail:From"] = "secretariat@example.org",
        ["Mail:PickupBounces"] = string.Join(',', options.Bounces),
        ["Desk:Coordinators"] = DeskCoordinator,
        ["Rounds:PageSize"] = $"{options.PageSize}",
    };

    private HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
