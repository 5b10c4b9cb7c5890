namespace FollowUp.Pages.Site;

/// <summary>A cycle of which the public can read something.</summary>
/// <param name="Address">Of its public page.</param>
/// <param name="PublishedAt">When the newest version of its plan came out.</param>
/// <param name="Over">Whether it has ended.</param>
public sealed record PublicCycle(string Title, string Country, string Symbol, string Address, int Version, DateTimeOffset PublishedAt, string TimeZone, bool Over);

/// <summary>All cycles that have published a plan.</summary>
/// <param name="Cycles">The newest first; empty before anything is published.</param>
public sealed record CyclesModel(string Language, IReadOnlyList<PublicCycle> Cycles) : PageModel
{
    internal override Type Component => typeof(CyclesPage);
}
