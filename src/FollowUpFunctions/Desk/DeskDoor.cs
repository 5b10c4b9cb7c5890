using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Messages;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Http;
using FollowUpFunctions.Links;
using FollowUpFunctions.Security;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;

namespace FollowUpFunctions.Desk;

/// <summary>
/// Lets in who is signed in, and takes forms that come from the desk's own pages alone. A page asks it first; whoever is not signed in is sent to sign in.
/// </summary>
public sealed class DeskDoor(SessionsTable sessions, CyclesTable cycles, Coordinators coordinators, LinkKeys keys, FollowUpOptions options, PageResults results)
{
    public const string Cookie = DeskCookie.Name;

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

    /// <summary>A form of the desk; nothing is looked at that does not carry the session's own key.</summary>
    public Task<IResult> TakeAsync(HttpRequest request, Func<DeskVisit, PostedForm, Task<IResult>> take, CancellationToken cancellation) =>
        ShowAsync(request, async visit =>
        {
            if (SameOrigin.IsForeign(request, options.BaseUrl))
                return await NotOursAsync(visit);
            if (await PostedForm.ReadAsync(request, cancellation) is not { } posted)
                return await results.TooLargeAsync(request);
            return keys.Versions.Any(version => Matches(posted.Field(DeskFrame.FormKeyField), FormKey(version, visit.Session)))
                ? await take(visit, posted)
                : await NotOursAsync(visit);
        }, cancellation);

    public Task<IResult> TakeAsync(
        HttpRequest request, string cycle, Func<DeskVisit, CycleState, PostedForm, Task<IResult>> take, CancellationToken cancellation) =>
        TakeAsync(
            request,
            async (visit, posted) => await cycles.FindAsync(cycle, cancellation) is { } state && visit.Sees(state) ? await take(visit, state, posted) : await UnknownAsync(visit),
            cancellation);

    private async Task<DeskVisit?> VisitAsync(HttpRequest request, CancellationToken cancellation) =>
        await sessions.FindAsync(DeskCookie.Of(request), cancellation) is { } session
            ? new(session, Root, FormKey(keys.Current, session), coordinators.IsOfInstallation(session.Email), request.PathBase + request.Path + request.QueryString, request.Query["done"])
            : null;

    private Task<IResult> UnknownAsync(DeskVisit visit) =>
        results.PageAsync(new MessagePageModel(PageFrame.Unknown(visit.Language), MessageKind.NotFound, Link: visit.Root));

    private Task<IResult> NotOursAsync(DeskVisit visit) => results.PageAsync(
        new MessagePageModel(PageFrame.Unknown(visit.Language), MessageKind.FormNotOurs, Link: visit.Root), StatusCodes.Status400BadRequest);

    // Whoever asked for a page comes back to it; what was posted is lost.
    private string SignInAddress(HttpRequest request)
    {
        string back = HttpMethods.IsPost(request.Method) ? Root : WayBack.To(request.PathBase + request.Path + request.QueryString, Root);
        return back == Root ? $"{Root}/sign-in" : $"{Root}/sign-in?{WayBack.Field}={Uri.EscapeDataString(back)}";
    }

    private string FormKey(int version, DeskSession session) => Base64Url.EncodeToString(keys.Mac(version, $"desk-form\n{session.Key}"));

    private static bool Matches(string? sent, string key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent ?? ""), Encoding.UTF8.GetBytes(key));
}
