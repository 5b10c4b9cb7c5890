using FollowUpFunctions.Configuration;
using FollowUpFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Mail.Events;

/// <summary>Where SendGrid's event webhook posts. It needs no key: what it is told counts by its signature alone.</summary>
public sealed class MailEventEndpoints(MailEvents events, FollowUpOptions options, TimeProvider clock)
{
    private const string Body = "events";

    /// <summary>SendGrid sends batches of less than a megabyte.</summary>
    private const int MostBytes = 3_000_000;

    [Function(nameof(TakeMailEvents))]
    public async Task<IResult> TakeMailEvents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mail/events")] HttpRequest request, CancellationToken cancellation)
    {
        if (options.MailProvider != "sendgrid" || options.SendGrid.WebhookKey.Length == 0)
            return Results.NotFound();
        string? signature = request.Headers[EventSignature.Signature];
        string? timestamp = request.Headers[EventSignature.Timestamp];
        if (signature is null || timestamp is null)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        (Upload? upload, IResult? refused) = await Upload.ReadAsync(request, Body, new Dictionary<string, int> { [Body] = MostBytes }, cancellation);
        if (upload?[Body] is not { } body)
            return refused ?? Results.StatusCode(StatusCodes.Status403Forbidden);
        if (!EventSignature.IsGood(options.SendGrid.WebhookKey, signature, timestamp, body, clock.GetUtcNow()))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (MailEvent.Read(body) is not { } told)
            return Problems.BadInput("", "This is not a list of events: a JSON array is expected.");
        await events.TakeAsync(told, cancellation);
        return Results.NoContent();
    }
}
