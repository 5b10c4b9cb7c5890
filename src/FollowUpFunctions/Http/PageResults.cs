using FollowUp.Pages;
using FollowUp.Pages.Messages;
using FollowUpFunctions.Security;
using Microsoft.AspNetCore.Http;

namespace FollowUpFunctions.Http;

/// <summary>Pages as responses, with the policy that lets them have their style; <see cref="SecurityHeaders"/> are on every answer.</summary>
public sealed class PageResults(PageRenderer renderer, TryLimits limits)
{
    public async Task<IResult> PageAsync(PageModel page, int status = StatusCodes.Status200OK)
    {
        int code = page is MessagePageModel { Kind: MessageKind.NotFound or MessageKind.DeadLink } ? StatusCodes.Status404NotFound : status;
        return new PrivatePage(await renderer.RenderAsync(page), page.ContentSecurityPolicy, code);
    }

    /// <summary>The same answer for links that are expired, revoked, forged or unknown; 429 where somebody tries many.</summary>
    public Task<IResult> DeadLinkAsync(HttpRequest request) => limits.TooManyFailures(request)
        ? TooManyAsync(request)
        : PageAsync(new MessagePageModel(Frame(request), MessageKind.DeadLink, Action: request.PathBase + request.Path));

    /// <summary>Says the same whether or not there was somebody to mail.</summary>
    public async Task<IResult> FreshLinkAsync(HttpRequest request, Func<Task> send)
    {
        if (limits.TooManyFailures(request))
            return await TooManyAsync(request);
        await send();
        return await PageAsync(new MessagePageModel(Frame(request), MessageKind.FreshLinkSent));
    }

    public Task<IResult> TooLargeAsync(HttpRequest request) =>
        PageAsync(new MessagePageModel(Frame(request), MessageKind.TooLarge), StatusCodes.Status413PayloadTooLarge);

    /// <summary>For whom <see cref="TryLimits"/> says to wait.</summary>
    public Task<IResult> TooManyAsync(HttpRequest request, MessageKind what = MessageKind.TooMany) =>
        PageAsync(new MessagePageModel(Frame(request), what), StatusCodes.Status429TooManyRequests);

    /// <summary>A file that is as personal as the pages.</summary>
    /// <param name="name">What it is saved as; null to be shown.</param>
    public static IResult File(byte[] content, string mediaType, string? name) => new PrivateFile(content, mediaType, name);

    public static IResult SeeOther(string address) => new RedirectAfterPost(address);

    /// <summary>What was typed is kept.</summary>
    /// <param name="fingerprint">Of what is saved now.</param>
    public static IResult Kept(string fingerprint) => new ShortAnswer(StatusCodes.Status204NoContent, fingerprint);

    /// <summary>It is not: something else was saved meanwhile.</summary>
    public static IResult ChangedElsewhere { get; } = new ShortAnswer(StatusCodes.Status409Conflict, null);

    /// <summary>It is not, and won't be at this address.</summary>
    public static IResult Gone { get; } = new ShortAnswer(StatusCodes.Status410Gone, null);

    private static PageFrame Frame(HttpRequest request) =>
        PageFrame.Unknown(Wording.Languages.FirstOrDefault(l => l == request.Query["lang"]) ?? Wording.Languages[0]);

    private sealed class ShortAnswer(int status, string? fingerprint) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            if (fingerprint is not null)
                httpContext.Response.Headers.ETag = $"\"{fingerprint}\"";
            return Task.CompletedTask;
        }
    }

    private sealed class PrivatePage(string html, string policy, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ContentSecurityPolicy = policy;
            return Results.Content(html, "text/html; charset=utf-8", statusCode: status).ExecuteAsync(httpContext);
        }
    }

    private sealed class PrivateFile(byte[] content, string mediaType, string? name) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (mediaType.StartsWith("text/html", StringComparison.Ordinal))
                httpContext.Response.Headers.ContentSecurityPolicy = PageStyle.ContentSecurityPolicy;
            return Results.File(content, mediaType, name).ExecuteAsync(httpContext);
        }
    }

    private sealed class RedirectAfterPost(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
