using System.Diagnostics;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Proofs.Kills;
using LocalHost.Demo;
using LocalHost.Demo.Coordinators;
using LocalHost.Demo.People;
using LocalHost.Demo.Summary;
using LocalHost.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FollowUpFunctions.Tests.Proofs.Traces;

[CollectionDefinition(nameof(WitnessedDemo))]
public sealed class WitnessedDemoGroup : ICollectionFixture<WitnessedDemo>;

/// <summary>
/// The demo in this process, under the eyes of a witness, from its start to its end. In the middle of some rounds, and when all is over, the clock
/// stands and a mail scanner does its worst.
/// </summary>
public sealed class WitnessedDemo : IAsyncLifetime
{
    private static readonly int perKind = Number("FOLLOWUP_LINK_REQUESTS", 100);
    private static readonly bool everyRound = Environment.GetEnvironmentVariable("FOLLOWUP_CAMPAIGN") == "all";
    private static readonly string[] usualRounds = [RoundKinds.Consultation.Id, RoundKinds.Responsibility.Id];

    private readonly TemporaryFolder folder = new();
    private readonly ClockStop stop = new();
    private readonly List<ScanReport> scans = [];
    private readonly Witness witness;
    private SimulatedPeople? people;
    private RunningHost? host;

    public WitnessedDemo() => witness = new(Traces);

    public TokenTraces Traces { get; } = new();

    /// <summary>How often the witness met a place where a token had been.</summary>
    public int Blanks => witness.Blanks;

    public IReadOnlyList<ScanReport> Scans => scans;

    /// <summary>When the clock began and where it stands.</summary>
    public DateTimeOffset Begins { get; private set; }

    public DateTimeOffset Ends { get; private set; }

    public TimeSpan Took { get; private set; }

    /// <summary>What the demo itself found wrong at its end.</summary>
    public IReadOnlyList<string> Failures { get; private set; } = [];

    public DemoRemains Remains { get; private set; } = null!;

    public string Cycle { get; private set; } = "";

    public IServiceProvider Services => host!.Services;

    public Stores Stores => new(Services);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Stopwatch watch = Stopwatch.StartNew();
        DemoFolder demo = await ShortDemo.OpenAsync(Path.Combine(folder.Path, "data"));
        LocalHost.Demo.Sample.SampleCycle sample = await LocalHost.Demo.Sample.SampleCycle.OfAsync(demo, Cancellation);
        Cycle = sample.Id;
        people = new(sample, demo);
        Standstill standstill = new();
        host = await FunctionsHostApp.StartAsync(
            DemoHost.Options(demo, people, standstill) with { ConfigureLogging = logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(witness) }, Cancellation);
        witness.ListenToTelemetry();
        stop.Join(host.Clock);
        Begins = host.Clock.GetUtcNow();
        using CycleApi api = new(host.BaseAddress, host.Keys.Default, sample.Id);
        AppStorage storage = Services.GetRequiredService<AppStorage>();
        sample = await sample.ScheduledAsync(demo, Cancellation);
        people.Begin(sample, host.Clock, storage.Pickup, api);
        await api.StartAsync(sample.Json, Cancellation);
        await people.MarkAsync(Cancellation);

        foreach (DateTimeOffset moment in Middles(sample.Contents.Settings.Calendar))
            await ScanAtAsync(moment);
        stop.RunOn();
        string? trouble = await new DemoRun(host, sample, api, people).WatchAsync(_ => { }, Cancellation);
        Ends = host.Clock.GetUtcNow();
        standstill.Begin();
        await people.StopAsync();
        Successor? next = trouble is null ? await new LocalHost.Demo.Coordinators.NextCycle(host.BaseAddress, host.Keys.Default).BeginAsync(Cancellation) : null;
        Took = watch.Elapsed;
        DemoSummary summary = await new SummaryMaker(sample, demo, people, api, storage.Plans).MakeAsync(trouble, next, Took, Cancellation);
        Failures = [.. summary.Checks.SelectMany(c => c.Failures)];
        Remains = await DemoRemains.OfAsync(host.Storage);
        await ScanAtAsync(Ends, every: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (people is not null)
            await people.DisposeAsync();
        if (host is not null)
            await host.DisposeAsync();
        witness.Dispose();
        folder.Dispose();
    }

    // At an odd minute of the night, when nothing is due and nobody is at work.
    private static IEnumerable<DateTimeOffset> Middles(Calendar calendar) =>
        calendar.Rounds.Where(r => everyRound || usualRounds.Contains(r.Key))
            .Select(r => r.Value.Opens + ((r.Value.Closes!.Value - r.Value.Opens) / 2))
            .Select(m => new DateTimeOffset(m.UtcDateTime.Date.AddHours(19).AddMinutes(43), TimeSpan.Zero))
            .Distinct()
            .Order();

    private async Task ScanAtAsync(DateTimeOffset moment, bool every = false)
    {
        await stop.RunToAsync(moment, Cancellation).WaitAsync(TimeSpan.FromMinutes(5), Cancellation);
        using Scanner scanner = new(Stores, host!.BaseAddress, host.Clock.GetUtcNow);
        scans.Add(await scanner.ScanAsync(perKind, every || everyRound));
    }

    private static int Number(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : usual;
}
