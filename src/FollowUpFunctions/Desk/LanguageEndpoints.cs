using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk;

/// <summary>The language of the desk, which a session keeps.</summary>
public sealed class LanguageEndpoints(DeskDoor door, SessionsTable sessions)
{
    [Function(nameof(SpeakAtDesk))]
    public Task<IResult> SpeakAtDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/language")] HttpRequest request, CancellationToken cancellation) =>
        door.TakeAsync(request, async (visit, posted) =>
        {
            if (Wording.Languages.Contains(posted.Button))
                await sessions.SpeakAsync(visit.Session, posted.Button!, cancellation);
            return PageResults.SeeOther(WayBack.To(posted.Field(DeskFrame.BackField), visit.Root));
        }, cancellation);
}
