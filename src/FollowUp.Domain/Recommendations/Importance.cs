namespace FollowUp.Domain.Recommendations;

public static class Importance
{
    /// <summary>Urgent ones, then those the Committee had to repeat, then those the coordinators starred, then as the document has them.</summary>
    public static IEnumerable<Recommendation> MostImportantFirst(this IEnumerable<Recommendation> recommendations) =>
        recommendations
            .Order(Comparer<Recommendation>.Create(Recommendation.InDocumentOrder))
            .OrderByDescending(r => r.Urgent)
            .ThenByDescending(r => r.ReiteratedFrom is not null)
            .ThenByDescending(r => r.Starred);

    public static IEnumerable<Recommendation> InDocumentOrder(this IEnumerable<Recommendation> recommendations) =>
        recommendations.Order(Comparer<Recommendation>.Create(Recommendation.InDocumentOrder));
}
