using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Review;
using FollowUpFunctions.Consultation.Children;
using FollowUpFunctions.Decisions.Kinds;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Review;

/// <summary>Children's part in a cycle, as far as coordinators may see it: disclosures are for the safeguarding contact alone.</summary>
public sealed class ChildrenPageEndpoints(DeskDoor door, CyclesTable cycles, VoicesTable voices, DecisionsTable decisions, PageResults results)
{
    [Function(nameof(ShowChildren))]
    public Task<IResult> ShowChildren(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/children")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        door.ShowAsync(request, cycle, async (visit, state) =>
        {
            CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
            return await results.PageAsync(new ChildrenModel(
                visit.Frame(state, DeskSections.Children),
                contents.Settings.Children,
                [
                    .. contents.Stakeholders.Where(s => s.Category == StakeholderCategory.ChildrenAndYouth)
                        .Select(s => new ChildrensGroupOnDesk(s.Id, s.Organisation)),
                ],
                [
                    .. VoicesToReview.Of(await voices.SealedAsync(cycle, cancellation)).Voices.Select(v =>
                        new VoiceView(v.Id, v.Language, v.Words, v.MayBeQuoted, [.. v.Hints.Select(h => h.Why).Distinct()], v.Review?.Verdict)),
                ],
                (await cycles.Rounds.ListAsync(cycle, cancellation)).Any(r => r.IsOpen && ChildrensRounds.IsTelling(r.Id)),
                (await decisions.ListAsync(cycle, cancellation)).Where(d => d.Kind == TellChildren.Kind).MaxBy(d => (d.At, d.Id))?.Texts));
        }, cancellation);
}
