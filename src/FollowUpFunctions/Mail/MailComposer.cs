using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Links;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Mail;

/// <summary>Makes mails of a batch: each in the person's language, with links derived anew.</summary>
public sealed class MailComposer(CyclesTable cycles, PersonalLinks links, MailRenderer renderer, PublicAddresses addresses, PlanComposer plans)
{
    /// <summary>The provider's name for a mail: unique over all cycles, the same whenever it is made again.</summary>
    public static string Key(MailBatch batch, Invitation invitation) => $"{batch.Page.Cycle}/{OutboxTable.Key(batch, invitation.Ref.Id)}";

    public async Task<IReadOnlyList<OutgoingMail>> ComposeAsync(MailBatch batch, IReadOnlyList<Invitation> to, CancellationToken cancellation)
    {
        if (to.Count == 0)
            return [];
        CycleFacts facts = await cycles.CurrentFactsAsync(batch.Page.Cycle, cancellation);
        Round round = (await cycles.RoundAsync(batch.Page.OfRound, cancellation))!;
        IReadOnlyList<PlanItem> plan = RoundKinds.Find(round.Id)!.IsReview ? await PlanAsync(batch.Page.Cycle, cancellation) : [];
        List<OutgoingMail> mails = new(to.Count);
        foreach (Invitation invitation in to)
            mails.Add(await ComposeAsync(batch, invitation, round, facts, plan));
        return mails;
    }

    private async Task<IReadOnlyList<PlanItem>> PlanAsync(string cycle, CancellationToken cancellation)
    {
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        return await plans.ReviewedAsync(contents, contents.Items, cancellation);
    }

    private async Task<OutgoingMail> ComposeAsync(MailBatch batch, Invitation invitation, Round round, CycleFacts facts, IReadOnlyList<PlanItem> plan)
    {
        Contact contact = facts.ContactOf(invitation.Who)
            ?? throw new InvalidOperationException($"Invitation {invitation.Ref.Id} is to {invitation.Who}, who is not on record.");
        RoundKind kind = RoundKinds.Find(round.Id)!;
        bool isReview = kind.IsReview;
        Meeting? meeting = Meetings.Of(round.Id, facts.Settings);
        string link = links.Form(invitation.Ref, invitation.Generation);
        string unsubscribe = links.Unsubscribe(invitation.Ref, invitation.Generation);
        RenderedMail mail = await renderer.RenderAsync(new(
            isReview && batch.Kind != MailKind.Silence ? MailKind.DraftWaits : batch.Kind,
            kind.Form.Id,
            contact.Language,
            contact.Name,
            contact.Organisation,
            facts.Settings.Title,
            link,
            isReview ? null : unsubscribe,
            round.Window.Closes,
            facts.Settings.TimeZone,
            batch.Kind == MailKind.Reminder ? batch.Ordinal : 0,
            isReview ? $"{link}/draft"
                : batch.Kind == MailKind.ReportPublished ? addresses.Report(facts.Settings, contact.Language)
                : addresses.Plan(facts.Settings.Id),
            meeting,
            meeting?.Before.ElementAtOrDefault(invitation.MeetingTold),
            facts.Settings.Cancelled is not null)
        {
            Review = isReview ? (plan.Count(i => i.Disputed.Count > 0), plan.Count) : null,
            Silent = batch.Kind == MailKind.Silence ? Silent(plan, facts) : [],
        });
        return new(
            Key(batch, invitation), contact.Email, contact.Name, mail.Subject, mail.Html, mail.Text, isReview ? null : unsubscribe,
            batch.Kind is MailKind.Invitation or MailKind.MeetingMoved or MailKind.MeetingCancelled
                ? MeetingCalendar.For(round, invitation, contact, facts.Settings)
                : null);
    }

    private static IReadOnlyList<string> Silent(IReadOnlyList<PlanItem> plan, CycleFacts facts) =>
    [
        .. Settlement.Silent(plan).Select(s =>
            $"{s.Organisation} ({string.Join(", ", s.Recommendations.Select(r => facts.Recommendation(r)?.Citation.Split(' ')[^1] ?? r))})"),
    ];
}
