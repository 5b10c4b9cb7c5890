using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.SignIn;

/// <summary>Every night deletes sessions and sign-in links that are over: their addresses are kept no longer than they are of use.</summary>
public sealed class SessionSweep(SessionsTable sessions, SignInMail mail, TimeProvider clock)
{
    [Function(nameof(SweepSessions))]
    public async Task SweepSessions([TimerTrigger("0 40 3 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await sessions.SweepAsync(cancellation);
        await mail.SweepAsync(clock.GetUtcNow(), cancellation);
    }
}
