using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalHost.Durable;
using LocalHost.Functions;
using LocalHost.Http;
using LocalHost.Pages;
using LocalHost.Storage;
using LocalHost.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LocalHost.Hosting;

/// <summary>Starts a function app on this machine.</summary>
public static class FunctionsHostApp
{
    /// <summary>Returns when HTTP is answered, orchestrations go on and timers run.</summary>
    /// <exception cref="HostException">It can't start; the message says why. Nothing is left running.</exception>
    public static async Task<RunningHost> StartAsync(HostOptions options, CancellationToken cancellation = default)
    {
        FunctionCatalog catalog = FunctionDiscovery.Find(options.Types ?? [.. options.Assemblies.SelectMany(a => a.GetTypes())]);
        string dataFolder = Path.GetFullPath(options.DataFolder);
        Directory.CreateDirectory(dataFolder);
        options = options with { Port = LoopbackPort.Choose(options.Port) };
        IConfigurationRoot settings = AppSettings.Read(options, Directory.GetCurrentDirectory(), dataFolder, options.Port);

        FunctionKeys keys = options.Keys ?? FunctionKeys.Of(dataFolder);
        HostClock clock = options.Clock.Make(dataFolder);
        HostStorage storage = await HostStorage.OpenAsync(options.Storage ?? settings[AppSettings.Storage], dataFolder, cancellation);
        try
        {
            settings[AppSettings.Storage] = storage.ConnectionString;
            WebApplication app = Build(options, settings, clock);
            return await StartAsync(options, catalog, app, storage, clock, keys, cancellation);
        }
        catch
        {
            await storage.DisposeAsync();
            throw;
        }
    }

    private static WebApplication Build(HostOptions options, IConfigurationRoot settings, HostClock clock)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "LocalHost" });
        builder.Configuration.AddConfiguration(settings);
        HostLogging.Configure(builder.Logging, settings, options.ConfigureLogging);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxRequestBodySize;
            kestrel.ListenLocalhost(options.Port);
        });
        builder.Services.AddRouting();
        builder.Services.AddSingleton<TimeProvider>(clock);
        try
        {
            options.ConfigureServices?.Invoke(builder.Services, settings);
        }
        catch (OptionsValidationException e)
        {
            throw new HostException(string.Join('\n', e.Failures), e);
        }

        return builder.Build();
    }

    private static async Task<RunningHost> StartAsync(
        HostOptions options, FunctionCatalog catalog, WebApplication app, HostStorage storage, HostClock clock, FunctionKeys keys,
        CancellationToken cancellation)
    {
        ILoggerFactory loggers = app.Services.GetRequiredService<ILoggerFactory>();
        FunctionRunner runner = new(app.Services);
        DurableEngine engine = new(new TableServiceClient(storage.ConnectionString), options.TaskHub, runner.Durables(catalog), clock, loggers, options.Durable);
        runner.Durable = engine.Client;
        TimerTriggers timers = new(catalog.Timers, runner, clock, app.Configuration, loggers.CreateLogger<TimerTriggers>());
        RequestsInFlight requests = new(clock);

        app.Use(requests.TrackAsync);
        app.UseRouting();
        app.Use(FunctionEndpoints.HideOtherMethods);
        new FunctionEndpoints(runner, keys, loggers.CreateLogger<FunctionEndpoints>()).Map(app, catalog.Http, options.RoutePrefix);
        // An app may keep its mail in another account than the host its own things.
        BlobServiceClient blobs = app.Services.GetService<BlobServiceClient>() ?? new(storage.ConnectionString);
        Mailbox mailbox = new(blobs, AppSettings.MailContainer(app.Configuration));
        new HostPages(clock).Map(app);
        new MailboxPages(mailbox).Map(app);
        new InstancePages(engine).Map(app);

        RunningHost host = new(app, storage, engine, clock, timers, keys, mailbox);
        try
        {
            clock.Hold(engine);
            clock.Hold(requests);
            clock.Hold(timers);
            foreach (IClockHold hold in options.Holds)
                clock.Hold(hold);
            await engine.StartAsync(cancellation);
            await app.StartAsync(cancellation);
            timers.Start();
            (clock as SkippingClock)?.Start();
            return host;
        }
        catch (Exception e)
        {
            await host.DisposeAsync();
            if (e is IOException { InnerException: AddressInUseException })
                throw new HostException($"Port {options.Port} is in use by another program. Stop it, or choose another with --port.", e);
            throw;
        }
    }
}
