using Microsoft.DurableTask;

namespace FollowUpFunctions.Rounds;

/// <summary>How steps are tried again when storage or the mail provider fails; every step looks whether it was done before.</summary>
public static class Retries
{
    /// <summary>Eight tries over about half an hour.</summary>
    public static TaskOptions Storage { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 8, firstRetryInterval: TimeSpan.FromSeconds(5), backoffCoefficient: 2.5, maxRetryInterval: TimeSpan.FromMinutes(10)));
}
