using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Plans;

/// <summary>What one answer of the consultation proposes for one recommendation.</summary>
internal sealed record Proposal(
    string? Action,
    string? Strategy,
    string? TimeFrame,
    string? Indicator,
    string? Resources,
    string? Lead,
    AnswerSource Source)
{
    /// <summary>The details that a proposed action may have beside its words, always in this order.</summary>
    public IReadOnlyList<string?> Details => [Strategy, TimeFrame, Indicator, Resources];

    /// <summary>Only what was said on chosen recommendations: what was typed before a choice was taken back does not count.</summary>
    public static IEnumerable<Proposal> Of(SubmittedAnswer answer) =>
        answer.Sheet.All("recommendations").Distinct().Select(recommendation => Of(answer, recommendation));

    private static Proposal Of(SubmittedAnswer answer, string recommendation)
    {
        string? lead = Said("lead");
        return new(
            Said("action"), Said("strategy"), Said("time-frame"), Said("indicator"), Said("resources"),
            lead is null ? null : SameWords.OneLine(lead),
            answer.Source(recommendation));

        string? Said(string question) => answer.Sheet.Answer(question, recommendation);
    }
}
