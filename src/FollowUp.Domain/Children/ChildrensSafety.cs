namespace FollowUp.Domain.Children;

/// <summary>
/// What must stand before children are asked anything (GC12 §134; GC25): somebody who reads what a child discloses, somewhere to complain, a helpline.
/// A cycle without it asks no children.
/// </summary>
/// <param name="Complaints">Address at which anybody may complain about how children were asked; public.</param>
/// <param name="MinimumGroup">Fewer children than this are never told apart: neither counted nor quoted as a group of their own.</param>
/// <param name="Youngest">The band of <see cref="AgeBands"/> from which on children are asked.</param>
public sealed record ChildrensSafety(
    SafeguardingContact Contact, string Complaints, Helpline Helpline, int MinimumGroup = ChildrensSafety.UsualMinimum, string Youngest = AgeBands.Under10)
{
    public const int UsualMinimum = 5;
}

/// <summary>The one person who reads disclosures. Told to the focal adults, never published.</summary>
public sealed record SafeguardingContact(string Name, string Email, string Language);

/// <summary>Who helps at once; shown on every page that a child sees.</summary>
/// <param name="Number">As it is dialled, such as <c>1280</c>.</param>
public sealed record Helpline(string Name, string Number);

/// <summary>All that is known of a child's age.</summary>
public static class AgeBands
{
    public const string Under10 = "under-10";

    public static IReadOnlyList<string> All { get; } = [Under10, "10-13", "14-17"];

    public static bool IsOldEnough(string band, string youngest) => All.ToList().IndexOf(band) >= All.ToList().IndexOf(youngest);
}
