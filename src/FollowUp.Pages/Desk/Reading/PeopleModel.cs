namespace FollowUp.Pages.Desk.Reading;

/// <param name="Category">A category of stakeholders, <c>coordinator</c> or <c>translator</c>.</param>
/// <param name="Unreached">Since when no mail reaches them; null where it does.</param>
/// <param name="OptedOut">Since when they want none; null where they do.</param>
public sealed record PersonLine(string Who, string Name, string Organisation, string Category, DateTimeOffset? Unreached, DateTimeOffset? OptedOut, string Href, IReadOnlyList<DeskLink> Links);

/// <param name="Href">Of the list of this category alone.</param>
public sealed record CategoryTotal(string Who, int Count, string Href);

/// <summary>Everybody in a cycle: those first whom no mail reaches or who want none.</summary>
/// <param name="Troubled">At most a hundred of them.</param>
/// <param name="TroubledCount">How many they are.</param>
/// <param name="Asked">What was searched for.</param>
/// <param name="Category">The one that is listed; null for all.</param>
/// <param name="Action">Where the search is sent.</param>
public sealed record PeopleModel(
    DeskFrame Frame,
    IReadOnlyList<PersonLine> Troubled,
    int TroubledCount,
    IReadOnlyList<CategoryTotal> Categories,
    string Asked,
    string? Category,
    PageOfMany Part,
    IReadOnlyList<PersonLine> People,
    IReadOnlyList<DeskLink> Links,
    string Action) : PageModel
{
    internal override Type Component => typeof(PeoplePage);
}
