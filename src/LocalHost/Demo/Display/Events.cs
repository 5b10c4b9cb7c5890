using FollowUpFunctions.Storage;

namespace LocalHost.Demo.Display;

/// <summary>The events of the journal that somebody who watches wants to know, in words.</summary>
internal static class Events
{
    /// <summary>Null for events of the machinery.</summary>
    public static string? Sentence(JournalEntry entry) => entry.Event switch
    {
        JournalEvents.CycleStarted => "The cycle began",
        JournalEvents.PhaseBegun => $"Phase: {Phase(entry.Subject)}",
        JournalEvents.RoundOpened => $"Round opened: {Round(entry.Subject)}, {entry.Detail}",
        JournalEvents.RoundReminded => $"Reminded those who had not answered: {Round(entry.Subject)}, {entry.Detail}",
        JournalEvents.RoundClosed => $"Round closed: {Round(entry.Subject)}, {Closing(entry.Detail)}",
        JournalEvents.GroupsFormed => $"Groups formed: {entry.Detail}",
        JournalEvents.PlanDrafted => $"Plan drafted: {entry.Detail}",
        JournalEvents.ResponsibilitySettled => $"Responsibilities: {entry.Detail}",
        JournalEvents.ResponsibilityAssigned => $"Assigned by the coordinator: recommendation {entry.Subject}",
        JournalEvents.PlanApproved => "The coordinator approved the plan",
        JournalEvents.RecommendationsRanked => $"The sub-groups ranked their recommendations: {entry.Detail}",
        JournalEvents.MonitoringRecorded => $"Monitoring work plan: {entry.Detail}",
        JournalEvents.ProgressRecorded => $"Progress: {entry.Detail} ({Round(entry.Subject)})",
        JournalEvents.PlanPublished => $"Plan published: version {entry.Subject.TrimStart('v')}",
        JournalEvents.MailBounced => $"A mail came back: {Round(entry.Subject.Split('~')[0])}",
        JournalEvents.MailSentAgain => "A mail was sent again after an interruption",
        JournalEvents.CycleRestarted => "The cycle went on from its tables",
        JournalEvents.CycleEnded => "The cycle ended",
        _ => null,
    };

    public static string Round(string id) => id switch
    {
        "workshop-invitation" => "workshop invitation",
        "co-signing" => "co-signing",
        "plan-review" => "approval of the plan",
        "monitoring-invitation" => "monitoring invitation",
        "monitoring-plan" => "monitoring work plan",
        _ => id.Replace('-', ' '),
    };

    public static string Phase(string? phase) => phase switch
    {
        "Dissemination" => "1 Dissemination",
        "Consultation" => "2 Consultation",
        "MonitoringWorkshop" => "3 Monitoring workshop",
        "Progress" => "Progress",
        _ => "about to begin",
    };

    private static string Closing(string? detail) => detail switch
    {
        "by End" => "its time was over",
        "by Completeness" => "everybody had answered",
        "by Decision" => "by the coordinator's decision",
        _ => detail ?? "",
    };
}
