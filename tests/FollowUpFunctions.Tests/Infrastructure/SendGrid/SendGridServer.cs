using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FollowUpFunctions.Tests.Infrastructure.SendGrid;

/// <summary>
/// A server on this machine that holds to SendGrid's published API: <c>POST /v3/mail/send</c>, and the signed event webhook. Where the description
/// leaves something open it is hostile: it puts substitutions in one after the other, again and again.
/// </summary>
public sealed class SendGridServer : IAsyncDisposable
{
    public const string Key = "SG.the-key";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<SendGridAnswer> answers = new();
    private readonly ConcurrentQueue<DeliveredMail> delivered = new();
    private readonly ECDsa signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly CancellationTokenSource closing = new();
    private int calls;
    private int events;

    private SendGridServer(WebApplication app) => this.app = app;

    public string Url => app.Urls.Single();

    /// <summary>Calls that came, also those that were refused.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <summary>What was wrong with calls, if anything.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>The mails taken, in order; in sandbox mode none.</summary>
    public IReadOnlyList<DeliveredMail> Delivered => [.. delivered];

    /// <summary>Bodies of all calls.</summary>
    public ConcurrentQueue<string> Bodies { get; } = new();

    /// <summary>Whether bodies and mails are kept; without it they are only counted.</summary>
    public bool Keeps { get; init; } = true;

    public string WebhookKey => Convert.ToBase64String(signer.ExportSubjectPublicKeyInfo());

