using System.Text.Json.Nodes;
using FollowUp.Domain.Publication;

namespace FollowUp.Pages.Site;

/// <summary>A version of the plan in one view: its figures, and each recommendation in a line that leads to its own page.</summary>
/// <param name="Pages">The same page in each language.</param>
public sealed record OverviewModel(PublishedPlan Plan, string Language, IReadOnlyList<LanguageLink> Pages, SiteAddresses Addresses) : PageModel
{
    /// <summary>Null before anybody was asked.</summary>
    public PublishedProgress? Progress { get; init; }

    public IReadOnlyList<Download> Downloads { get; init; } = [];

    /// <summary>What harvesters read, or null.</summary>
    public JsonObject? Data { get; init; }

    public string? Feed { get; init; }

    internal override Type Component => typeof(OverviewPage);
}
