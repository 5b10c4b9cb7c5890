using System.Text.Json.Nodes;
using FollowUp.Domain.Publication;

namespace FollowUp.Pages.Plan;

/// <summary>The page at a cycle's public address, which always leads to the newest version.</summary>
/// <param name="Language">The language of the page itself; the newest version is offered in each of its own.</param>
/// <param name="Report">The report of commitments in each language, or null before it is published.</param>
/// <param name="Versions">In any order; empty before the first is published.</param>
public sealed record PlansIndexModel(
    string Title,
    string Country,
    string Language,
    string TimeZone,
    IReadOnlyList<PlanVersion> Versions,
    IReadOnlyList<LanguageLink>? Report = null) : PageModel
{
    /// <summary>The same page in each language.</summary>
    public IReadOnlyList<LanguageLink> Pages { get; init; } = [];

    /// <summary>Absolute address of the app's search, or null where there is nothing to be found yet.</summary>
    public string? Search { get; init; }

    /// <summary>What harvesters read, which stands as a file beside the page too; or null.</summary>
    public JsonObject? Catalog { get; init; }

    /// <summary>The closing report in each language, or null before the cycle is over.</summary>
    public IReadOnlyList<LanguageLink>? Closing { get; init; }

    /// <summary>Address of the feed of changes, or null.</summary>
    public string? Feed { get; init; }

    /// <summary>The cycle that this one goes on from, or null.</summary>
    public CycleLink? Previous { get; init; }

    /// <summary>The cycles that go on from this one.</summary>
    public IReadOnlyList<CycleLink> Next { get; init; } = [];

    internal override Type Component => typeof(PlansIndexPage);
}

/// <param name="Pages">The version's page in each language.</param>
/// <param name="Changes">What is other than in the version before; null for the first version.</param>
public sealed record PlanVersion(int Version, DateTimeOffset PublishedAt, IReadOnlyList<LanguageLink> Pages, IReadOnlyList<PlanChangeTold>? Changes = null)
{
    /// <summary>The page in each language that counts where it stands; null before anybody was asked.</summary>
    public IReadOnlyList<LanguageLink>? Progress { get; init; }
}

/// <param name="Href">Address of the other cycle's public page.</param>
public sealed record CycleLink(string Title, string Href);
