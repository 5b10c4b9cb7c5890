namespace FollowUp.Pages.Desk.Reading;

/// <summary>Where something can be decided or read.</summary>
/// <param name="Key">Its text stands under <c>do.{Key}</c>; the name of a kind of decision, where it leads to one.</param>
public sealed record DeskLink(string Key, string Href);
