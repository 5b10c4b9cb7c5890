using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;

namespace FollowUp.Domain.Plans;

/// <summary>What somebody sent in a round, as it counts.</summary>
/// <param name="Invitation">Id of the invitation that was answered.</param>
/// <param name="Revision">From 1; of several revisions of one invitation the highest counts.</param>
/// <param name="Who">Stakeholder id, or a coordinator's.</param>
/// <param name="Organisation">As the list of contacts has it; empty for coordinators.</param>
/// <param name="Category">Null for coordinators, whose answers are decisions and not sources.</param>
/// <param name="Late">Came after the round closed: kept, but nothing is made from it.</param>
public sealed record SubmittedAnswer(
    string Round,
    string Invitation,
    int Revision,
    string Who,
    string Organisation,
    StakeholderCategory? Category,
    DateTimeOffset SubmittedAt,
    bool Late,
    AnswerSheet Sheet)
{
    /// <summary>Id of what this answer says about one recommendation: <c>round~invitation~r1@recommendation</c>.</summary>
    public string AnswerId(string recommendation) => $"{Round}~{Invitation}~r{Revision}@{recommendation}";

    /// <exception cref="InvalidOperationException">The answer is a coordinator's.</exception>
    public AnswerSource Source(string recommendation) => new(
        AnswerId(recommendation),
        Category ?? throw new InvalidOperationException($"The answer {AnswerId(recommendation)} is a coordinator's: it decides, and is no source of the plan."));
}
