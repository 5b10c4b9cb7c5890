using System.Diagnostics;
using System.Globalization;

namespace FollowUpFunctions.Tests.Sheets;

/// <summary>How long something took, and how much memory it held at most, in the whole process, above what was held before.</summary>
/// <param name="Time">
/// On the clock or on the processors, whichever is less: neighbours on the machine make the one longer, neighbours in the process the other.
/// </param>
internal sealed record Effort(TimeSpan Time, long Bytes)
{
    private static readonly TimeSpan _pace = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan _slowly = TimeSpan.FromMilliseconds(300);

    /// <param name="name">What is done.</param>
    /// <param name="work">Does it.</param>
    /// <param name="collecting">Whether each look collects first: it sees what is held and not what the collector has left lying, and takes longer.</param>
    public static async Task<(T Result, Effort Effort)> OfAsync<T>(string name, Func<Task<T>> work, bool collecting = false)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = before;
        await using Timer sampler = new(_ => InterlockedMax(ref most, GC.GetTotalMemory(collecting)), null, TimeSpan.Zero, collecting ? _slowly : _pace);
        TimeSpan worked = Environment.CpuUsage.TotalTime;
        Stopwatch watch = Stopwatch.StartNew();
        T result = await work();
        TimeSpan clock = watch.Elapsed;
        worked = Environment.CpuUsage.TotalTime - worked;
        Effort effort = new(clock < worked ? clock : worked, Volatile.Read(ref most) - before);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name}: {clock.TotalSeconds:0.0} s on the clock, {worked.TotalSeconds:0.0} s of the processors, {effort.Bytes / 1_000_000} MB"));
        return (result, effort);
    }

    private static void InterlockedMax(ref long most, long now)
    {
        for (long seen = Volatile.Read(ref most); now > seen; seen = Volatile.Read(ref most))
            Interlocked.CompareExchange(ref most, now, seen);
    }
}
