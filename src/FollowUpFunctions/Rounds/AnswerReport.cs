using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Plans;

namespace FollowUpFunctions.Rounds;

/// <summary>Somebody's newest answer to a round, for the secretariat alone.</summary>
/// <param name="Answers">By question, or <c>question@recommendation</c>.</param>
/// <param name="Recorded">How a coordinator came by it; null where the person sent it.</param>
public sealed record AnswerReport(
    string Who,
    string Organisation,
    StakeholderCategory? Category,
    string Invitation,
    int Revision,
    DateTimeOffset SubmittedAt,
    bool Late,
    string Language,
    Recorded? Recorded,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Answers)
{
    public static AnswerReport Of(SubmittedAnswer answer) => new(
        answer.Who, answer.Organisation, answer.Category, answer.Invitation, answer.Revision, answer.SubmittedAt, answer.Late,
        answer.Sheet.Language, answer.Sheet.Recorded, answer.Sheet.Answers);
}
