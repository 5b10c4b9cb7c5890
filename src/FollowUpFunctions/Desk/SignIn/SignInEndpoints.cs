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
using MimeKit;

namespace FollowUpFunctions.Desk.SignIn;

/// <summary>Asks for an address and mails a link to it, if it is a coordinator's; says the same whether or not it is.</summary>
public sealed class SignInEndpoints(DeskDoor door, SignInMail mail, TryLimits limits, FollowUpOptions options, PageResults results)
{
    /// <summary>In bytes, of all that the small forms of the door may send.</summary>
    public const long LargestForm = 20_000;

    private const string Route = "desk/sign-in";
    private const string EmailField = "email";
    private const int LongestAddress = 254;

    [Function(nameof(ShowSignIn))]
    public Task<IResult> ShowSignIn([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        results.PageAsync(Page(request.Query["lang"], null, request.Query[WayBack.Field]) with
        {
            Sent = request.Query["done"] == "sent",
            SignedOut = request.Query["done"] == "signed-out",
        });

    [Function(nameof(AskForSignIn))]
    public async Task<IResult> AskForSignIn([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(request, cancellation, LargestForm) is not { } posted)
            return await results.TooLargeAsync(request);
        string email = (posted.Field(EmailField) ?? "").Trim();
        SignInModel page = Page(posted.Language ?? request.Query["lang"], email, posted.Field(DeskFrame.BackField));
        if (SameOrigin.IsForeign(request, options.BaseUrl))
            return await results.PageAsync(new MessagePageModel(PageFrame.Unknown(page.Language), MessageKind.FormNotOurs, Link: door.Root), StatusCodes.Status400BadRequest);
        if (posted.Button != FormInput.Send)
            return await results.PageAsync(page with { Email = null });
        if (limits.TooManyLinks(request, null) is { } wait)
            return await TooManyAsync(page, wait);
        if (!IsAddress(email))
            return await results.PageAsync(page with { Fault = SignInFault.Address });
        if (limits.TooManyLinks(request, email) is { } waitOfAddress)
            return await TooManyAsync(page, waitOfAddress);
        await mail.SendAsync(email, page.Language, page.Back, cancellation);
        return PageResults.SeeOther($"{door.Root}/sign-in?done=sent&lang={page.Language}{(page.Back is { } back ? $"&{WayBack.Field}={Uri.EscapeDataString(back)}" : "")}");
    }

    private Task<IResult> TooManyAsync(SignInModel page, TimeSpan wait) => results.PageAsync(
        page with { Fault = SignInFault.TooMany, Wait = (int)Math.Ceiling(wait.TotalMinutes) }, StatusCodes.Status429TooManyRequests);

    private SignInModel Page(string? language, string? email, string? back) =>
        new(Languages.Of(language), door.Root, email, WayBack.To(back, door.Root) is var to && to != door.Root ? to : null) { Minutes = (int)SignInLinks.Lifetime.TotalMinutes };

    private static bool IsAddress(string text) =>
        text.Length <= LongestAddress && MailboxAddress.TryParse(text, out MailboxAddress? parsed) && parsed.Address == text && text.Contains('@', StringComparison.Ordinal);
}
