namespace FollowUp.Domain.Children;

/// <summary>Makes of children's voices what may be known of them together.</summary>
public static class ChildrensVoices
{
    /// <summary>Only what a person has reviewed counts. The same voices give the same, in whatever order they are read.</summary>
    /// <param name="discretion">Takes out names that are on record; a last net under the person who looked.</param>
    /// <returns>Null where no children took part, or none that were reviewed.</returns>
    public static ChildrenSaid? Of(IEnumerable<GroupVoice> voices, int minimum, Func<string, string> discretion)
    {
        GroupVoice[] all = Used(voices);
        if (all.Length == 0)
            return null;
        if (all.Length < minimum)
            return new(null, [], [], [], []);

        Dictionary<string, int> chosen = all.SelectMany(v => v.Voice.Topics).GroupBy(t => t).ToDictionary(g => g.Key, g => g.Count());
        bool IsShown(string topic) => chosen[topic] >= minimum;
        return new(
            all.Length,
            [
                .. Weights(all)
                    .OrderByDescending(w => w.Value)
                    .ThenBy(w => w.Key.Length)
                    .ThenBy(w => w.Key, StringComparer.Ordinal)
                    .Select(w => IsShown(w.Key)
                        ? new ChildrensTopic(w.Key, chosen[w.Key], Quotes(all.Where(v => v.Voice.Topics.Contains(w.Key)), discretion))
                        : new ChildrensTopic(w.Key, null, [])),
            ],
            SmallNumbers.LeftOut(all.CountBy(v => v.Voice.AgeBand), minimum),
            SmallNumbers.LeftOut(all.Where(v => v.Voice.Region is not null).CountBy(v => v.Voice.Region!), minimum),
            Quotes(all.Where(v => !v.Voice.Topics.Any(IsShown)), discretion));
    }

    /// <summary>
    /// How much each topic matters to children, from 0 to 1: the share of a group's children who chose it, averaged over the groups, so that a large
    /// group does not drown a small one. For the draft, where children are one category among others; never published.
    /// </summary>
    public static IReadOnlyDictionary<string, decimal> Weights(IEnumerable<GroupVoice> voices)
    {
        IGrouping<string, GroupVoice>[] groups = [.. Used(voices).GroupBy(v => v.Group).OrderBy(g => g.Key, StringComparer.Ordinal)];
        return groups
            .SelectMany(g => g.SelectMany(v => v.Voice.Topics).GroupBy(t => t).Select(t => (Topic: t.Key, Share: (decimal)t.Count() / g.Count())))
            .GroupBy(x => x.Topic)
            .ToDictionary(g => g.Key, g => Math.Round(g.Sum(x => x.Share) / groups.Length, 6));
    }

    private static GroupVoice[] Used(IEnumerable<GroupVoice> voices) => [.. voices.Where(v => v.Voice.IsReviewed)];

    private static IReadOnlyList<string> Quotes(IEnumerable<GroupVoice> voices, Func<string, string> discretion) =>
        [.. voices.Select(v => v.Voice.Quote).OfType<string>().Select(discretion).Distinct().Order(StringComparer.Ordinal)];
}
