using LocalHost.Durable;
using LocalHost.Functions;
using LocalHost.Http;
using LocalHost.Pages;
using LocalHost.Storage;
using LocalHost.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.DurableTask.Client;

namespace LocalHost.Hosting;

/// <summary>A function app that runs on this machine. Disposing of it stops it cleanly, its own Azurite last.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HostStorage storage;
    private readonly TimerTriggers timers;
    private bool disposed;

    internal RunningHost(
        WebApplication app, HostStorage storage, DurableEngine engine, HostClock clock, TimerTriggers timers, FunctionKeys keys, Mailbox mailbox)
    {
        this.app = app;
        this.storage = storage;
        this.timers = timers;
        Engine = engine;
        Clock = clock;
        Keys = keys;
        Mailbox = mailbox;
    }

    /// <summary>Such as http://localhost:7071/.</summary>
    public Uri BaseAddress => new(app.Urls.First() + "/");

    public IServiceProvider Services => app.Services;

    public DurableEngine Engine { get; }

    public DurableTaskClient Durable => Engine.Client;

    public HostClock Clock { get; }

    public FunctionKeys Keys { get; }

    /// <summary>The e-mails that the app has written.</summary>
    public Mailbox Mailbox { get; }

    /// <summary>The connection string of the storage it works on.</summary>
    public string Storage => storage.ConnectionString;

    /// <summary>Completes when the clock stopped; fails when a skipping clock could not go on.</summary>
    public Task ClockRunning => Clock is SkippingClock skipping ? skipping.Running : Task.CompletedTask;

    internal bool OwnsStorage => storage.IsOwn;

    public async ValueTask DisposeAsync()
    {
        if (disposed)
            return;

        disposed = true;
        try
        {
            if (Clock is SkippingClock skipping)
                await skipping.DisposeAsync();
            await app.StopAsync();
            await timers.DisposeAsync();
            await Engine.StopAsync();
            await Engine.DisposeAsync();
            await app.DisposeAsync();
        }
        finally
        {
            await storage.DisposeAsync();
        }
    }
}
