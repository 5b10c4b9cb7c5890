using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Plans;

/// <summary>What the leaders of the workshop's groups wrote down.</summary>
public static class GroupCommitments
{
    private static readonly string[] _ordinals = ["", "-2", "-3"];

    /// <summary>Commitments by recommendation, in an order that does not depend on when the answers came.</summary>
    /// <param name="answers">Answers to the form <c>commitments</c> of any version; a commitment needs an action and an organisation.</param>
    public static ILookup<string, Commitment> Read(CycleContents cycle, IReadOnlyList<SubmittedAnswer> answers) =>
        answers.Counted()
            .SelectMany(answer => cycle.Recommendations.SelectMany(r => Of(cycle, answer, r.Key)))
            .ToLookup(c => c.Source.Recommendation);

    /// <summary>One item for each recommendation, with its commitments; items that are on record stay as they are.</summary>
    public static IReadOnlyList<PlanItem> Record(CycleContents cycle, IReadOnlyList<SubmittedAnswer> answers)
    {
        Dictionary<string, PlanItem> there = cycle.Items.ToDictionary(i => i.Recommendation);
        ILookup<string, Commitment> commitments = Read(cycle, answers);
        return
        [
            .. cycle.Recommendations.InDocumentOrder().Select(r =>
                there.GetValueOrDefault(r.Key) ?? PlanItem.Empty(r.Key) with { Commitments = [.. commitments[r.Key]] }),
        ];
    }

    // A page that was taken back may have answers: they count only where the page before it asked for another.
    private static IEnumerable<Commitment> Of(CycleContents cycle, SubmittedAnswer answer, string recommendation)
    {
        int number = 1;
        foreach (string ordinal in _ordinals)
        {
            if (Said("action") is { } action && Said("organisation") is { } organisation)
            {
                AnswerSource source = answer.Source(recommendation);
                yield return new(action, SameWords.OneLine(organisation), Dates.Parse(Said("by")), source)
                {
                    Number = number++,
                    Own = Organisations.Same(organisation, answer.Organisation) ? null : Unsigned(cycle, organisation),
                    CoSigners = CoSigners(cycle, answer, source, organisation, answer.Sheet.All($"co-signers{ordinal}", recommendation)),
                };
            }

            if (Said("another") != "yes")
                yield break;

            string? Said(string question) => answer.Sheet.Answer($"{question}{ordinal}", recommendation);
        }
    }

    private static IReadOnlyList<Signature> CoSigners(
        CycleContents cycle, SubmittedAnswer answer, AnswerSource source, string committed, IReadOnlyList<string> named) =>
    [
        .. named
            .Select(SameWords.OneLine)
            .Where(name => !Organisations.Same(name, committed))
            .DistinctBy(name => name.ToUpperInvariant())
            .Select(name => Organisations.Same(name, answer.Organisation)
                ? new Signature(answer.Organisation, SignatureState.Confirmed, source)
                : Unsigned(cycle, name)),
    ];

    private static Signature Unsigned(CycleContents cycle, string name) => cycle.StakeholderOf(name) is { } known
        ? new(known.Organisation, SignatureState.Open)
        : new(SameWords.OneLine(name), SignatureState.NotAsked);
}
