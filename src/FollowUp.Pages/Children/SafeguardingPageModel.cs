namespace FollowUp.Pages.Children;

/// <summary>The safeguarding contact's page.</summary>
/// <param name="Count">How many children have written.</param>
/// <param name="Told">What they wrote, the newest first; null before the button is pressed.</param>
/// <param name="Action">Where the button posts to.</param>
public sealed record SafeguardingPageModel(PageFrame Frame, int Count, IReadOnlyList<ToldByChild>? Told, string Action) : PageModel
{
    internal override Type Component => typeof(SafeguardingPage);
}

/// <param name="Organisation">The one whose adult brought the group together.</param>
public sealed record ToldByChild(string Text, string Language, string Organisation, DateTimeOffset At);
