using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FollowUpFunctions.Tests.Proofs.Traces;

namespace FollowUpFunctions.Tests.Proofs.Kills;

/// <summary>One kill by default; <c>tests/campaigns/kill.sh</c> does as many as asked, from another seed if wished.</summary>
[Collection(nameof(WitnessedDemo))]
public sealed class KillTests(WitnessedDemo undisturbed)
{
    private const int LongestDelayMilliseconds = 500;

    private static readonly int kills = Number("FOLLOWUP_KILLS", 1);
    private static readonly int seed = Number("FOLLOWUP_SEED", 1);

    [Fact]
    public async Task A_host_killed_at_random_moments_and_started_again_comes_to_the_same_end()
    {
        Assert.Empty(undisturbed.Failures);
        await using Demo killed = new();
        Stopwatch watch = Stopwatch.StartNew();
        int done = await RunWithKillsAsync(killed, undisturbed.Begins, undisturbed.Ends);
        await AssertEndsWellAsync(killed);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"seed {seed}: {done} kills of {kills}; {watch.Elapsed.TotalSeconds:N0} s, undisturbed {undisturbed.Took.TotalSeconds:N0} s"));

        DemoRemains expected = undisturbed.Remains;
        DemoRemains remains = await DemoRemains.OfAsync(killed);
        TestContext.Current.TestOutputHelper.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{remains.Plans.Count} versions, {remains.Mails.Count} mails ({expected.Mails.Count}), {remains.Answers.Count} answers ({expected.Answers.Count}), {remains.SentAgain} sent again"));
        Assert.Equal(kills, done);
        Assert.Equal(expected.Plans, remains.Plans);
        Assert.Equal(expected.Mails, remains.Mails);
        Assert.Empty(expected.Answers.Except(remains.Answers));
    }

    private static async Task<int> RunWithKillsAsync(Demo demo, DateTimeOffset begins, DateTimeOffset ends)
    {
#pragma warning disable CA5394 // Chance that can be had again, not a secret.
        Random chance = new(seed);
        (DateTimeOffset At, TimeSpan Later)[] moments =
        [
            .. Enumerable.Range(0, kills)
                .Select(_ => (At: begins + ((ends - begins) * chance.NextDouble() * 0.98), Later: TimeSpan.FromMilliseconds(1 + chance.Next(LongestDelayMilliseconds))))
                .OrderBy(m => m.At),
        ];
#pragma warning restore CA5394
        int done = 0;
        await ShortDemo.OpenAsync(demo.DataFolder);
        demo.Start();
        foreach ((DateTimeOffset at, TimeSpan later) in moments)
        {
            if (!await demo.KillAsync(at, later))
                break;
            done++;
            demo.Start();
        }

        return done;
    }

    private static async Task AssertEndsWellAsync(Demo demo)
    {
        int code = await demo.EndAsync();
        Assert.True(code == 0, $"The demo ended with {code}:\n{demo.Output}");
        foreach (JsonElement check in demo.Summary.GetProperty("checks").EnumerateArray())
            Assert.True(check.GetProperty("holds").GetBoolean(), $"{check}");
    }

    private static int Number(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int number) ? number : usual;
}
