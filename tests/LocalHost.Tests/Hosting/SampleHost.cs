using LocalHost.Hosting;
using LocalHost.Http;
using LocalHost.Time;
using Microsoft.Extensions.Logging;

namespace LocalHost.Tests.Hosting;

/// <summary>Starts small apps in this process, each on a task hub of its own.</summary>
internal static class SampleHost
{
    public static readonly DateTimeOffset Start = new(2031, 1, 1, 8, 0, 0, TimeSpan.Zero);

    public static HostOptions Options(AzuriteFixture azurite, string dataFolder, params Type[] types) => new()
    {
        Types = types,
        Storage = azurite.ConnectionString,
        DataFolder = dataFolder,
        Port = 0,
        TaskHub = "T" + Guid.NewGuid().ToString("N")[..12],
        Keys = new FunctionKeys("the-default-key", "the-master-key"),
        ConfigureLogging = logging => logging.ClearProviders(),
    };

    public static HostOptions Skipping(this HostOptions options) => options with { Clock = ClockChoice.SkippingFrom(Start) };

    public static HttpClient Client(this RunningHost host) => new() { BaseAddress = host.BaseAddress };
}
