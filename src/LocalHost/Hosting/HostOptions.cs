using System.Reflection;
using LocalHost.Durable;
using LocalHost.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalHost.Hosting;

/// <summary>What to run, and on what.</summary>
public sealed record HostOptions
{
    public const int DefaultPort = 7071;

    /// <summary>Where functions are looked for.</summary>
    public IReadOnlyList<Assembly> Assemblies { get; init; } = [];

    /// <summary>Functions of these types only, instead of all in <see cref="Assemblies"/>.</summary>
    public IReadOnlyList<Type>? Types { get; init; }

    /// <summary>What the app's own Program registers under Azure Functions.</summary>
    public Action<IServiceCollection, IConfiguration>? ConfigureServices { get; init; }

    /// <summary>
    /// A storage connection string. When null, the setting AzureWebJobsStorage; when that is missing or the emulator's shorthand
    /// (UseDevelopmentStorage=true), an Azurite of the host's own in <see cref="DataFolder"/>.
    /// </summary>
    public string? Storage { get; init; }

    /// <summary>Keeps the host's keys, its virtual time and its Azurite.</summary>
    public string DataFolder { get; init; } = Path.Combine(".local", "serve");

    public ClockChoice Clock { get; init; } = ClockChoice.Real;

    /// <summary>The port on the loopback address; 0 for any that is free.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>App settings that win over the environment and local.settings.json; ':' or '__' between the parts of a name.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Asked before each jump of a skipping clock, from the first on.</summary>
    public IReadOnlyList<IClockHold> Holds { get; init; } = [];

    /// <summary>Instead of the keys kept in <see cref="DataFolder"/>.</summary>
    public Http.FunctionKeys? Keys { get; init; }

    /// <summary>App settings where nothing else gives them, so that an app can be tried without any.</summary>
    public IReadOnlyDictionary<string, string?> DefaultSettings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Pages of the app that somebody begins with: what each is called, its path, and for whom it is, by the app's settings.</summary>
    public Func<IConfiguration, IReadOnlyList<(string Name, string Path, string Note)>> Pages { get; init; } = _ => [];

    /// <summary>Settings that are a random key (32 bytes, base64): where nothing else gives them, made once and kept in the data folder.</summary>
    public IReadOnlyList<string> SecretSettings { get; init; } = [];

    /// <summary>The setting that tells the app its own address; where nothing else gives it, http://localhost:PORT.</summary>
    public string? BaseUrlSetting { get; init; }

    /// <summary>Before every route, as routePrefix in host.json; empty for none.</summary>
    public string RoutePrefix { get; init; } = "";

    /// <summary>The task hub: letters and digits, beginning with a letter.</summary>
    public string TaskHub { get; init; } = "LocalHost";

    public DurableEngineOptions Durable { get; init; } = new();

    /// <summary>Takes routePrefix, hubName and defaultVersion from an app's host.json.</summary>
    /// <exception cref="HostException">The file is missing or is not JSON.</exception>
    public HostOptions WithHostJson(string path)
    {
        HostJson json = HostJson.Read(path);
        return this with
        {
            RoutePrefix = json.RoutePrefix,
            TaskHub = json.TaskHub ?? TaskHub,
            Durable = Durable with { DefaultVersion = json.DefaultVersion },
        };
    }

    /// <summary>In bytes; a larger body is answered with 413.</summary>
    public long MaxRequestBodySize { get; init; } = 30_000_000;

    /// <summary>Instead of warnings and the app's own information on the console.</summary>
    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }
}
