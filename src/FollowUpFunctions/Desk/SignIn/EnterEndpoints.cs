using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Forms;
using FollowUp.Pages.Messages;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Http;
using FollowUpFunctions.Security;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Desk.SignIn;

/// <summary>
/// What a mailed sign-in link opens. GET and HEAD use nothing up, nor does a POST without the page's own button: mail scanners do both.
/// </summary>
public sealed class EnterEndpoints(
    DeskDoor door, SignInLinks links, SessionsTable sessions, Coordinators coordinators, TryLimits limits, FollowUpOptions options, PageResults results)
{
    private const string Route = "desk/enter/{person}/{token}";

    [Function(nameof(ShowEnter))]
    public async Task<IResult> ShowEnter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string person, string token, CancellationToken cancellation) =>
        await links.FindAsync(person, token, cancellation) is { } link
            ? await results.PageAsync(Page(request, request.Query["lang"].FirstOrDefault() ?? link.Language))
            : await DeadAsync(request);

    [Function(nameof(Enter))]
    public async Task<IResult> Enter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string person, string token, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(request, cancellation, SignInEndpoints.LargestForm) is not { } posted)
            return await results.TooLargeAsync(request);
        if (await links.FindAsync(person, token, cancellation) is not { } link)
            return await DeadAsync(request);
        string language = Languages.Of(posted.Language ?? link.Language);
        if (SameOrigin.IsForeign(request, options.BaseUrl))
            return await results.PageAsync(new MessagePageModel(PageFrame.Unknown(language), MessageKind.FormNotOurs, Link: door.Root), StatusCodes.Status400BadRequest);
        if (posted.Button != FormInput.Continue)
            return await results.PageAsync(Page(request, language));
        if (await coordinators.FindAsync(link.Email, cancellation) is null || !await links.UseAsync(link, cancellation))
            return await DeadAsync(request);

        // Always another session than the browser came with, which ends: whoever planted that one knows it.
        if (await sessions.FindAsync(DeskCookie.Of(request), cancellation) is { } before)
            await sessions.EndAsync(before, cancellation);
        DeskCookie.Set(request.HttpContext.Response, await sessions.BeginAsync(link.Email, language, cancellation));
        return PageResults.SeeOther(WayBack.To(posted.Field(DeskFrame.BackField), door.Root));
    }

    private async Task<IResult> DeadAsync(HttpRequest request) => limits.TooManyFailures(request)
        ? await results.TooManyAsync(request)
        : await results.PageAsync(
            new EnterModel(Languages.Of(request.Query["lang"]), door.Root, null, Back(request)), StatusCodes.Status404NotFound);

    private EnterModel Page(HttpRequest request, string language) =>
        new(Languages.Of(language), door.Root, request.PathBase + request.Path, Back(request));

    private string? Back(HttpRequest request) => WayBack.To(request.Query[WayBack.Field], door.Root) is var to && to != door.Root ? to : null;
}
