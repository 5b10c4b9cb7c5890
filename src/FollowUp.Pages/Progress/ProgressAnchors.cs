namespace FollowUp.Pages.Progress;

/// <summary>The elements that figures lead to: lists of what they count. They are the same in every version, so that an old figure finds its list.</summary>
internal static class ProgressAnchors
{
    public static string View(string assessor, string status) => $"n-{assessor}-{status}";

    public static string View(string assessor, string status, int cluster) => $"{View(assessor, status)}-{cluster}";

    /// <param name="number">Of the organisation in the page, from 1.</param>
    public static string Organisation(int number, string assessor, string status) => $"o{number}-{assessor}-{status}";

    public static string Law(string assessor, string stage) => $"l-{assessor}-{stage}";
}
