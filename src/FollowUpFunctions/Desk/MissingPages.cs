using FollowUp.Pages;
using FollowUp.Pages.Messages;
using FollowUpFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUpFunctions.Desk;

/// <summary>The desk's page for what is not there. What is not for this coordinator is answered the same.</summary>
internal static class MissingPages
{
    /// <param name="back">Where its link leads; to the desk's first page where it is left out.</param>
    public static Task<IResult> MissingAsync(this PageResults results, DeskVisit visit, string? back = null) =>
        results.PageAsync(new MessagePageModel(PageFrame.Unknown(visit.Language), MessageKind.NotFound, Link: back ?? visit.Root));
}
