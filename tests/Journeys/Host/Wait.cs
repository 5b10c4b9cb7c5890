using System.Diagnostics;

namespace Journeys.Host;

/// <summary>Waiting as people do: looking again and again, until it is there or patience ends.</summary>
public static class Wait
{
    private static readonly TimeSpan between = TimeSpan.FromMilliseconds(300);

    /// <param name="what">Ends the sentence “Waited for”.</param>
    /// <param name="look">Null for not yet.</param>
    public static async Task<T> ForAsync<T>(string what, Func<Task<T?>> look) where T : class
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (true)
        {
            if (await look() is { } seen)
                return seen;
            Assert.True(waited.Elapsed < JourneySettings.Patience, $"Waited for {what}: it did not come within {waited.Elapsed.TotalSeconds:N0} seconds.");
            await Task.Delay(between, TestContext.Current.CancellationToken);
        }
    }

    public static Task UntilAsync(string what, Func<Task<bool>> look) => ForAsync(what, async () => await look() ? "there" : null);
}
