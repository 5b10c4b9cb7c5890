using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Review;
using FollowUp.Pages.Messages;
using FollowUpFunctions.Advocacy;
using FollowUpFunctions.Http;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.Review;

/// <summary>The letters to those who are responsible.</summary>
public sealed class LetterPageEndpoints(
    DeskDoor door, CyclesTable cycles, InvitationsTable invitations, PageResults results, TimeProvider clock)
{
    [Function(nameof(ShowLetters))]
    public Task<IResult> ShowLetters(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/cycles/{cycle}/letters")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        door.ShowAsync(request, cycle, async (visit, state) =>
        {
            CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
            LettersReport report = LettersReports.Of(
                contents, LetterEndpoints.Next(state, clock.GetUtcNow()), who => visit.Address(cycle, $"files/letters/{who}"));
            Dictionary<string, Invitation> newest = await NewestAsync(cycle, cancellation);
            return await results.PageAsync(new LettersModel(
                visit.Frame(state, DeskSections.Letters),
                contents.Settings.Letters,
                report.Next,
                [.. report.InCharge.Select(m => m.Organisation)],
                [
                    .. report.Letters.Select(l => new LetterToSend(
                        l.Who,
                        l.Organisation,
                        l.Document,
                        [.. l.Lines.Select(x => new LetterAbout(x.Citation, x.Ask, x.Responsible == l.Organisation ? null : x.Responsible))],
                        newest.GetValueOrDefault(l.Who)?.Sent,
                        newest.GetValueOrDefault(l.Who)?.Submitted)),
                ],
                [.. report.WithoutTies.Select(x => new Unreached(x.Citation, x.Responsible))]));
        }, cancellation);

    // Of each organisation the invitation of the newest round of letters that it was in.
    private async Task<Dictionary<string, Invitation>> NewestAsync(string cycle, CancellationToken cancellation)
    {
        Dictionary<string, Invitation> newest = [];
        foreach (Round round in (await cycles.Rounds.ListAsync(cycle, cancellation))
            .Where(r => RoundKinds.Find(r.Id) == RoundKinds.Letters).OrderBy(r => LetterDates.Number(r.Id)))
        {
            foreach (Invitation invitation in await invitations.CountedAsync(new(cycle, round.Id), round.Pages, cancellation))
                newest[invitation.Who] = invitation;
        }

        return newest;
    }
}
