using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>A register made from an export of the Universal Human Rights Index.</summary>
/// <param name="Symbols">Documents that its recommendations are from; a cycle follows up one.</param>
/// <param name="Recommendations">By document, paragraph and sub-item. What is not sure stands under <c>uncertain</c>.</param>
/// <param name="LeftOut">Rows of the country and the body that could not be taken, and why.</param>
public sealed record UhriRegister(
    IReadOnlyList<string> Symbols, IReadOnlyList<RecommendationOfDocument> Recommendations, IReadOnlyList<RowLeftOut> LeftOut, UhriCounts Counts);

public sealed record RecommendationOfDocument(string Symbol, RecommendationRequest Recommendation);

/// <param name="Row">As Excel shows it.</param>
public sealed record RowLeftOut(int Row, string Symbol, string Why);

/// <param name="OtherCountries">Rows about other countries alone.</param>
/// <param name="OtherBodies">Rows by other bodies.</param>
/// <param name="Concerns">Rows that say what the body is concerned about.</param>
public sealed record UhriCounts(int Rows, int OtherCountries, int OtherBodies, int Concerns, int Recommendations, int Uncertain, int LeftOut);
