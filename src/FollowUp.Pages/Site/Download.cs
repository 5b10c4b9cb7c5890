namespace FollowUp.Pages.Site;

/// <summary>A file that holds what a page says.</summary>
/// <param name="Name">Key of what it is, such as <c>plan.data.csv</c>.</param>
/// <param name="MediaType">Without parameters, such as <c>text/csv</c>.</param>
/// <param name="Size">In bytes.</param>
public sealed record Download(string Href, string Name, string MediaType, long Size);
