using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;

namespace FollowUpFunctions.Tests.Infrastructure;

/// <summary>A small cycle: a ministry, NGOs and a children's group in turn, each round a week after the one before, with two reminders.</summary>
public sealed record SampleCycle
{
    public static readonly DateTimeOffset Starts = new(2031, 1, 6, 8, 0, 0, TimeSpan.Zero);

    private static readonly StakeholderCategory[] categories =
        [StakeholderCategory.Ministry, StakeholderCategory.NationalNgo, StakeholderCategory.ChildrenAndYouth, StakeholderCategory.UnAgency];

    private static readonly string[] rounds =
        ["workshop-invitation", "commitments", "consultation", "responsibility", "monitoring-invitation", "monitoring-plan", "progress-1", "progress-2"];

    public string Id { get; init; } = $"c{Guid.NewGuid().ToString("N")[..10]}";

    public int People { get; init; } = 4;

    public int Recommendations { get; init; } = 3;

    public static string Who(int person) => $"who-{person:00000}";

    public static string Email(int person) => $"{Who(person)}@example.org";

    /// <summary>Opens after so many weeks, reminds on the second and fourth day, closes after six days.</summary>
    private static RoundWindow Window(DateTimeOffset starts, int week)
    {
        DateTimeOffset opens = starts.AddDays((7 * week) + 1);
        return new(opens, opens.AddDays(6), [opens.AddDays(2), opens.AddDays(4)]);
    }

    public CycleContents Build() => BuildFrom(Starts);

    public CycleContents BuildFrom(DateTimeOffset starts) => new(
        new(
            Id, "Follow-up of the sample", "Sampleland", "CRC/C/XXX/CO/1", "UTC", "en", ["en"],
            [new Coordinator("Cory Dinator", "coordinator@example.org", "en")],
            new(
                new(starts.AddDays(10), starts.AddDays(11), "Town hall"),
                new(starts.AddDays(35.1), starts.AddDays(35.4), "School"),
                rounds.Select((id, week) => (id, week)).ToDictionary(r => r.id, r => Window(starts, r.week))),
            TimeSpan.FromDays(3)),
        [.. Enumerable.Range(1, Recommendations).Select(Recommendation)],
        [.. Enumerable.Range(0, People).Select(Stakeholder)],
        [],
        []);

    private static Recommendation Recommendation(int n) => new(
        $"{n}", "CRC/C/XXX/CO/1", n, null, 1 + (n % 3), $"Cluster {1 + (n % 3)}", $"Heading {n}",
        new Dictionary<string, RecommendationText> { ["en"] = new($"The Committee recommends matter {n}.") });

    private static Stakeholder Stakeholder(int n) => new(
        Who(n), $"Organisation {n}", categories[n % categories.Length], $"Person {n}", Email(n), "en", []);
}
