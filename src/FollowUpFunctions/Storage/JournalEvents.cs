namespace FollowUpFunctions.Storage;

/// <summary>The journal's events; <c>docs/events.md</c> says what each means.</summary>
public static class JournalEvents
{
    public const string CycleStarted = "cycle-started";
    public const string CycleRestarted = "cycle-restarted";
    public const string CycleEnded = "cycle-ended";
    public const string CycleCancelled = "cycle-cancelled";
    public const string CalendarPostponed = "calendar-postponed";
    public const string MeetingMoved = "meeting-moved";
    public const string MeetingCancelled = "meeting-cancelled";
    public const string MeetingChangeTold = "meeting-change-told";
    public const string PhaseBegun = "phase-begun";
    public const string RoundOpened = "round-opened";
    public const string RoundReminded = "round-reminded";
    public const string RoundCloseDecided = "round-close-decided";
    public const string RoundExtended = "round-extended";
    public const string RoundClosed = "round-closed";
    public const string TranslationUploaded = "translation-uploaded";
    public const string RecommendationsImported = "recommendations-imported";
    public const string StakeholdersImported = "stakeholders-imported";
    public const string GroupsFormed = "groups-formed";
    public const string GroupsChanged = "groups-changed";
    public const string RecommendationStarred = "recommendation-starred";
    public const string RecommendationUnstarred = "recommendation-unstarred";
    public const string AttendanceRecorded = "attendance-recorded";
    public const string CommitmentsRecorded = "commitments-recorded";
    public const string CoSigningSettled = "co-signing-settled";
    public const string ReportPublished = "report-published";
    public const string ChildrenNotAsked = "children-not-asked";
    public const string ConsentAttested = "consent-attested";
    public const string VoicesSealed = "voices-sealed";
    public const string VoiceReviewed = "voice-reviewed";
    public const string ChildrensLetterWritten = "childrens-letter-written";
    public const string ChildrenTold = "children-told";
    public const string PlanDrafted = "plan-drafted";
    public const string ResponsibilitySettled = "responsibility-settled";
    public const string PlanApproved = "plan-approved";
    public const string ResponsibilityAssigned = "responsibility-assigned";
    public const string MonitoringRecorded = "monitoring-recorded";
    public const string ProgressRecorded = "progress-recorded";
    public const string PlanPublished = "plan-published";
    public const string MailSentAgain = "mail-sent-again";
    public const string MailBounced = "mail-bounced";
    public const string FreshLinkSent = "fresh-link-sent";
    public const string Unsubscribed = "unsubscribed";
}
