using LocalHost.Time;

namespace LocalHost.Demo;

/// <summary>Holds the clock once the sample cycle is over: the cycle that follows has begun, and its people are not played.</summary>
internal sealed class Standstill : IClockHold
{
    private volatile bool over;

    public bool IsBusy => over;

    public DateTimeOffset? NextDue => null;

    public void Begin() => over = true;
}
