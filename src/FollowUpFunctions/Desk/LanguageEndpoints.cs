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
            return PageResults.SeeOther(BackTo(posted.Field(DeskFrame.BackField), visit.Root));
        }, cancellation);

    /// <summary>An address of the desk itself, or its first page: a form may name no other.</summary>
    internal static string BackTo(string? address, string root) =>
        address is not null && (address == root || address.StartsWith($"{root}/", StringComparison.Ordinal))
            && !address.Contains('\\', StringComparison.Ordinal) && !address.Any(char.IsControl) && !address.Contains("//", StringComparison.Ordinal)
            ? address
            : root;
}
