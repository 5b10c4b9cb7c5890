using System.Diagnostics;
using FollowUp.Domain.Ballots;
using FollowUp.Domain.Groups;

namespace FollowUp.Domain.Tests.Ballots;

[CollectionDefinition(nameof(BallotEffortTests), DisableParallelization = true)]
public sealed class BallotEffortGroup;

[Collection(nameof(BallotEffortTests))]
public sealed class BallotEffortTests(ITestOutputHelper output)
{
    private const int Seed = 2031;

    [Fact]
    public void Ten_thousand_ballots_over_forty_recommendations_are_ranked_in_less_than_two_seconds()
    {
        Random random = new(Seed);
        string[] keys = [.. Enumerable.Range(1, 40).Select(n => $"{n}-a")];
        Ballot[] ballots =
        [
            .. Enumerable.Range(0, 10_000).Select(_ => new Ballot(keys.OrderBy(_ => random.Next()).Take(random.Next(1, 41)).Select((key, n) => (key, n)).ToDictionary(x => x.key, x => x.n + 1))),
        ];
        Stopwatch watch = Stopwatch.StartNew();

        GroupRanking ranking = GroupRanking.Of(new("monitoring-1", "monitoring-plan", "a", ["a"], keys), keys, new(ballots, []))!;

        watch.Stop();
        output.WriteLine($"10,000 ballots over 40 recommendations: ranked in {watch.ElapsedMilliseconds} ms");
        Assert.Equal((10_000, 40), (ranking.Ballots, ranking.Recommendations.Count));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.ElapsedMilliseconds} ms.");
    }
}
