namespace FollowUp.Pages.Site;

/// <summary>The views of a version that lead to each other.</summary>
/// <param name="Page">Name of the file, without language and ending.</param>
/// <param name="Name">Key of its name.</param>
public sealed record SiteView(string Page, string Name)
{
    public static SiteView Areas { get; } = new("index", "public.view.areas");

    public static SiteView Organisations { get; } = new("organisations", "public.view.organisations");

    public static SiteView Status { get; } = new("status", "public.view.status");

    /// <summary>Only from the first word about progress on.</summary>
    public static SiteView Progress { get; } = new("progress", "plans.progress");

    public static SiteView Whole { get; } = new("whole", "public.view.whole");

    public static IReadOnlyList<SiteView> All { get; } = [Areas, Organisations, Status, Progress, Whole];
}
