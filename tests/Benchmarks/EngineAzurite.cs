using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Azure.Data.Tables;

namespace Benchmarks;

/// <summary>An Azurite for one benchmark, with its data in memory.</summary>
internal sealed class EngineAzurite : IAsyncDisposable
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Process process;

    private EngineAzurite(Process process, int port)
    {
        this.process = process;
        ConnectionString = string.Create(CultureInfo.InvariantCulture,
            $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1;");
    }

    public string ConnectionString { get; }

    public static async Task<EngineAzurite> StartAsync()
    {
        string root = typeof(EngineAzurite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        string script = Path.Combine(root, "eng/azurite/node_modules/azurite/dist/src/table/main.js");
        int port = FreePort();
        Process process = Process.Start(new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                script, "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--inMemoryPersistence",
                "--tablePort", port.ToString(CultureInfo.InvariantCulture),
            },
            RedirectStandardOutput = true,
        })!;
        EngineAzurite azurite = new(process, port);
        await new TableServiceClient(azurite.ConnectionString, Patient).GetPropertiesAsync();
        return azurite;
    }

    public ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
        return ValueTask.CompletedTask;
    }

    private static TableClientOptions Patient => new()
    {
        Retry = { MaxRetries = 60, Mode = Azure.Core.RetryMode.Fixed, Delay = TimeSpan.FromMilliseconds(250) },
    };

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
