using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Pages;
using FollowUp.Pages.Forms;
using FollowUp.Pages.Messages;
using FollowUpFunctions.Http;
using FollowUpFunctions.Links;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Rounds;

/// <summary>Stops mail of a cycle to one person: by a button, or by the mail program's one click (RFC 8058).</summary>
public sealed class UnsubscribeEndpoints(
    CyclesTable cycles, InvitationsTable invitations, PersonalLinks links, FreshLinks freshLinks, OptOuts optOuts, PageResults results, TimeProvider clock)
{
    private const string Route = "u/{cycle}/{round}/{invitation}/{token}";
    private const string OneClickField = "List-Unsubscribe";

    [Function(nameof(ShowUnsubscribe))]
    public async Task<IResult> ShowUnsubscribe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string cycle, string round, string invitation, string token, CancellationToken cancellation) =>
        await FindAsync(cycle, round, invitation, token, cancellation) is { } found
            ? await results.PageAsync(await PageAsync(found, MessageKind.Unsubscribe, request, cancellation))
            : await results.DeadLinkAsync(request);

    [Function(nameof(Unsubscribe))]
    public async Task<IResult> Unsubscribe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string cycle, string round, string invitation, string token, CancellationToken cancellation)
    {
        PostedForm? posted = await PostedForm.ReadAsync(request, cancellation);
        if (await FindAsync(cycle, round, invitation, token, cancellation) is not { } found)
        {
            return posted?.Button == FormInput.FreshLink
                ? await results.FreshLinkAsync(request, () => freshLinks.SendAsync(new(cycle, round, invitation, token, null), cancellation))
                : await results.DeadLinkAsync(request);
        }

        if (posted?.Field(OneClickField) != "One-Click" && posted?.Button != FormInput.Unsubscribe)
            return await results.PageAsync(await PageAsync(found, MessageKind.Unsubscribe, request, cancellation));

        await optOuts.TakeAsync(found, clock.GetUtcNow(), null, cancellation);
        return await results.PageAsync(await PageAsync(found, MessageKind.Unsubscribed, request, cancellation));
    }

    private async Task<Invitation?> FindAsync(string cycle, string round, string invitation, string token, CancellationToken cancellation)
    {
        if (!Slug.IsSlug(cycle) || RoundKinds.Find(round) is null || !InvitationRef.IsId(invitation))
            return null;
        InvitationRef reference = new(cycle, round, invitation);
        Invitation? found = await invitations.FindAsync(reference, cancellation);
        return links.IsUnsubscribe(reference, found?.Generation ?? 1, token) ? found : null;
    }

    private async Task<PageModel> PageAsync(Invitation invitation, MessageKind kind, HttpRequest request, CancellationToken cancellation)
    {
        CycleFacts facts = (await cycles.FactsAsync(invitation.Ref.Cycle, cancellation))!;
        PageFrame frame = new(facts.ContactOf(invitation.Who)?.Language ?? facts.Settings.SourceLanguage, facts.Settings.Languages, facts.Settings.Title, facts.Settings.TimeZone);
        return new MessagePageModel(frame, kind, Action: kind == MessageKind.Unsubscribe ? request.PathBase + request.Path : null);
    }
}
