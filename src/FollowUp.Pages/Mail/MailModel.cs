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

    /// <summary>To those who answered the consultation: the plan has come out, and what became of their proposals stands behind their link.</summary>
    PlanThanks,

    /// <summary>To a coordinator: organisations that were asked to lead or to support have not answered.</summary>
    Silence,

    /// <summary>To a coordinator: what was due is not done, and letters about it are ready to send.</summary>
    Overdue,

    /// <summary>The report of commitments has come out.</summary>
    ReportPublished,

    /// <summary>To a coordinator: the cycle is over, and its closing report has come out.</summary>
    ClosingReport,

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
/// <param name="PlanUrl">Address of the published plan, of the draft for <see cref="MailKind.DraftWaits"/>, of the report for <see cref="MailKind.ReportPublished"/> and <see cref="MailKind.ClosingReport"/>; said only where there can be a plan already.</param>
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
    bool CycleCancelled = false)
{
    /// <summary>Recommendations of the draft that ask for a meeting, and all; in the mail that asks to review it.</summary>
    public (int Disputed, int Of)? Review { get; init; }

    /// <summary>Organisations that have not answered, each with what it was asked to lead or to support.</summary>
    public IReadOnlyList<string> Silent { get; init; } = [];

    /// <summary>What is overdue, by organisation.</summary>
    public IReadOnlyList<MailOverdue> Overdue { get; init; } = [];

    /// <summary>Citation and heading of each recommendation that a letter of the coalition is about; null in other mails.</summary>
    public IReadOnlyList<MailFact>? About { get; init; }

    private const string SomeLink = "https://link.invalid";

    /// <summary>The mail without its person: equal for all who get the same, so that it is written once for them.</summary>
    public MailModel Shared() => Of("name", "organisation", SomeLink, SomeLink);

    /// <summary>The same mail to somebody else.</summary>
    internal MailModel Of(string name, string organisation, string link, string unsubscribe) => this with
    {
        ContactName = name,
        Organisation = Organisation.Length == 0 ? "" : organisation,
        Link = link,
        UnsubscribeLink = UnsubscribeLink is null ? null : unsubscribe,
        PlanUrl = Link.Length == 0 ? PlanUrl : PlanUrl?.Replace(Link, link, StringComparison.Ordinal),
    };
}

/// <summary>What is overdue of one organisation.</summary>
/// <param name="Organisation">Null for what nobody has taken on.</param>
/// <param name="Letter">Whom a letter is ready for, by stakeholder id: it lies behind the coordinator's link. Null where there is nobody to write to.</param>
public sealed record MailOverdue(string? Organisation, IReadOnlyList<MailOverdueLine> Lines, string? Letter);

/// <param name="Silent">The organisation has said nothing about it.</param>
public sealed record MailOverdueLine(string Citation, DateOnly Due, bool Silent);

/// <param name="Subject">One line.</param>
/// <param name="Html">A whole document.</param>
/// <param name="Text">The same in plain text, lines ending in LF.</param>
public sealed record RenderedMail(string Subject, string Html, string Text);
