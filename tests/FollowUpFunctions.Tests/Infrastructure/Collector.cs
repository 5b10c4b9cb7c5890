using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUpFunctions.Tests.Infrastructure;

/// <summary>A collector of OpenTelemetry on this machine (OTLP over HTTP) that keeps what it is sent.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> bodies = new();

    private Collector()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(async http =>
        {
            using MemoryStream body = new();
            await http.Request.Body.CopyToAsync(body);
            bodies.Enqueue((http.Request.Path.Value!.Split('/')[^1], body.ToArray()));
        });
    }

    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = app.Urls.Single(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    public static async Task<Collector> StartAsync()
    {
        Collector collector = new();
        await collector.app.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    /// <summary>All that came for a signal (<c>logs</c>, <c>traces</c>, <c>metrics</c>); texts stand in it as they are.</summary>
    public string Of(string signal) => string.Join('\n', bodies.Where(b => b.Signal == signal).Select(b => Encoding.UTF8.GetString(b.Body)));

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
