using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Consultation;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Proofs.Restarts;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Tests.Proofs.Faults;

/// <summary>
/// Carries many cycles through their second phase at once, from commitments that were made to the published plan and the mails about it, with one
/// storage call failing in each. They share the clock, so all live through the same days. The sweeper is left out: it would heal what a step
/// should not have missed.
/// </summary>
public sealed class FaultBench : IAsyncDisposable
{
    /// <summary>By then the phase must be over.</summary>
    private const int Days = 42;

    private const int AtOnce = 8;

    private static readonly TimeSpan patience = TimeSpan.FromMinutes(20);

    private readonly FaultObserver observer;
    private readonly TestApp app;
    private AlikeIds ids = AlikeIds.Any;

    private FaultBench(FaultObserver observer, TestApp app)
    {
        this.observer = observer;
        this.app = app;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<FaultBench> StartAsync(AzuriteFixture azurite)
    {
        FaultObserver observer = new();
        TestApp app = await TestApp.StartAsync(azurite, new()
        {
            Functions = [.. typeof(FollowUpApp).Assembly.GetTypes().Where(t => t != typeof(Sweeper))],
            Durable = new() { Observer = observer },
            Services = new StorageTap(observer.OnCallAsync, observer.OnTryAsync).Register,
        });
        return new(observer, app);
    }

    /// <summary>The points that an undisturbed phase passes, in order.</summary>
    public async Task<IReadOnlyList<string>> PointsAsync()
    {
        ids = await AlikeIds.OfAsync(app, (await RunAsync([null])).Runs[0].Cycle.Id);
        (IReadOnlyList<PhaseRun> runs, IReadOnlyList<string> broken) = await RunAsync([null]);
        Assert.True(broken.Count == 0, string.Join('\n', broken));
        return [.. runs[0].Points.Distinct()];
    }

    /// <summary>A run for each point, beside one that is not disturbed.</summary>
    /// <returns>The runs, and for each that came to another end what is different there.</returns>
    public async Task<(IReadOnlyList<PhaseRun> Runs, IReadOnlyList<string> Broken)> RunAsync(IEnumerable<string?> points)
    {
        PhaseRun undisturbed = new(ids.Next(), null);
        PhaseRun[] runs = [.. points.Select(p => new PhaseRun(ids.Next(), p))];
        PhaseRun[] all = [undisturbed, .. runs];
        DateTimeOffset begins = await NextMorningAsync();
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (run, _) => await BeginAsync(run, begins));
        await using (Crowd.Of(app, [.. all.Select(r => r.Cycle.Id)], begins))
        {
            await app.RunToAsync(begins.AddDays(Days), patience);
        }

        // What the sweeper would do within five minutes: on a busy machine its last look may still be to come.
        await app.Service<FollowUpFunctions.Mail.MailSettling>().SettleAsync(Cancellation);
        EndState ends = await EndState.ReadAsync(app, all.Select(r => r.Cycle.Id));
        IReadOnlyList<string> expected = ends.Of(undisturbed.Cycle.Id);
        List<string> broken = [];
        foreach (PhaseRun run in all)
        {
            if (await TroubleAsync(run, expected, ends) is { } trouble)
                broken.Add($"{run.Strikes ?? "nowhere"}: {trouble}");
        }

        return (runs, broken);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<DateTimeOffset> NextMorningAsync()
    {
        DateTimeOffset now = app.Host.Clock.GetUtcNow();
        DateTimeOffset morning = new(now.Date.AddHours(now.Hour < 8 ? 8 : 32), TimeSpan.Zero);
        await app.RunToAsync(morning);
        return morning;
    }

    private async Task BeginAsync(PhaseRun run, DateTimeOffset begins)
    {
        CycleContents cycle = run.Cycle.BuildFrom(begins);
        Assert.True(await app.Cycles.CreateAsync(cycle, Cancellation));
        await CommitAsync(cycle, begins);
        await app.Cycles.EnterAsync(run.Cycle.Id, Phase.Consultation, Cancellation);
        observer.Add(run);
        await app.Host.Durable.ScheduleNewOrchestrationInstanceAsync(
            nameof(ConsultationOrchestrator), run.Cycle.Id, new StartOrchestrationOptions(run.InstanceId), Cancellation);
    }

    // What the workshop left: two leaders' commitments, counted.
    private async Task CommitAsync(CycleContents cycle, DateTimeOffset at)
    {
        PageRef page = new(cycle.Settings.Id, RoundKinds.Commitments.Id, 0);
        string[] keys = [.. cycle.Recommendations.Select(r => r.Key)];
        await app.Invitations.AddMissingAsync(
            page, cycle.Stakeholders.Take(2).Select(s => (new Addressee(s.Id, keys), (StakeholderCategory?)s.Category, false)), at, Cancellation);
        Round round = await app.Cycles.Rounds.AddAsync(
            page.Cycle, new(page.Round, new(at, at, []), RoundKinds.Commitments.Form.Version, 1, 2, OpenedAt: at), Cancellation);
        await FilledForm.SendAsync(app, page.Cycle, round, Cancellation);
        await app.Invitations.SetWhereAsync(page, _ => true, i => [(nameof(Invitation.Frozen), i.Revision)], Cancellation);
        await app.Cycles.Rounds.ChangeAsync(page.OfRound, r => r with { ClosedAt = at, ClosedBy = ClosedBy.End }, Cancellation);
    }

    private async Task<string?> TroubleAsync(PhaseRun run, IReadOnlyList<string> expected, EndState ends)
    {
        OrchestrationMetadata? end = await app.Host.Durable.GetInstanceAsync(run.InstanceId, true, Cancellation);
        if (end?.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
            return $"the phase is {end?.RuntimeStatus} after {Days} days: {end?.FailureDetails?.ErrorMessage}";
        string[] lines = [.. ends.Of(run.Cycle.Id).Where(IsNoDuplicate)];
        string[] gone = [.. Less(expected, lines)];
        string[] more = [.. Less(lines, expected)];
        return gone.Length + more.Length == 0
            ? null
            : string.Join("\n  ", [$"{gone.Length} lines are gone and {more.Length} are new", .. gone.Take(3).Select(l => $"- {Short(l)}"), .. more.Take(3).Select(l => $"+ {Short(l)}")]);
    }

    // A provider that can't tell whether it has a mail sends it once more and says so.
    private static bool IsNoDuplicate(string line) => !line.Contains($"~{JournalEvents.MailSentAgain}~", StringComparison.Ordinal);

    private static IEnumerable<string> Less(IReadOnlyList<string> all, IReadOnlyList<string> others)
    {
        Dictionary<string, int> left = others.CountBy(l => l).ToDictionary();
        foreach (string line in all)
        {
            if (left.GetValueOrDefault(line) is > 0 and int n)
                left[line] = n - 1;
            else
                yield return line;
        }
    }

    private static string Short(string line) => line.Length <= 600 ? line : line[..600] + "…";
}
