using System.Diagnostics;
using Azure.Storage.Blobs.Models;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;
using FollowUpFunctions;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using LocalHost.Hosting;
using LocalHost.Time;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Benchmarks;

/// <summary>The app with one round of one cycle, whose clock stands until the round may close.</summary>
internal sealed class RoundApp : IClockHold, IAsyncDisposable
{
    private static readonly DateTimeOffset Starts = new(2031, 1, 6, 8, 0, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("round-benchmark-").FullName;
    private volatile bool mayClose;

    private RoundApp(string cycle, RoundKind kind) => Round = new(cycle, kind.Id);

    public RunningHost Host { get; private set; } = null!;

    public RoundRef Round { get; }

    public bool IsBusy => !mayClose;

    public DateTimeOffset? NextDue => null;

    public static async Task<RoundApp> StartAsync(string storage, int people, int pageSize, RoundKind? kind = null, int recommendations = 1)
    {
        RoundApp app = new($"bench-{people}", kind ?? RoundKinds.WorkshopInvitation);
        app.Host = await FunctionsHostApp.StartAsync(new()
        {
            Assemblies = [typeof(FollowUpApp).Assembly],
            ConfigureServices = FollowUpApp.ConfigureServices,
            Storage = storage,
            DataFolder = app.folder,
            Clock = ClockChoice.SkippingFrom(Starts),
            Holds = [app],
            Port = 0,
            TaskHub = $"Bench{people}",
            Settings = new Dictionary<string, string?>
            {
                ["Storage:Prefix"] = $"bench{people}",
                ["App:BaseUrl"] = "http://localhost",
                ["Links:SigningKey"] = Convert.ToBase64String(new byte[32]),
                ["Mail:From"] = "secretariat@example.org",
                ["Rounds:PageSize"] = $"{pageSize}",
            },
            ConfigureLogging = logging => logging.SetMinimumLevel(LogLevel.Error),
        });
        await app.Get<CyclesTable>().CreateAsync(Cycle(app.Round, people, recommendations), default);
        await app.Get<CyclesTable>().EnterAsync(app.Round.Cycle, (kind ?? RoundKinds.WorkshopInvitation).Phase, default);
        return app;
    }

    public T Get<T>() where T : notnull => Host.Services.GetRequiredService<T>();

    public PageRef Page(int page) => new(Round.Cycle, Round.Round, page);

    /// <returns>Seconds until everybody is invited.</returns>
    public async Task<double> OpenAsync()
    {
        Stopwatch watch = Stopwatch.StartNew();
        await Host.Durable.ScheduleNewOrchestrationInstanceAsync(nameof(RoundOrchestrator), Round, new StartOrchestrationOptions(Round.InstanceId));
        while (Host.Engine.IsBusy)
            await Task.Delay(5);
        return watch.Elapsed.TotalSeconds;
    }

    public async Task CloseAsync()
    {
        mayClose = true;
        Host.Clock.Nudge();
        OrchestrationMetadata end = await Host.Durable.WaitForInstanceCompletionAsync(Round.InstanceId);
        if (end.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
            throw new InvalidOperationException($"The round ended as {end.RuntimeStatus}: {end.FailureDetails?.ErrorMessage}");
    }

    public async Task<string> FirstMailAsync()
    {
        await foreach (BlobItem mail in Get<AppStorage>().Pickup.GetBlobsAsync())
            return mail.Name;
        throw new InvalidOperationException("No mail was sent.");
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static CycleContents Cycle(RoundRef round, int people, int recommendations)
    {
        RoundWindow window = new(Starts, Starts.AddDays(6), [Starts.AddDays(2), Starts.AddDays(4)]);
        return new(
            new(
                round.Cycle, "Follow-up", "Sampleland", "CRC/C/XXX/CO/1", "UTC", "en", ["en"],
                [new Coordinator("Cory Dinator", "coordinator@example.org", "en")],
                new(
                    new(Starts.AddDays(10), Starts.AddDays(11), "Town hall"),
                    new(Starts.AddDays(60), Starts.AddDays(61), "School"),
                    new Dictionary<string, RoundWindow> { [round.Round] = window }),
                TimeSpan.FromDays(3)),
            [
                .. Enumerable.Range(1, recommendations).Select(n => new Recommendation(
                    $"{n}", "CRC/C/XXX/CO/1", n, null, 1 + (n % 9), "Cluster", $"Heading {n}",
                    new Dictionary<string, RecommendationText> { ["en"] = new($"The Committee recommends that the State party take up matter {n} without delay, with enough people and money, and that it publish what has been done every year.") },
                    Urgent: n % 10 == 0)),
            ],
            [
                .. Enumerable.Range(0, people).Select(n => new Stakeholder(
                    $"who-{n:00000}", $"Organisation {n}", (StakeholderCategory)(n % 7), $"Person {n}", $"who-{n:00000}@example.org", "en", [])),
            ],
            [],
            []);
    }
}
