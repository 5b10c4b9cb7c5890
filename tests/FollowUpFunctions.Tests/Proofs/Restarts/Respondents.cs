using FollowUp.Domain.Rounds;
using FollowUpFunctions.Tests.Infrastructure;
using LocalHost.Time;

namespace FollowUpFunctions.Tests.Proofs.Restarts;

/// <summary>
/// Everybody but one answers each round at noon of a day after its opening. They know only what is in the tables, so they go on over a restart.
/// </summary>
public sealed class Respondents(string cycle) : IClockHold, IDisposable
{
    private TestApp? app;
    private DateTimeOffset? next;
    private CancellationTokenSource leaving = new();
    private Task life = Task.CompletedTask;

    public bool IsBusy => app is null;

    public DateTimeOffset? NextDue => next;

    public void Come(TestApp to)
    {
        next = Noon(to.Host.Clock.GetUtcNow());
        leaving.Dispose();
        leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        app = to;
        life = Task.Run(LiveAsync);
        to.Host.Clock.Nudge();
    }

    public async Task LeaveAsync()
    {
        await leaving.CancelAsync();
        await life;
        app = null;
    }

    public void Dispose() => leaving.Dispose();

    private static DateTimeOffset Noon(DateTimeOffset now) =>
        now.Hour < 12 ? new(now.Date.AddHours(12), TimeSpan.Zero) : new(now.Date.AddHours(36), TimeSpan.Zero);

    private async Task LiveAsync()
    {
        HostClock clock = app!.Host.Clock;
        try
        {
            while (next is { } noon)
            {
                await clock.WaitUntilAsync(noon, leaving.Token);
                bool ended = (await app.Cycles.FindAsync(cycle, leaving.Token))!.EndedAt is not null;
                foreach (Round round in await app.Cycles.Rounds.ListAsync(cycle, leaving.Token))
                {
                    if (round.IsOpen && round.OpenedAt < noon.AddHours(-12))
                        await FilledForm.SendAsync(app, cycle, round, leaving.Token);
                }

                next = ended ? null : Noon(noon);
                clock.Nudge();
            }
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
        }
    }
}
