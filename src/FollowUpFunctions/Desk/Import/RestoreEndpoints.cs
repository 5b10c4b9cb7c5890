using System.Security.Cryptography;
using System.Text;
using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Import;
using FollowUp.Pages.Messages;
using FollowUpFunctions.Http;
using FollowUpFunctions.Keeping.Archives;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace FollowUpFunctions.Desk.Import;

/// <summary>
/// A cycle restored from its archive, for coordinators of the installation. An archive is larger than other forms may be: it goes from the request into a
/// file, once the form's key, which stands before it, was found to be the session's own.
/// </summary>
public sealed class RestoreEndpoints(DeskDoor door, ArchiveRestoring restoring, PageResults results)
{
    private const int LargestField = 1_000;

    [Function(nameof(ShowRestoring))]
    public Task<IResult> ShowRestoring(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/restore")] HttpRequest request, CancellationToken cancellation) =>
        door.ShowAsync(request, visit => visit.SeesAll ? results.PageAsync(new RestoreModel(visit.Frame(), null)) : UnknownAsync(visit, MessageKind.NotFound), cancellation);

    [Function(nameof(RestoreAtDesk))]
    public Task<IResult> RestoreAtDesk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/restore")] HttpRequest request, CancellationToken cancellation) =>
        door.ShowAsync(
            request,
            async visit =>
            {
                if (!visit.SeesAll)
                    return await UnknownAsync(visit, MessageKind.NotFound);
                await using FileStream file = TemporaryFile.Open();
                try
                {
                    return await ReceiveAsync(request, visit, file, cancellation)
                        ? await RestoreAsync(visit, file, cancellation)
                        : await UnknownAsync(visit, MessageKind.FormNotOurs);
                }
                catch (Exception e) when (e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or IOException or InvalidDataException)
                {
                    return await results.TooLargeAsync(request);
                }
            },
            cancellation);

    private async Task<IResult> RestoreAsync(DeskVisit visit, FileStream file, CancellationToken cancellation)
    {
        Wording text = Wording.For(visit.Language);
        if (file.Length == 0)
            return await results.PageAsync(new RestoreModel(visit.Frame(), text["begin.missing.file"]));
        RestoringAnswer answer = await restoring.RestoreAsync(file, cancellation);
        return answer.Problem is { } problem ? await results.PageAsync(new RestoreModel(visit.Frame(), problem.Message))
            : answer.Restored is null ? await results.PageAsync(new RestoreModel(visit.Frame(), text.Format("restore.in-use", ("id", answer.Cycle!))))
            : PageResults.SeeOther($"{visit.Address(answer.Cycle!)}?done=restored");
    }

    /// <returns>False where the form is not one of this session's.</returns>
    private static async Task<bool> ReceiveAsync(HttpRequest request, DeskVisit visit, FileStream file, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
            return false;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = ArchiveEndpoints.LargestArchive + 1_000_000;
        MultipartReader reader = new(boundary, request.Body);
        bool ours = false;
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            string? name = section.GetContentDispositionHeader()?.Name.Value;
            if (name == DeskFrame.FormKeyField)
                ours = await IsKeyAsync(section.Body, visit.FormKey, cancellation);
            else if (!ours)
                return false;
            else if (name == RestoreModel.File)
                await section.Body.CopyToAsync(file, cancellation);
        }

        file.Position = 0;
        return ours;
    }

    private static async Task<bool> IsKeyAsync(Stream sent, string key, CancellationToken cancellation)
    {
        byte[] bytes = new byte[LargestField];
        int read = await sent.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, read), Encoding.UTF8.GetBytes(key));
    }

    private Task<IResult> UnknownAsync(DeskVisit visit, MessageKind kind) => results.PageAsync(
        new MessagePageModel(PageFrame.Unknown(visit.Language), kind, Link: visit.Root),
        kind == MessageKind.FormNotOurs ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
}
