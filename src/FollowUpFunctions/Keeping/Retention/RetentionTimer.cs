using FollowUpFunctions.Desk.Begin;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Keeping.Retention;

/// <summary>Every night forgets what its date has come for.</summary>
public sealed class RetentionTimer(RetentionDates dates, BeginDrafts drafts)
{
    [Function(nameof(ForgetWhatIsDue))]
    public async Task ForgetWhatIsDue([TimerTrigger("0 20 3 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await drafts.ForgetAsync(cancellation);
        await dates.CarryOutAsync(cancellation);
    }
}
