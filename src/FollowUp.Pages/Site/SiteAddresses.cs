namespace FollowUp.Pages.Site;

/// <summary>
/// Where the pages of a published plan lead, in one language. Relative to the folder of a version; that of the recommendations is as deep.
/// </summary>
/// <param name="Suffix">Before <c>.html</c>: empty in the cycle's first language, else such as <c>.km</c>.</param>
/// <param name="Search">Absolute address of the app's search, or null where there is none.</param>
public sealed record SiteAddresses(string Suffix, string? Search = null)
{
    /// <summary>The version in one view.</summary>
    public string Overview => Page("index");

    /// <summary>All that the version holds, on one page.</summary>
    public string Whole => Page("whole");

    /// <summary>The cycle's public page, which leads to the newest version.</summary>
    public string Home => $"../index{Suffix}.html";

    /// <param name="name">Such as <c>progress</c>.</param>
    public string Page(string name) => $"{name}{Suffix}.html";

    /// <summary>The page that stays at its address from version to version and tells the newest.</summary>
    public string Recommendation(string key) => $"../{RecommendationFile(key)}";

    /// <summary>The same from the cycle's folder, such as <c>recommendations/66-a.km.html</c>.</summary>
    public string RecommendationFile(string key) => $"{Recommendations}/{key}{Suffix}.html";

    public const string Recommendations = "recommendations";
}
