namespace FollowUp.Pages.Desk.Reading;

/// <summary>A line of the journal; its words stand under <c>journal.{Event}</c>.</summary>
/// <param name="Subject">An id: a round's, an invitation's, a decision's.</param>
/// <param name="Detail">As it was written, in English; null for none.</param>
public sealed record JournalLine(string Event, DateTimeOffset At, string Subject, string? Detail);

/// <summary>The journal of a cycle, the newest first.</summary>
/// <param name="Older">Address of what came before; null where that is all.</param>
/// <param name="Newest">Address of the newest; null where this is it.</param>
public sealed record JournalModel(DeskFrame Frame, IReadOnlyList<JournalLine> Lines, string? Older, string? Newest) : PageModel
{
    internal override Type Component => typeof(JournalPage);
}
