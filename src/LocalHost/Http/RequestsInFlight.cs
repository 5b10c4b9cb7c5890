using LocalHost.Time;
using Microsoft.AspNetCore.Http;

namespace LocalHost.Http;

/// <summary>Holds the clock while a request to the app is being answered. The host's own pages do not count.</summary>
internal sealed class RequestsInFlight(HostClock clock) : IClockHold
{
    private int count;

    public bool IsBusy => Volatile.Read(ref count) > 0;

    public DateTimeOffset? NextDue => null;

    public async Task TrackAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments("/_local", StringComparison.Ordinal))
        {
            await next(http);
            return;
        }

        Interlocked.Increment(ref count);
        clock.Nudge();
        try
        {
            await next(http);
        }
        finally
        {
            Interlocked.Decrement(ref count);
            clock.Nudge();
        }
    }
}
