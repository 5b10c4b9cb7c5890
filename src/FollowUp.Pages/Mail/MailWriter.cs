using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;

namespace FollowUp.Pages.Mail;

/// <summary>Chooses what a mail says: who asks what, why, by when, how long it takes, and how to stop mails.</summary>
internal static class MailWriter
{
    private const int LetterLines = 20;

    public static MailContent Write(MailModel mail)
    {
        Wording text = Wording.For(mail.Language);
        bool asks = Asks(mail);
        return new(
            text,
            Subject(mail, text),
            text.Format("mail.greeting", ("name", OneLine(mail.ContactName))),
            Opening(mail, text),
            [.. Facts(mail, text)],
            asks ? Link(text[$"mail.{Kind(mail)}.link"], mail.Link) : null,
            Plan(mail, text),
            asks ? [text["mail.note.phone"], text["mail.note.personal"]] : [],
            [text["mail.signature"], OneLine(mail.CycleTitle)],
            mail.UnsubscribeLink is { } stop ? Link(text["mail.unsubscribe"], stop) : null)
        {
            Letter = mail.About is null ? null : Link(text["mail.letter"], $"{mail.Link}/letter.docx"),
        };
    }

    private static bool Asks(MailModel mail) => mail.Kind is not (MailKind.PlanPublished or MailKind.ReportPublished or MailKind.ClosingReport or MailKind.MeetingCancelled or MailKind.Silence or MailKind.Overdue);

    private static string Kind(MailModel mail) => mail.Kind switch
    {
        MailKind.Invitation => "invitation",
        MailKind.Reminder => "reminder",
        MailKind.PlanPublished => "plan-published",
        MailKind.PlanThanks => "plan-thanks",
        MailKind.Silence => "silence",
        MailKind.Overdue => "overdue",
        MailKind.ReportPublished => "report-published",
        MailKind.ClosingReport => "closing-report",
        MailKind.DraftWaits => "draft-waits",
        MailKind.MeetingMoved => "meeting-moved",
        MailKind.MeetingCancelled => "meeting-cancelled",
        MailKind.ChildrenTold => "children-told",
        _ => "fresh-link",
    };

    private static string Subject(MailModel mail, Wording text) => mail.Kind switch
    {
        MailKind.Invitation => text[$"mail.invitation.subject.{mail.Form}"],
        MailKind.Reminder or MailKind.MeetingMoved or MailKind.MeetingCancelled => text.Format($"mail.{Kind(mail)}.subject", ("subject", text[$"mail.invitation.subject.{mail.Form}"])),
        _ => text[$"mail.{Kind(mail)}.subject"],
    };

    private static IReadOnlyList<string> Opening(MailModel mail, Wording text)
    {
        (string, object) organisation = ("organisation", OneLine(mail.Organisation));
        (string, object) cycle = ("cycle", OneLine(mail.CycleTitle));
        string ask = text[$"mail.ask.{mail.Form}"];
        string who = mail.Organisation.Length > 0 ? text.Format("mail.who", organisation, cycle)
            : mail.Form == RoundForms.Translation.Id ? text.Format("mail.who.translator", cycle)
            : text.Format("mail.who.coordinator", cycle);
        return mail.Kind switch
        {
            MailKind.Invitation => [who, ask],
            MailKind.Reminder => [text[mail.Ordinal > 1 ? "mail.reminder.again" : "mail.reminder.first"], who, ask],
            MailKind.PlanPublished => [who, text["mail.plan-published.text"]],
            MailKind.PlanThanks => [who, text["mail.plan-thanks.text"]],
            MailKind.Silence => [who, text["mail.silence.text"], text["mail.silence.what"]],
            MailKind.Overdue => [who, text["mail.overdue.text"], text["mail.overdue.what"]],
            MailKind.ReportPublished => [who, text["mail.report-published.text"]],
            MailKind.ClosingReport => [who, text["mail.closing-report.text"]],
            MailKind.DraftWaits => [who, text["mail.draft-waits.text"]],
            MailKind.ChildrenTold => [who, text["mail.children-told.text"]],
            MailKind.MeetingMoved => [who, text["mail.meeting-moved.text"], text["mail.meeting-moved.answer"]],
            MailKind.MeetingCancelled => [who, text["mail.meeting-cancelled.text"], mail.CycleCancelled ? text.Format("mail.meeting-cancelled.cycle", cycle) : text["mail.meeting-cancelled.goes-on"]],
            _ => [text["mail.fresh-link.text"], who, ask],
        };
    }

