using FollowUp.Domain.Documents;
using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Documents;

/// <summary>The answer to <c>POST /documents</c>: what the document says, to be read beside it. Nothing of it is stored.</summary>
/// <param name="Recommendations">In the form in which <c>POST /cycles</c> takes them.</param>
/// <param name="Doubts">Those about the document as a whole; others stand with their paragraph.</param>
public sealed record RegisterAnswer(
    string? Symbol,
    string? Title,
    string Language,
    RegisterCounts Counts,
    IReadOnlyList<Doubt> Doubts,
    IReadOnlyList<RegisterParagraph> Paragraphs,
    IReadOnlyList<RecommendationRequest> Recommendations)
{
    public static RegisterAnswer Of(Register register, string? symbol)
    {
        IReadOnlyList<Recommendation> recommendations = RegisterRecommendations.Of(register, symbol);
        return new(
            symbol ?? register.Symbol,
            register.Title,
            register.Language,
            new(
                register.Paragraphs.Count,
                register.Paragraphs.Count(p => p.IsRecommendation),
                register.Paragraphs.Sum(p => p.SubItems.Count),
                recommendations.Count,
                recommendations.Count(r => r.Urgent),
                recommendations.Count(r => r.Uncertain is not null),
                register.Doubts.Count + register.Paragraphs.Sum(p => p.Doubts.Count)),
            register.Doubts,
            register.Paragraphs,
            [.. recommendations.Select(RecommendationRequest.Of)]);
    }
}

/// <param name="Recommendations">Entries to follow up: sub-items, and paragraphs that have none.</param>
public sealed record RegisterCounts(
    int Paragraphs, int RecommendationParagraphs, int SubItems, int Recommendations, int Urgent, int Uncertain, int Doubts);
