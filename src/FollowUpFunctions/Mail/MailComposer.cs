using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Links;
using FollowUpFunctions.Progress;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Mail;

/// <summary>Makes mails of a batch: written once for all who get the same, with each person's values and links, which are derived anew.</summary>
public sealed class MailComposer(CyclesTable cycles, PersonalLinks links, MailRenderer renderer, PublicAddresses addresses, PlanComposer plans, OverdueMail overdueMail)
{
    public async Task<IReadOnlyList<OutgoingMail>> ComposeAsync(MailBatch batch, IReadOnlyList<Invitation> to, CancellationToken cancellation)
    {
        if (to.Count == 0)
            return [];
        CycleFacts facts = await cycles.CurrentFactsAsync(batch.Page.Cycle, cancellation);
        Round round = (await cycles.Rounds.FindAsync(batch.Page.OfRound, cancellation))!;
        IReadOnlyList<PlanItem> plan = RoundKinds.Find(round.Id)!.IsReview && batch.Kind != MailKind.Overdue ? await PlanAsync(batch.Page.Cycle, cancellation) : [];
        IReadOnlyList<MailOverdue> overdue = batch.Kind == MailKind.Overdue ? await overdueMail.OfAsync(batch, cancellation) : [];
        Dictionary<MailModel, MailTemplate> templates = [];
        List<OutgoingMail> mails = new(to.Count);
        foreach (Invitation invitation in to)
        {
            Contact contact = facts.ContactOf(invitation.Who)
                ?? throw new InvalidOperationException($"Invitation {invitation.Ref.Id} is to {invitation.Who}, who is not on record.");
            MailModel mail = Model(batch, invitation, contact, round, facts, plan) with { Overdue = overdue };
            MailModel shared = mail.Shared();
            if (!templates.TryGetValue(shared, out MailTemplate? template))
                templates.Add(shared, template = await renderer.TemplateAsync(mail));
            mails.Add(new(MailKey.Of(batch, invitation), contact.Email, template, MailPerson.Of(mail), Calendar(batch, invitation, contact, round, facts)));
        }

        return mails;
    }

    private async Task<IReadOnlyList<PlanItem>> PlanAsync(string cycle, CancellationToken cancellation)
    {
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        return await plans.ReviewedAsync(contents, contents.Items, cancellation);
    }

    private MailModel Model(
        MailBatch batch, Invitation invitation, Contact contact, Round round, CycleFacts facts, IReadOnlyList<PlanItem> plan)
    {
        RoundKind kind = RoundKinds.Find(round.Id)!;
        bool isReview = kind.IsReview;
        Meeting? meeting = Meetings.Of(round.Id, facts.Settings);
        string link = links.Form(invitation.Ref, invitation.Generation);
        return new(
            isReview && batch.Kind is not (MailKind.Silence or MailKind.Overdue or MailKind.ClosingReport) ? MailKind.DraftWaits : batch.Kind,
            kind.Form.Id,
            contact.Language,
            contact.Name.Length > 0 ? contact.Name : contact.Organisation,
            contact.Organisation,
            facts.Settings.Title,
            batch.Kind == MailKind.ChildrenTold ? $"{link}/{FormEndpoints.Told}" : link,
            isReview ? null : links.Unsubscribe(invitation.Ref, invitation.Generation),
            round.Window.Closes,
            facts.Settings.TimeZone,
            batch.Kind == MailKind.Reminder ? batch.Ordinal : 0,
            batch.Kind == MailKind.Overdue ? addresses.Plan(facts.Settings.Id)
                : batch.Kind == MailKind.ClosingReport ? addresses.ClosingReport(facts.Settings, contact.Language)
                : isReview ? $"{link}/draft"
                : batch.Kind == MailKind.ReportPublished ? addresses.Report(facts.Settings, contact.Language)
                : addresses.Plan(facts.Settings.Id),
            meeting,
            meeting?.Before.ElementAtOrDefault(invitation.MeetingTold),
            facts.Settings.Cancelled is not null)
        {
            About = kind == RoundKinds.Letters ? About(invitation, facts) : null,
            Review = isReview ? (plan.Count(i => i.Disputed.Count > 0), plan.Count) : null,
            Silent = batch.Kind == MailKind.Silence ? Silent(plan, facts) : [],
        };
    }

    private static IReadOnlyList<MailFact> About(Invitation invitation, CycleFacts facts) =>
        [.. invitation.Asked.Select(facts.Recommendation).OfType<Recommendation>().Select(r => new MailFact(r.Citation, r.Heading))];

    private static IReadOnlyList<string> Silent(IReadOnlyList<PlanItem> plan, CycleFacts facts) =>
    [
        .. Settlement.Silent(plan).Select(s =>
            $"{s.Organisation} ({string.Join(", ", s.Recommendations.Select(r => facts.Recommendation(r)?.Citation.Split(' ')[^1] ?? r))})"),
    ];

    private static CalendarPart? Calendar(MailBatch batch, Invitation invitation, Contact contact, Round round, CycleFacts facts) =>
        batch.Kind is MailKind.Invitation or MailKind.MeetingMoved or MailKind.MeetingCancelled
            ? MeetingCalendar.For(round, invitation, contact, facts.Settings)
            : null;
}
