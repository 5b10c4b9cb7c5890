using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Messages;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Http;
using FollowUpFunctions.Security;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;

namespace FollowUpFunctions.Desk;

/// <summary>
/// Lets in who is signed in, and takes forms that come from the desk's own pages alone. A page asks it first; whoever is not signed in is sent to sign in.
/// </summary>
public sealed class DeskDoor(SessionsTable sessions, CyclesTable cycles, Coordinators coordinators, FormKeys keys, FollowUpOptions options, PageResults results)
{
    public const string Cookie = DeskCookie.Name;

    // In bytes, of a form without a session: what nobody has signed for costs no more memory than long texts do. Larger ones hold files, which are not kept anyway.
    private const long LargestKept = 1_000_000;

    /// <summary>Path of the desk: the installation's own address may have a path before it.</summary>
    public string Root { get; } = $"{new Uri(options.BaseUrl).AbsolutePath.TrimEnd('/')}/desk";

    public async Task<IResult> ShowAsync(HttpRequest request, Func<DeskVisit, Task<IResult>> page, CancellationToken cancellation) =>
        await VisitAsync(request, cancellation) is { } visit ? await page(visit) : PageResults.SeeOther(SignInAddress(request));

    /// <summary>A page of a cycle. One that this coordinator may not see is as unknown as one that is not there.</summary>
    public Task<IResult> ShowAsync(HttpRequest request, string cycle, Func<DeskVisit, CycleState, Task<IResult>> page, CancellationToken cancellation) =>
        ShowAsync(
            request,
            async visit => await cycles.FindAsync(cycle, cancellation) is { } state && visit.Sees(state) ? await page(visit, state) : await UnknownAsync(visit),
            cancellation);

    /// <summary>
    /// A form of the desk; nothing is taken that does not carry the session's own key. Of one that was made in another session of the same person what was typed
    /// is kept, to be sent with a button that they see.
    /// </summary>
    public async Task<IResult> TakeAsync(HttpRequest request, Func<DeskVisit, PostedForm, Task<IResult>> take, CancellationToken cancellation)
    {
        if (await VisitAsync(request, cancellation) is not { } visit)
            return await SignedOutAsync(request, cancellation);
        if (SameOrigin.IsForeign(request, options.BaseUrl))
            return await NotOursAsync(visit);
        if (await PostedForm.ReadAsync(request, cancellation) is not { } posted)
            return await results.TooLargeAsync(request);
        string? key = posted.Field(DeskFrame.FormKeyField);
        if (keys.IsOf(visit.Session, key))
            return await take(visit, posted);
        return keys.PersonOf(key) == visit.Session.Person && KeptFormModel.HasTyped(posted.Fields.Keys)
            ? await results.PageAsync(Kept(request, posted, visit.Language, visit.FormKey, isSignedIn: true), StatusCodes.Status400BadRequest)
            : await NotOursAsync(visit);
    }

    public Task<IResult> TakeAsync(
        HttpRequest request, string cycle, Func<DeskVisit, CycleState, PostedForm, Task<IResult>> take, CancellationToken cancellation) =>
        TakeAsync(
            request,
            async (visit, posted) => await cycles.FindAsync(cycle, cancellation) is { } state && visit.Sees(state) ? await take(visit, state, posted) : await UnknownAsync(visit),
            cancellation);

    private async Task<DeskVisit?> VisitAsync(HttpRequest request, CancellationToken cancellation) =>
        await sessions.FindAsync(DeskCookie.Of(request), cancellation) is { } session
            ? new(session, Root, keys.Of(session), coordinators.IsOfInstallation(session.Email), request.PathBase + request.Path + request.QueryString, request.Query["done"])
            : null;

    private Task<IResult> UnknownAsync(DeskVisit visit) =>
        results.MissingAsync(visit);

    private Task<IResult> NotOursAsync(DeskVisit visit) => results.PageAsync(
        new MessagePageModel(PageFrame.Unknown(visit.Language), MessageKind.FormNotOurs, Link: visit.Root), StatusCodes.Status400BadRequest);

    // Nobody is signed in, so a key that the desk made says that the form is one of its pages': what a stranger's page sends is not shown.
    private async Task<IResult> SignedOutAsync(HttpRequest request, CancellationToken cancellation) =>
        !SameOrigin.IsForeign(request, options.BaseUrl)
            && await PostedForm.ReadAsync(request, cancellation, LargestKept) is { } posted
            && posted.Field(DeskFrame.FormKeyField) is { } key && keys.PersonOf(key) is not null
            && KeptFormModel.HasTyped(posted.Fields.Keys)
            ? await results.PageAsync(Kept(request, posted, SignIn.Languages.Of(posted.Language), key, isSignedIn: false), StatusCodes.Status403Forbidden)
            : PageResults.SeeOther(SignInAddress(request));

    private KeptFormModel Kept(HttpRequest request, PostedForm posted, string language, string key, bool isSignedIn) => new(
        language,
        Root,
        request.PathBase + request.Path + request.QueryString,
        key,
        isSignedIn,
        posted.Fields.Where(f => f.Key != DeskFrame.FormKeyField).ToDictionary(f => f.Key, f => f.Value))
    {
        HadFiles = posted.Files.Count > 0,
    };

    // Whoever asked for a page comes back to it.
    private string SignInAddress(HttpRequest request)
    {
        string back = HttpMethods.IsPost(request.Method) ? Root : WayBack.To(request.PathBase + request.Path + request.QueryString, Root);
        return back == Root ? $"{Root}/sign-in" : $"{Root}/sign-in?{WayBack.Field}={Uri.EscapeDataString(back)}";
    }
}
