using FollowUp.Domain.Rounds;
using LocalHost.Demo.People;

namespace LocalHost.Demo.Summary;

/// <summary>What people know that they said, from their own memory and receipts: not from the app's tables.</summary>
internal static class GivenAnswers
{
    /// <summary>The last form that each person sent in time, by place (<c>round~invitation</c>).</summary>
    public static IReadOnlyDictionary<string, (string Who, Sent Sent)> InTime(IReadOnlyList<Memory> memories) =>
        memories.Where(m => m.Sent is { Late: false })
            .GroupBy(m => m.Place)
            .ToDictionary(g => g.Key, g => (g.Last().Who, g.Last().Sent!));

    public static IReadOnlyList<GivenAnswer> Of(IReadOnlyList<Memory> memories, Cast cast) =>
    [
        .. InTime(memories)
            .SelectMany(place => About(place.Key, place.Value.Sent, cast.Stakeholders.FirstOrDefault(s => s.Id == place.Value.Who)?.Organisation ?? ""))
            .OrderBy(a => a.Answer, StringComparer.Ordinal),
    ];

    private static IEnumerable<GivenAnswer> About(string place, Sent sent, string organisation)
    {
        RoundKind round = RoundKinds.Find(place.Split('~')[0])!;
        (string Kind, string Question)? asked =
            round == RoundKinds.Commitments ? ("commitment", "action")
            : round == RoundKinds.Consultation ? ("proposal", "action")
            : round == RoundKinds.Responsibility ? ("reply", "reply")
            : round == RoundKinds.MonitoringPlan ? ("task", "strategy")
            : round == RoundKinds.Progress ? ("status", "status")
            : null;
        if (asked is not { } about)
            yield break;

        foreach (string recommendation in sent.Sheet.Keys.Where(k => k.StartsWith($"{about.Question}@", StringComparison.Ordinal)).Select(k => k[(about.Question.Length + 1)..]))
        {
            Dictionary<string, string> details = sent.Sheet
                .Where(a => a.Key.EndsWith($"@{recommendation}", StringComparison.Ordinal) && a.Key != $"{about.Question}@{recommendation}")
                .ToDictionary(a => a.Key[..a.Key.IndexOf('@', StringComparison.Ordinal)], a => a.Value[0]);
            yield return new(
                $"{place}~r{sent.Revision}@{recommendation}", about.Kind, recommendation, organisation,
                sent.Sheet[$"{about.Question}@{recommendation}"][0], details);
        }
    }
}
