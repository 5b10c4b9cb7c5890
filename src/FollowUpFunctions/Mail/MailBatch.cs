using System.Globalization;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Rounds;

namespace FollowUpFunctions.Mail;

/// <summary>Mails of one kind to people of one page.</summary>
/// <param name="Ordinal">Which of several: the reminder, the plan's version, the request for a fresh link, the meeting's sequence; 1 for invitations.</param>
public sealed record MailBatch(PageRef Page, MailKind Kind, int Ordinal)
{
    /// <summary>What the keys of its mails begin with.</summary>
    public string Prefix => string.Create(CultureInfo.InvariantCulture, $"{Page.Round}~{KindSlug}~{Ordinal:000}~");

    /// <summary>The kind's part of the outbox key; a stored key never changes.</summary>
    public string KindSlug => Kind switch
    {
        MailKind.Invitation => "invitation",
        MailKind.Reminder => "reminder",
        MailKind.FreshLink => "fresh-link",
        MailKind.PlanPublished => "plan-published",
        MailKind.PlanThanks => "plan-thanks",
        MailKind.Silence => "silence",
        MailKind.Overdue => "overdue",
        MailKind.MeetingMoved => "meeting-moved",
        MailKind.MeetingCancelled => "meeting-cancelled",
        MailKind.ReportPublished => "report-published",
        MailKind.ClosingReport => "closing-report",
        MailKind.ChildrenTold => "children-told",
        _ => throw new InvalidOperationException($"No batch is made of {Kind}."),
    };
}
