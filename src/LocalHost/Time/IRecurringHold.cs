namespace LocalHost.Time;

/// <summary>
/// A hold that would always have something due: timer triggers. Its next occurrence never makes the clock jump; a jump made for another
/// reason stops at it once.
/// </summary>
public interface IRecurringHold : IClockHold
{
    /// <summary>The next time at which it will have work, after now, or null.</summary>
    DateTimeOffset? NextOccurrence { get; }
}
