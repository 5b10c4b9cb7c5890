using System.Diagnostics;
using System.Globalization;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Proofs.Faults;

[CollectionDefinition(nameof(FaultTests), DisableParallelization = true)]
public sealed class FaultCountdown;

/// <summary>A part of all points by default, from a seed; <c>tests/campaigns/faults.sh</c> takes them all.</summary>
[Collection(nameof(FaultTests))]
public sealed class FaultTests(AzuriteFixture azurite)
{
    private const int AtOnce = 120;

    private static readonly int stride = Number("FOLLOWUP_FAULT_STRIDE", 120);
    private static readonly int seed = Number("FOLLOWUP_SEED", 1);
    private static readonly string part = Environment.GetEnvironmentVariable("FOLLOWUP_FAULT_PART") ?? "";

    [Fact]
    public async Task Whichever_storage_or_mail_call_of_the_second_phase_fails_before_or_after_its_effect_the_end_is_the_same()
    {
        Stopwatch watch = Stopwatch.StartNew();
        await using FaultBench bench = await FaultBench.StartAsync(azurite);
        IReadOnlyList<string> points = await bench.PointsAsync();
        TimeSpan one = watch.Elapsed;

        int placed = 0;
        int struck = 0;
        List<string> broken = [];
        foreach (string[] some in Chosen(points).Chunk(AtOnce))
        {
            (IReadOnlyList<PhaseRun> runs, IReadOnlyList<string> others) = await bench.RunAsync(some);
            placed += runs.Count;
            struck += runs.Count(r => r.Struck);
            broken.AddRange(others);
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{points.Count} points, {placed} faults placed (seed {seed}), {struck} struck, {broken.Count} came to another end; {watch.Elapsed.TotalSeconds:N0} s, of them {one.TotalSeconds:N0} s for the undisturbed"));
        Assert.True(broken.Count == 0, string.Join('\n', broken.Take(40)));
        Assert.True(struck > placed * 0.95, $"Only {struck} of {placed} points were reached again.");
    }

    // Each kind of fault from an offset of its own: neighbouring calls are struck in different ways.
    private static IEnumerable<string> Chosen(IReadOnlyList<string> points) =>
        points.Where(p => p.Contains(part, StringComparison.Ordinal)).GroupBy(p => (Try: p.Contains(" try ", StringComparison.Ordinal), Before: p.EndsWith("before", StringComparison.Ordinal)))
            .OrderBy(g => g.Key)
            .SelectMany((kind, offset) => kind.Where((_, n) => (n + seed + (offset * 2)) % stride == 0));

    private static int Number(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int number) ? number : usual;
}
