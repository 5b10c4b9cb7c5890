using FollowUpFunctions.Storage;

namespace LocalHost.Demo.Display;

/// <summary>Entries of the journal in the order in which they happened. Under a clock that stands, many have the same time: then as one leads to the other.</summary>
internal static class Timeline
{
    private static readonly string[] _order =
    [
        JournalEvents.CycleStarted,
        JournalEvents.ResponsibilityAssigned,
        JournalEvents.PlanApproved,
        JournalEvents.RoundReminded,
        JournalEvents.RoundClosed,
        JournalEvents.GroupsFormed,
        JournalEvents.PlanDrafted,
        JournalEvents.ResponsibilitySettled,
        JournalEvents.MonitoringRecorded,
        JournalEvents.ProgressRecorded,
        JournalEvents.PlanPublished,
        JournalEvents.PhaseBegun,
        JournalEvents.RoundOpened,
        JournalEvents.MailBounced,
        JournalEvents.CycleEnded,
    ];

    public static IEnumerable<JournalEntry> OldestFirst(IEnumerable<JournalEntry> entries) =>
        entries.OrderBy(e => e.At).ThenBy(e => Array.IndexOf(_order, e.Event)).ThenBy(e => e.Subject, StringComparer.Ordinal);
}
