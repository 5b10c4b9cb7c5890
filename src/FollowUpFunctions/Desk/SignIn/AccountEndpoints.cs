using FollowUp.Pages.Desk;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.SignIn;

/// <summary>Who is signed in, and signing out.</summary>
public sealed class AccountEndpoints(DeskDoor door, SessionsTable sessions, PageResults results)
{
    [Function(nameof(ShowAccount))]
    public Task<IResult> ShowAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/account")] HttpRequest request, CancellationToken cancellation) =>
        door.ShowAsync(request, visit => results.PageAsync(new AccountModel(visit.Frame(), visit.Session.Ends)), cancellation);

    [Function(nameof(SignOut))]
    public Task<IResult> SignOut(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/sign-out")] HttpRequest request, CancellationToken cancellation) =>
        door.TakeAsync(request, async (visit, _) =>
        {
            await sessions.EndAsync(visit.Session, cancellation);
            return SignedOut(request, visit);
        }, cancellation);

    [Function(nameof(SignOutEverywhere))]
    public Task<IResult> SignOutEverywhere(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/sign-out-everywhere")] HttpRequest request, CancellationToken cancellation) =>
        door.TakeAsync(request, async (visit, _) =>
        {
            await sessions.EndAllAsync(visit.Session.Email, cancellation);
            return SignedOut(request, visit);
        }, cancellation);

    private static IResult SignedOut(HttpRequest request, DeskVisit visit)
    {
        DeskCookie.Clear(request.HttpContext.Response);
        return PageResults.SeeOther($"{visit.Root}/sign-in?done=signed-out&lang={visit.Language}");
    }
}
