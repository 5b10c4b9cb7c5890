using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Links;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Mail;

/// <summary>Makes mails of a batch: each in the person's language, with links derived anew.</summary>
public sealed class MailComposer(CyclesTable cycles, PersonalLinks links, MailRenderer renderer, PublicAddresses addresses)
{
    /// <summary>The provider's name for a mail: unique over all cycles, the same whenever it is made again.</summary>
    public static string Key(MailBatch batch, Invitation invitation) => $"{batch.Page.Cycle}/{OutboxTable.Key(batch, invitation.Ref.Id)}";

    public async Task<IReadOnlyList<OutgoingMail>> ComposeAsync(MailBatch batch, IReadOnlyList<Invitation> to, CancellationToken cancellation)
    {
        if (to.Count == 0)
            return [];
        CycleFacts facts = await cycles.CurrentFactsAsync(batch.Page.Cycle, cancellation);
        Round round = (await cycles.RoundAsync(batch.Page.OfRound, cancellation))!;
        List<OutgoingMail> mails = new(to.Count);
        foreach (Invitation invitation in to)
            mails.Add(await ComposeAsync(batch, invitation, round, facts));
        return mails;
    }

    private async Task<OutgoingMail> ComposeAsync(MailBatch batch, Invitation invitation, Round round, CycleFacts facts)
    {
        Contact contact = facts.ContactOf(invitation.Who)
            ?? throw new InvalidOperationException($"Invitation {invitation.Ref.Id} is to {invitation.Who}, who is not on record.");
        RoundKind kind = RoundKinds.Find(round.Id)!;
        bool isReview = kind == RoundKinds.PlanReview;
        Meeting? meeting = Meetings.Of(round.Id, facts.Settings);
        string link = links.Form(invitation.Ref, invitation.Generation);
        string unsubscribe = links.Unsubscribe(invitation.Ref, invitation.Generation);
        RenderedMail mail = await renderer.RenderAsync(new(
            isReview ? MailKind.DraftWaits : batch.Kind,
            kind.Form.Id,
            contact.Language,
            contact.Name,
            contact.Organisation,
            facts.Settings.Title,
            batch.Kind == MailKind.ChildrenTold ? $"{link}/{FormEndpoints.Told}" : link,
            isReview ? null : unsubscribe,
            round.Window.Closes,
            facts.Settings.TimeZone,
            batch.Kind == MailKind.Reminder ? batch.Ordinal : 0,
            isReview ? $"{link}/draft"
                : batch.Kind == MailKind.ReportPublished ? addresses.Report(facts.Settings, contact.Language)
                : addresses.Plan(facts.Settings.Id),
            meeting,
            meeting?.Before.ElementAtOrDefault(invitation.MeetingTold),
            facts.Settings.Cancelled is not null));
        return new(
            Key(batch, invitation), contact.Email, contact.Name, mail.Subject, mail.Html, mail.Text, isReview ? null : unsubscribe,
            batch.Kind is MailKind.Invitation or MailKind.MeetingMoved or MailKind.MeetingCancelled
                ? MeetingCalendar.For(round, invitation, contact, facts.Settings)
                : null);
    }
}
