using System.Globalization;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Proofs.Arrivals;

/// <summary>A short form by default; <c>tests/campaigns/arrivals.sh</c> places everything everywhere.</summary>
public sealed class ArrivalTests(AzuriteFixture azurite)
{
    private static readonly bool everything = Environment.GetEnvironmentVariable("FOLLOWUP_CAMPAIGN") == "all";

    private static readonly Arrival[] fromOutside = [Arrival.Submission, Arrival.Decision, Arrival.TwoSubmissions, Arrival.TwoDecisions];

    [Fact]
    public async Task Whatever_comes_whenever_it_comes_is_neither_lost_nor_answered_with_a_reminder()
    {
        await using RoundBench bench = await RoundBench.StartAsync(azurite);
        string[] points = [.. (await bench.PointsAsync()).Where(p => !p.Contains(" try ", StringComparison.Ordinal)), Placement.Late];
        await CheckAsync(bench, everything ? Placement.All(points, fromOutside) : Placement.InTurn(points.Where((p, n) => n % 6 == 0 || p == Placement.Late), fromOutside));
    }

    [Fact]
    public async Task A_cycle_that_is_cancelled_whenever_ends_at_once_and_everybody_who_was_invited_knows_that_the_meeting_is_off()
    {
        await using RoundBench bench = await RoundBench.StartAsync(azurite);
        string[] points = [.. (await bench.PointsAsync()).Where(p => !p.Contains(" try ", StringComparison.Ordinal))];
        await CheckAsync(bench, Placement.All(points.Where((p, n) => everything || n % 16 == 1), Arrival.Cancellation));
    }

    [Fact]
    public async Task A_storage_call_that_fails_before_or_after_its_effect_changes_nothing_in_the_end()
    {
        await using RoundBench bench = await RoundBench.StartAsync(azurite);
        IEnumerable<string> points = (await bench.PointsAsync()).Where(p => !p.StartsWith("turn ", StringComparison.Ordinal) && p != Placement.Late);
        await CheckAsync(bench, Placement.All(points.Where((p, n) => everything || n % 8 == 0), Arrival.Fault));
    }

    [Fact]
    public async Task The_textbook_loop_loses_a_decision_and_is_found_out()
    {
        await using RoundBench bench = await RoundBench.StartAsync(azurite, typeof(TextbookRound));
        IEnumerable<string> points = (await bench.PointsAsync()).Where(p => p.StartsWith("ReadRound", StringComparison.Ordinal) && p.Contains(" call ", StringComparison.Ordinal));

        (_, IReadOnlyList<string> violations) = await bench.RunAsync(Placement.All(points, Arrival.Decision));

        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', violations));
        Assert.Contains(violations, v => v.Contains("lost event", StringComparison.Ordinal));
    }

    private static async Task CheckAsync(RoundBench bench, IEnumerable<Placement> placements)
    {
        int placed = 0;
        int arrived = 0;
        int answered = 0;
        int decided = 0;
        List<string> violations = [];
        foreach (Placement[] some in placements.Chunk(100))
        {
            (IReadOnlyList<RoundRun> runs, IReadOnlyList<string> broken) = await bench.RunAsync(some);
            placed += runs.Count;
            arrived += runs.Count(r => r.Arrived);
            answered += runs.Count(r => r.Answered is not null);
            decided += runs.Count(r => r.Decided.Any(d => d.Response.Result.IsSuccessStatusCode));
            violations.AddRange(broken);
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{placed} placements, {arrived} of them reached, {answered} answers and {decided} decisions taken, {violations.Count} promises broken"));
        Assert.True(violations.Count == 0, string.Join('\n', violations.Take(50)));
        Assert.True(arrived > placed * 0.9, $"Only {arrived} of {placed} points were reached again.");
    }
}
