using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Http;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Advocacy;

/// <summary>Letters for the coordinators to print and post, and for those who were written to.</summary>
public sealed class LetterEndpoints(CyclesTable cycles, FormVisits visits, LetterWriting writing, PageResults results, FollowUpOptions options, TimeProvider clock)
{
    public const string Document = "letter.docx";

    /// <summary>What would be written now and to whom; and where the coalition has no ties, whom it should write to.</summary>
    [Function(nameof(ReadLetters))]
    public async Task<IResult> ReadLetters(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/letters")] HttpRequest request, string cycle, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is not { } state)
            return CycleEndpoints.Unknown(cycle);
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        DateTimeOffset? next = Next(state, clock.GetUtcNow());
        return Results.Json(LettersReports.Of(contents, next, who => $"{options.BaseUrl}/cycles/{cycle}/letters/{who}"), RowDocument.Json);
    }

    /// <summary>One letter as a Word document, in the language of its addressee or in <c>?lang=</c>.</summary>
    [Function(nameof(ReadLetter))]
    public async Task<IResult> ReadLetter(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/letters/{who}")] HttpRequest request,
        string cycle, string who, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is null)
            return CycleEndpoints.Unknown(cycle);
        return await writing.WriteAsync(cycle, who, request.Query["lang"], null, cancellation) is { } letter
            ? Results.File(letter, LetterWriting.Word, $"letter-{who}.docx")
            : Problems.NotFound($"There is nothing to write to {who} now: look at /cycles/{cycle}/letters.");
    }

    /// <summary>The letter behind a personal link, to hand round in an office.</summary>
    [Function(nameof(ReadOwnLetter))]
    public async Task<IResult> ReadOwnLetter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "r/{cycle}/{round}/{invitation}/{token}/" + Document)] HttpRequest request,
        string cycle, string round, string invitation, string token, CancellationToken cancellation)
    {
        if (await visits.OpenAsync(new(cycle, round, invitation, token, request.Query["lang"]), cancellation) is not { } visit || visit.Kind != RoundKinds.Letters)
            return await results.DeadLinkAsync(request);
        return await writing.WriteAsync(cycle, visit.Invitation.Who, visit.Language, visit.Invitation.Asked, cancellation) is { } letter
            ? PageResults.File(letter, LetterWriting.Word, Document)
            : await results.PageAsync(FormPages.NothingToSend(visit));
    }

    /// <summary>A letter that a coordinator was told is ready to send, behind the link of a review.</summary>
    [Function(nameof(ReadLetterToSend))]
    public async Task<IResult> ReadLetterToSend(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "r/{cycle}/{round}/{invitation}/{token}/letters/{who}")] HttpRequest request,
        string cycle, string round, string invitation, string token, string who, CancellationToken cancellation)
    {
        if (await visits.OpenAsync(new(cycle, round, invitation, token, request.Query["lang"]), cancellation) is not { Kind.IsReview: true } visit)
            return await results.DeadLinkAsync(request);
        return await writing.WriteAsync(cycle, who, request.Query["lang"], null, cancellation) is { } letter
            ? PageResults.File(letter, LetterWriting.Word, $"letter-{who}.docx")
            : await results.PageAsync(FormPages.NothingToSend(visit));
    }

    /// <summary>When the next letters go out; null where no more do.</summary>
    internal static DateTimeOffset? Next(CycleState state, DateTimeOffset now)
    {
        if (state is not { EndedAt: null, Settings.Cancelled: null })
            return null;
        for (int number = 1; LetterDates.Window(state.Settings, LetterDates.Round(number)) is { } window; number++)
        {
            if (window.Opens > now)
                return window.Opens;
        }

        return null;
    }
}
