using FollowUp.Domain.Rounds;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Proofs.Restarts;
using LocalHost.Time;

namespace FollowUpFunctions.Tests.Proofs.Faults;

/// <summary>The people of many cycles at once: at noon of each day, everybody but one answers what has been open since the day before.</summary>
public sealed class Crowd : IClockHold, IAsyncDisposable
{
    private const int AtOnce = 8;

    private readonly CancellationTokenSource leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly TestApp app;
    private readonly IReadOnlyList<string> cycles;
    private readonly IDisposable hold;
    private readonly Task life;

    private Crowd(TestApp app, IReadOnlyList<string> cycles, DateTimeOffset from)
    {
        this.app = app;
        this.cycles = cycles;
        NextDue = new(from.Date.AddHours(12), TimeSpan.Zero);
        hold = app.Host.Clock.Hold(this);
        life = Task.Run(LiveAsync);
    }

    public bool IsBusy => false;

    public DateTimeOffset? NextDue { get; private set; }

    public static Crowd Of(TestApp app, IReadOnlyList<string> cycles, DateTimeOffset from) => new(app, cycles, from);

    /// <summary>They leave; fails when one of them could not answer.</summary>
    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        hold.Dispose();
        leaving.Dispose();
        await life;
    }

    private async Task LiveAsync()
    {
        try
        {
            while (true)
            {
                DateTimeOffset noon = NextDue!.Value;
                await app.Host.Clock.WaitUntilAsync(noon, leaving.Token);
                await Parallel.ForEachAsync(
                    cycles, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = leaving.Token }, (cycle, token) => AnswerAsync(cycle, noon, token));
                NextDue = noon.AddDays(1);
                app.Host.Clock.Nudge();
            }
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
        }
    }

    private async ValueTask AnswerAsync(string cycle, DateTimeOffset noon, CancellationToken token)
    {
        foreach (Round round in await app.Cycles.Rounds.ListAsync(cycle, token))
        {
            if (round.IsOpen && round.OpenedAt < noon.AddHours(-12))
                await FilledForm.SendAsync(app, cycle, round, token);
        }
    }
}