    public static async Task<SendGridServer> StartAsync(bool keeps = true)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        SendGridServer server = new(app) { Keeps = keeps };
        app.MapPost("/v3/mail/send", server.SendAsync);
        await app.StartAsync();
        return server;
    }

    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Mail:Provider"] = "sendgrid",
        ["Mail:SendGridKey"] = Key,
        ["Mail:SendGridUrl"] = Url,
        ["Mail:SendGridWebhookKey"] = WebhookKey,
        ["Mail:SendGridTimeout"] = "00:00:02",
    };

    /// <summary>What befalls the next calls, one after the other; then all goes well.</summary>
    public void Next(params IEnumerable<SendGridAnswer> next)
    {
        foreach (SendGridAnswer answer in next)
            answers.Enqueue(answer);
    }

    public JsonObject Event(string kind, DeliveredMail mail, DateTimeOffset at, string? id = null) => new()
    {
        ["event"] = kind,
        ["email"] = mail.To,
        ["timestamp"] = at.ToUnixTimeSeconds(),
        ["sg_event_id"] = id ?? $"event-{Interlocked.Increment(ref events)}",
        ["sg_message_id"] = "14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0",
        ["followup_mail"] = mail.Key,
    };

    /// <summary>A request of the signed event webhook.</summary>
    public HttpRequestMessage Notice(DateTimeOffset at, params JsonObject[] told) => Notice(at, new JsonArray([.. told]).ToJsonString());

    public HttpRequestMessage Notice(DateTimeOffset at, string body)
    {
        string timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signature = signer.SignData(Encoding.UTF8.GetBytes(timestamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return new(HttpMethod.Post, "mail/events")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { { "X-Twilio-Email-Event-Webhook-Signature", Convert.ToBase64String(signature) }, { "X-Twilio-Email-Event-Webhook-Timestamp", timestamp } },
        };
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await app.DisposeAsync();
        signer.Dispose();
        closing.Dispose();
    }

    private async Task SendAsync(HttpContext context)
    {
        int call = Interlocked.Increment(ref calls);
        SendGridAnswer answer = answers.TryDequeue(out SendGridAnswer next) ? next : SendGridAnswer.Ordinary;
        using StreamReader reader = new(context.Request.Body);
        string body = await reader.ReadToEndAsync(context.RequestAborted);
        if (Keeps)
            Bodies.Enqueue(body);
        if (context.Request.Headers.Authorization != $"Bearer {Key}" || answer == SendGridAnswer.Unauthorised)
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, ("", "The provided authorization grant is invalid, expired, or revoked"));
        else if (context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true)
            await RefuseAsync(context, StatusCodes.Status415UnsupportedMediaType, ("", "Content-Type should be application/json."));
        else if (body.Length > 30_000_000 || answer == SendGridAnswer.TooLarge)
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, ("", "Content length too large."));
        else if (answer is SendGridAnswer.RateLimited or SendGridAnswer.Unavailable or SendGridAnswer.ServerError)
            await RefuseAsync(context, answer);
        else if (answer == SendGridAnswer.CutBeforeAcceptance)
            context.Abort();
        else
            await TakeAsync(context, JsonNode.Parse(body)!, call, answer);
    }

    private async Task TakeAsync(HttpContext context, JsonNode body, int call, SendGridAnswer answer)
    {
        (string, string)[] faults = [.. SendGridRules.Faults(body)];
        if (faults.Length > 0)
        {
            Complaints.Enqueue(string.Join("; ", faults));
            await RefuseAsync(context, StatusCodes.Status400BadRequest, faults);
            return;
        }

        bool sandbox = (bool?)body["mail_settings"]?["sandbox_mode"]?["enable"] == true;
        foreach (JsonNode? person in sandbox || !Keeps ? [] : body["personalizations"]!.AsArray())
            delivered.Enqueue(Filled(body, person!, call));
        switch (answer)
        {
            case SendGridAnswer.CutAfterAcceptance:
                context.Abort();
                break;
            case SendGridAnswer.SilenceAfterAcceptance:
                using (CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing.Token))
                    await Task.Delay(Timeout.Infinite, either.Token).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            case SendGridAnswer.GatewayAfterAcceptance:
                context.Response.StatusCode = StatusCodes.Status502BadGateway;
                break;
            default:
                context.Response.Headers["X-Message-Id"] = $"message-{call}";
                context.Response.StatusCode = sandbox ? StatusCodes.Status200OK : StatusCodes.Status202Accepted;
                break;
        }
    }

    private static Task RefuseAsync(HttpContext context, SendGridAnswer answer)
    {
        if (answer == SendGridAnswer.RateLimited)
            context.Response.Headers["X-RateLimit-Reset"] = DateTimeOffset.UtcNow.AddSeconds(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        else if (answer == SendGridAnswer.Unavailable)
            context.Response.Headers.RetryAfter = "0";
        return RefuseAsync(
            context,
            answer switch
            {
                SendGridAnswer.RateLimited => StatusCodes.Status429TooManyRequests,
                SendGridAnswer.Unavailable => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            },
            ("", "too many requests, or none at all"));
    }

    private static Task RefuseAsync(HttpContext context, int status, params (string Field, string Message)[] errors)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { errors = errors.Select(e => new { message = e.Message, field = e.Field.Length == 0 ? null : e.Field, help = (string?)null }) });
    }

    private static DeliveredMail Filled(JsonNode call, JsonNode person, int number)
    {
        KeyValuePair<string, JsonNode?>[] substitutions = [.. person["substitutions"]?.AsObject() ?? []];
        return new(
            (string)person["to"]![0]!["email"]!,
            (string?)person["to"]![0]!["name"] ?? "",
            Fill((string)call["subject"]!),
            Fill(Content("text/html")),
            Fill(Content("text/plain")),
            (person["headers"]?.AsObject() ?? []).ToDictionary(h => h.Key, h => (string)h.Value!),
            (string)person["custom_args"]!["followup_mail"]!,
            (string?)call["attachments"]?[0]!["content"] is { } attached ? Encoding.UTF8.GetString(Convert.FromBase64String(attached)) : null,
            number);

        string Content(string type) => (string)call["content"]!.AsArray().Single(c => (string)c!["type"]! == type)!["value"]!;

        string Fill(string text)
        {
            foreach ((string tag, JsonNode? value) in substitutions.Concat(substitutions.Reverse()))
                text = text.Replace(tag, (string)value!, StringComparison.Ordinal);
            return text;
        }
    }
}
