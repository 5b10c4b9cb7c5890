using LocalHost.Time;

namespace LocalHost.Tests.Time;

internal sealed class TestHold : IClockHold
{
    private volatile bool busy;

    public bool IsBusy
    {
        get => busy;
        set => busy = value;
    }

    public DateTimeOffset? NextDue { get; set; }
}
