using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Plans;

/// <summary>What the responsibility round asks about: a recommendation that an organisation is to lead, or one that it is to support.</summary>
public static class ResponsibilityKey
{
    private const string Supporting = ".support";

    public static string Support(string recommendation) => $"{recommendation}{Supporting}";

    public static bool IsSupport(string key) => key.EndsWith(Supporting, StringComparison.Ordinal);
}

/// <summary>What the organisations that were asked to lead or to support replied.</summary>
public static class Settlement
{
    /// <summary>
    /// Accepted or declined where the organisation that was asked has replied; no reply leaves it as it is. A refusal from before a coordinator named
    /// the organisation is no answer to that. Applying the same replies twice changes nothing.
    /// </summary>
    /// <param name="replies">Answers to the form <c>responsibility</c>.</param>
    public static IReadOnlyList<PlanItem> Apply(IReadOnlyList<PlanItem> items, IReadOnlyList<SubmittedAnswer> replies)
    {
        Dictionary<string, SubmittedAnswer[]> byOrganisation = replies.Counted()
            .GroupBy(a => Organisations.Normalise(a.Organisation), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.OrdinalIgnoreCase);
        return
        [
            .. items.Select(item => item with
            {
                Responsibility = Settled(item.Recommendation, item.Responsibility),
                Supporting = [.. item.Supporting.Select(s => Supported(item.Recommendation, s))],
            }),
        ];

        Responsibility Settled(string recommendation, Responsibility asked)
        {
            if (asked.State == ResponsibilityState.Open || Reply(asked.Organisation!, recommendation) is not { } reply || reply.SubmittedAt < asked.Replied)
                return asked;
            return reply.Sheet.Answer("reply", recommendation) switch
            {
                "accept" => asked with
                {
                    State = ResponsibilityState.Accepted, Reply = reply.Source(recommendation), Replied = reply.SubmittedAt, ProposedInstead = null,
                },
                "decline" when asked.Decided is null || reply.SubmittedAt >= asked.Decided => asked with
                {
                    State = ResponsibilityState.Declined,
                    Reply = reply.Source(recommendation),
                    Replied = reply.SubmittedAt,
                    ProposedInstead = reply.Sheet.Answer("instead", recommendation) is { } instead ? SameWords.OneLine(instead) : null,
                },
                _ => asked,
            };
        }

        Support Supported(string recommendation, Support asked)
        {
            string key = ResponsibilityKey.Support(recommendation);
            return Reply(asked.Organisation, key) is not { } reply
                ? asked
                : asked with
                {
                    State = reply.Sheet.Answer("reply", key) == "accept" ? ResponsibilityState.Accepted : ResponsibilityState.Declined,
                    Reply = new(reply.AnswerId(key), reply.Category!.Value),
                };
        }

        SubmittedAnswer? Reply(string organisation, string key) =>
            byOrganisation.GetValueOrDefault(Organisations.Normalise(organisation))?.FirstOrDefault(a => a.Sheet.Answer("reply", key) is not null);
    }

    /// <summary>
    /// Who was asked and has not said anything by the end is not confirmed: silence is no consent. Whom a coordinator named stays named, and is not
    /// confirmed either.
    /// </summary>
    public static IReadOnlyList<PlanItem> Close(IReadOnlyList<PlanItem> items) =>
    [
        .. items.Select(item => item with
        {
            Responsibility = item.Responsibility.State == ResponsibilityState.Proposed
                ? item.Responsibility with { State = ResponsibilityState.NotConfirmed }
                : item.Responsibility,
            Supporting =
            [
                .. item.Supporting.Select(s => s.State == ResponsibilityState.Proposed ? s with { State = ResponsibilityState.NotConfirmed } : s),
            ],
        }),
    ];

    /// <summary>Organisations from which no word has come, each with the recommendations that it was to lead or to support.</summary>
    public static IReadOnlyList<(string Organisation, IReadOnlyList<string> Recommendations)> Silent(IReadOnlyList<PlanItem> items) =>
    [
        .. items.SelectMany(item => item.Supporting.Select(s => (s.Organisation, s.State, item.Recommendation))
                .Prepend((Organisation: item.Responsibility.Organisation ?? "", item.Responsibility.State, item.Recommendation)))
            .Where(x => x.State is ResponsibilityState.NotConfirmed or ResponsibilityState.Assigned)
            .GroupBy(x => x.Organisation, StringComparer.OrdinalIgnoreCase)
            .OrderBy(g => g.Key, StringComparer.OrdinalIgnoreCase)
            .Select(g => (g.Key, (IReadOnlyList<string>)[.. g.Select(x => x.Recommendation).Distinct()])),
    ];
}
