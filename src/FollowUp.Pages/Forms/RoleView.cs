namespace FollowUp.Pages.Forms;

/// <summary>What an organisation is asked to take on about a recommendation.</summary>
/// <param name="Supports">It is to support and not to lead.</param>
/// <param name="Lead">Who is named to lead, or null.</param>
/// <param name="Actions">What the draft plan proposes, the most proposed first.</param>
public sealed record RoleView(bool Supports, string? Lead, IReadOnlyList<string> Actions);
