namespace LocalHost.Time;

/// <summary>Which clock a host runs on.</summary>
public sealed record ClockChoice
{
    private ClockChoice() { }

    /// <summary>The first virtual now, or null for the machine's own clock.</summary>
    public DateTimeOffset? Start { get; private init; }

    public static ClockChoice Real { get; } = new();

    /// <summary>
    /// A clock that jumps to what is due next. It begins at <paramref name="start"/>, or where it stood when a host ran on the same data folder.
    /// </summary>
    public static ClockChoice SkippingFrom(DateTimeOffset start) => new() { Start = start };

    internal HostClock Make(string dataFolder) =>
        Start is { } start ? new SkippingClock(start, new ClockFile(Path.Combine(dataFolder, "clock.json"))) : new RealClock();
}
