using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Plans;

/// <summary>How important a recommendation is to those who were consulted.</summary>
/// <param name="Score">From 1 (low) to 3 (high): the mean of the kinds of stakeholders, each of which weighs the same, however many answered.</param>
/// <param name="Counts">Answers by category: how many said high, medium and low.</param>
public sealed record Priority(decimal Score, IReadOnlyDictionary<StakeholderCategory, PriorityCounts> Counts)
{
    /// <summary><c>high</c>, <c>medium</c> or <c>low</c>: in thirds of the scale.</summary>
    public string Level => Score switch { >= 7m / 3 => "high", >= 5m / 3 => "medium", _ => "low" };

    /// <summary>What children said who were consulted apart, from 2 to 3: they count as one more kind. Null where they said nothing of it.</summary>
    public decimal? Children { get; init; }

    /// <summary>Id of the coordinator's decision that set it, or null.</summary>
    public string? Decision { get; init; }
}

public sealed record PriorityCounts(int High, int Medium, int Low)
{
    /// <summary>From 1 to 3.</summary>
    internal decimal Mean => ((3m * High) + (2m * Medium) + Low) / (High + Medium + Low);
}

/// <summary>Weighs what was said about importance: three hundred NGOs have one voice, and so has one group of children.</summary>
public static class PriorityWeighing
{
    private const decimal High = 2.5m;
    private const decimal Low = 1.5m;

    /// <param name="children">
    /// How much the topic matters to children beside the topic that matters most to them, from 0 to 1; null where none chose it. Whoever says what
    /// matters most says nothing against the rest: it never weighs as low.
    /// </param>
    public static Priority? Weigh(IEnumerable<(StakeholderCategory Category, string Answer)> answers, decimal? children = null)
    {
        Dictionary<StakeholderCategory, PriorityCounts> counts = answers
            .GroupBy(a => a.Category)
            .OrderBy(g => g.Key)
            .ToDictionary(g => g.Key, g => new PriorityCounts(g.Count(a => a.Answer == "high"), g.Count(a => a.Answer == "medium"), g.Count(a => a.Answer == "low")))
            .Where(c => c.Value is not (0, 0, 0))
            .ToDictionary();
        decimal? said = children is { } share ? 2 + share : null;
        decimal[] means = [.. counts.Values.Select(c => c.Mean), .. said is { } mean ? [mean] : Array.Empty<decimal>()];
        return means.Length == 0 ? null : new(Math.Round(means.Average(), 4), counts) { Children = said };
    }

    /// <summary>Some kind of stakeholder leans clearly to high, and another clearly to low.</summary>
    public static bool IsContradictory(Priority? priority) =>
        priority is not null && (priority.Children >= High || priority.Counts.Values.Any(c => c.Mean >= High)) && priority.Counts.Values.Any(c => c.Mean <= Low);

    public static decimal ScoreOf(string level) => level switch { "high" => 3, "medium" => 2, _ => 1 };
}