    private static IEnumerable<MailFact> Facts(MailModel mail, Wording text)
    {
        if (mail.Silent.Count > 0)
            yield return new(text["mail.silence.who"], string.Join(text["list.comma"], mail.Silent));
        foreach (MailOverdue overdue in mail.Overdue.Take(LetterLines))
            yield return Overdue(mail, overdue, text);
        if (mail.Overdue.Count - LetterLines is > 0 and int others)
            yield return new("…", text.Format("mail.overdue.more", ("count", others)));
        if (mail.Kind is MailKind.PlanPublished or MailKind.PlanThanks or MailKind.Silence or MailKind.Overdue or MailKind.ReportPublished or MailKind.ClosingReport)
            yield break;
        if (mail.Kind is MailKind.DraftWaits && mail.Review is var (disputed, all))
            yield return new(text["mail.draft-waits.disputed"], text.Format("mail.draft-waits.of", ("disputed", disputed), ("all", all)));
        if (mail.Meeting is { } meeting)
        {
            yield return new(text["meeting.when"], Dates.Span(text, meeting.Starts, meeting.Ends, mail.TimeZone));
            yield return new(text["meeting.where"], OneLine(meeting.Place));
            if (mail.Kind is MailKind.MeetingMoved && meeting.Programme is { Length: > 0 } programme)
                yield return new(text["meeting.programme"], programme);
            if (mail.Kind is MailKind.MeetingMoved && mail.Before is { } before)
            {
                yield return new(text["meeting.before.when"], Dates.Span(text, before.Starts, before.Ends, mail.TimeZone));
                yield return new(text["meeting.before.where"], OneLine(before.Place));
            }
        }

        if (mail.Kind is MailKind.MeetingMoved or MailKind.MeetingCancelled or MailKind.ChildrenTold)
            yield break;
        foreach (MailFact about in mail.About?.Take(LetterLines) ?? [])
            yield return about;
        if (mail.About?.Count - LetterLines is > 0 and int more)
            yield return new("…", text.Format("mail.letter.more", ("count", more)));
        if (mail.Closes is { } closes)
            yield return new(text["mail.by"], Dates.Instant(text, closes, mail.TimeZone));
        yield return new(text["mail.duration"], text[$"form.{mail.Form}.duration"]);
    }

    private static MailFact Overdue(MailModel mail, MailOverdue overdue, Wording text)
    {
        IEnumerable<string> lines = overdue.Lines.Take(LetterLines)
            .Select(l => (l.Silent, Line: text.Format("mail.overdue.due", ("recommendation", l.Citation), ("date", Dates.Day(text, l.Due)))))
            .Select(l => l.Silent && overdue.Organisation is not null ? text.Format("mail.overdue.silent", ("line", l.Line)) : l.Line);
        if (overdue.Lines.Count - LetterLines is > 0 and int more)
            lines = lines.Append(text.Format("mail.overdue.more", ("count", more)));
        string all = string.Join("; ", lines);
        return new(
            OneLine(overdue.Organisation ?? text["mail.overdue.nobody"]),
            all,
            overdue.Letter is { } letter ? Link(text["mail.overdue.letter"], $"{mail.Link}/letters/{letter}") : null);
    }

    // Before the consultation is over there is no plan yet that its address could lead to.
    private static MailLink? Plan(MailModel mail, Wording text)
    {
        if (mail.PlanUrl is not { } plan)
            return null;
        if (mail.Kind == MailKind.DraftWaits)
            return Link(text["mail.draft-waits.plan"], plan);
        if (mail.Kind == MailKind.ReportPublished)
            return Link(text["mail.report"], plan);
        if (mail.Kind == MailKind.ClosingReport)
            return Link(text["mail.closing"], plan);
        if (mail.Kind == MailKind.Silence)
            return Link(text["mail.draft-waits.plan"], plan);
        return mail.Kind is MailKind.PlanPublished or MailKind.PlanThanks or MailKind.ChildrenTold or MailKind.Overdue || RoundKinds.Find(mail.Form)?.Phase > Phase.Consultation
            ? Link(text["mail.plan"], plan)
            : null;
    }

    private static MailLink Link(string words, string address) => new(words, Address(address));

    internal static string Address(string address) =>
        Links.Http(address)
            ?? throw new ArgumentException($"A link in a mail must begin with http:// or https://; this one doesn't: '{address}'.");

    internal static string OneLine(string text) => Organisations.Normalise(text);
}
