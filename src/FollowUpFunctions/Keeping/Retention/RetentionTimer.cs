using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Keeping.Retention;

/// <summary>Every night forgets what its date has come for.</summary>
public sealed class RetentionTimer(RetentionDates dates)
{
    [Function(nameof(ForgetWhatIsDue))]
    public Task ForgetWhatIsDue([TimerTrigger("0 20 3 * * *")] TimerInfo timer, CancellationToken cancellation) => dates.CarryOutAsync(cancellation);
}
