using System.Text.Json.Serialization;
using FollowUp.Domain.Cycles;

namespace FollowUp.Pages.Mail;

/// <summary>Goes through orchestrations by its name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailKind>))]
public enum MailKind
{
    Invitation,
    Reminder,

    /// <summary>A version of the plan has come out.</summary>
    PlanPublished,

    /// <summary>The report of commitments has come out.</summary>
    ReportPublished,

    /// <summary>To a coordinator: the draft plan waits to be read and approved.</summary>
    DraftWaits,

    /// <summary>The link that somebody asked for in place of a dead one.</summary>
    FreshLink,

    /// <summary>A meeting has another time, place or programme.</summary>
    MeetingMoved,

    /// <summary>A meeting does not take place.</summary>
    MeetingCancelled,

    /// <summary>To a focal adult: what the children are told of what became of their words.</summary>
    ChildrenTold,
}

/// <summary>What one mail to one person says.</summary>
/// <param name="Form">Id of the round's form, such as <c>consultation</c>.</param>
/// <param name="Language">BCP 47; a language without texts is written in English.</param>
/// <param name="Link">The personal link; not used where nothing is asked.</param>
/// <param name="UnsubscribeLink">Null for those who cannot stop mails, such as coordinators.</param>
/// <param name="TimeZone">IANA name; dates are said in it.</param>
/// <param name="Ordinal">Of a reminder, from 1.</param>
/// <param name="PlanUrl">Address of the published plan, of the draft for <see cref="MailKind.DraftWaits"/>, of the report for <see cref="MailKind.ReportPublished"/>; said only where there can be a plan already.</param>
/// <param name="Meeting">What an invitation invites to, as it is now.</param>
/// <param name="Before">The meeting as this person knows it from earlier mails, where it has changed since.</param>
/// <param name="CycleCancelled">Nothing comes after a meeting that is cancelled.</param>
public sealed record MailModel(
    MailKind Kind,
    string Form,
    string Language,
    string ContactName,
    string Organisation,
    string CycleTitle,
    string Link,
    string? UnsubscribeLink,
    DateTimeOffset? Closes,
    string TimeZone,
    int Ordinal = 0,
    string? PlanUrl = null,
    Meeting? Meeting = null,
    MeetingBefore? Before = null,
    bool CycleCancelled = false);

/// <param name="Subject">One line.</param>
/// <param name="Html">A whole document.</param>
/// <param name="Text">The same in plain text, lines ending in LF.</param>
public sealed record RenderedMail(string Subject, string Html, string Text);
