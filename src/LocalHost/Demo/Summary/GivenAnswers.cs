using FollowUp.Domain.Rounds;
using LocalHost.Demo.People;

namespace LocalHost.Demo.Summary;

/// <summary>What people know that they said, from their own memory and receipts: not from the app's tables.</summary>
internal static class GivenAnswers
{
    private static readonly string[] _ordinals = ["", "-2", "-3"];

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
        (string Kind, string Question)[] asked =
            round == RoundKinds.Commitments ? [("commitment", "action")]
            : round == RoundKinds.Consultation ? [("proposal", "action")]
            : round == RoundKinds.Responsibility ? [("reply", "reply")]
            : round == RoundKinds.MonitoringPlan ? [("task", "strategy")]
            : round == RoundKinds.Progress || round == RoundKinds.Due ? [("status", "status")]
            : round == RoundKinds.Letters ? [("status", "status"), ("reply", "reply")]
            : [];
        return asked.SelectMany(about => _ordinals.SelectMany(ordinal => About(place, sent, organisation, about.Kind, about.Question, ordinal)));
    }

    // Of several commitments to a recommendation the second and third are asked under names with their number, after a yes to another one.
    private static IEnumerable<GivenAnswer> About(string place, Sent sent, string organisation, string kind, string question, string ordinal)
    {
        string first = $"{question}{ordinal}@";
        foreach (string recommendation in sent.Sheet.Keys.Where(k => k.StartsWith(first, StringComparison.Ordinal)).Select(k => k[first.Length..]))
        {
            if (!_ordinals.TakeWhile(o => o != ordinal).All(o => sent.Sheet.GetValueOrDefault($"another{o}@{recommendation}") is ["yes"]))
                continue;
            string last = $"{ordinal}@{recommendation}";
            Dictionary<string, string> details = sent.Sheet
                .Where(a => a.Key.EndsWith(last, StringComparison.Ordinal) && a.Key != $"{question}{last}")
                .ToDictionary(a => a.Key[..^last.Length], a => a.Value[0]);
            yield return new($"{place}~r{sent.Revision}@{recommendation}", kind, recommendation, organisation, sent.Sheet[$"{question}{last}"][0], details);
        }
    }
}
