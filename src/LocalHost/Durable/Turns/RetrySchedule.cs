using Microsoft.DurableTask;

namespace LocalHost.Durable.Turns;

internal static class RetrySchedule
{
    /// <summary>How long to wait after the given failed attempt (1 is the first), or null when it was the last one.</summary>
    public static TimeSpan? DelayAfter(RetryPolicy policy, int attempt, TimeSpan sinceFirstAttempt)
    {
        if (attempt >= policy.MaxNumberOfAttempts)
            return null;
        if (policy.RetryTimeout != Timeout.InfiniteTimeSpan && sinceFirstAttempt >= policy.RetryTimeout)
            return null;
        double milliseconds = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        return policy.MaxRetryInterval != Timeout.InfiniteTimeSpan && milliseconds >= policy.MaxRetryInterval.TotalMilliseconds
            ? policy.MaxRetryInterval
            : TimeSpan.FromMilliseconds(milliseconds);
    }
}
