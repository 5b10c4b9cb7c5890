using FollowUp.Domain.Rounds;

namespace FollowUp.Pages.Desk.Reading;

/// <summary>How many there are of each kind.</summary>
/// <param name="Unsent">Invitations that are still to be mailed.</param>
public sealed record RoundCounts(int Invited, int Answered, int Late, int Outstanding, int Bounced, int Unsubscribed, int Unsent);

public sealed record CategoryLine(string Who, int Invited, int Answered);

/// <param name="Done">Whether it went out.</param>
public sealed record ReminderLine(DateTimeOffset At, bool Done);

/// <summary>Somebody who was invited.</summary>
/// <param name="State">Its words stand under <c>invited.{State}</c>.</param>
/// <param name="At">Since when; null where it is since no particular moment.</param>
/// <param name="Record">Where their answers on paper are written down; null where that can't be.</param>
public sealed record InvitedLine(string Who, string Name, string Organisation, string State, DateTimeOffset? At, int Reminded, string Href, string? Record);

/// <summary>A round: how it stands, and who was invited.</summary>
/// <param name="Shown">The state of those that are listed; null for all.</param>
/// <param name="States">How many there are of each state, with the address that lists them.</param>
public sealed record RoundModel(
    DeskFrame Frame,
    RoundLine Round,
    RoundCounts Counts,
    IReadOnlyList<CategoryLine> Categories,
    IReadOnlyList<ReminderLine> Reminders,
    IReadOnlyList<DeskLink> Links,
    string? Shown,
    IReadOnlyList<(string State, int Count, string Href)> States,
    PageOfMany Part,
    IReadOnlyList<InvitedLine> Invited) : PageModel
{
    internal override Type Component => typeof(RoundPage);
}
