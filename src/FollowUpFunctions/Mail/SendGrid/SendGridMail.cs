using System.Net;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Telemetry;
using Microsoft.Extensions.Logging;
using Polly.Timeout;
using SendGrid;

namespace FollowUpFunctions.Mail.SendGrid;

/// <summary>
/// Sends by SendGrid's web API. It has no idempotency key: what was surely refused can be sent again, and what was cut off must not be, until its event
/// webhook has had time to tell.
/// </summary>
public sealed partial class SendGridMail(IHttpClientFactory http, FollowUpOptions options, ILogger<SendGridMail> logger) : IMailProvider
{
    public const string HttpClient = "sendgrid";

    private const int CallsAtOnce = 4;
    private readonly SendGridMessages _messages = new(options);

    public int AtOnce => FollowUpOptions.LargestPage;

    public TimeSpan Patience => options.SendGrid.Patience;

    public async Task<IReadOnlyList<MailOutcome>> SendAsync(IReadOnlyList<OutgoingMail> mails, CancellationToken cancellation)
    {
        MailOutcome[] outcomes = new MailOutcome[mails.Count];
        await Parallel.ForEachAsync(
            SendGridCall.Of(mails),
            new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellation },
            async (call, token) => await SendAsync(call, outcomes, token));
        return outcomes;
    }

    public Task<bool?> WasAcceptedAsync(MailKey key, CancellationToken cancellation) => Task.FromResult<bool?>(null);

    private async Task SendAsync(SendGridCall call, MailOutcome[] outcomes, CancellationToken cancellation)
    {
        Response? response = null;
        MailOutcome outcome;
        try
        {
            SendGridClient client = new(http.CreateClient(HttpClient), new SendGridClientOptions { ApiKey = options.SendGrid.Key, Host = options.SendGrid.Url });
            response = await client.SendEmailAsync(_messages.Of(call), cancellation);
            outcome = Meaning(response.StatusCode);
        }
        catch (HttpRequestException e) when (SendGridResilience.IsBeforeSending(e))
        {
            Log.Unreachable(logger, e);
            outcome = MailOutcome.Returned;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutRejectedException
            || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            Log.CutOff(logger, call.Mails.Count, e);
            outcome = MailOutcome.Unknown;
        }

        if (response?.StatusCode == HttpStatusCode.RequestEntityTooLarge && call.Halves is { } halves)
        {
            await SendAsync(halves.First, outcomes, cancellation);
            await SendAsync(halves.Second, outcomes, cancellation);
            return;
        }

        if (response?.StatusCode == HttpStatusCode.BadRequest
            && SendGridErrors.BadAddresses(await response.Body.ReadAsStringAsync(cancellation), call.Mails.Count) is { Count: > 0 } bad)
        {
            foreach (int n in bad)
                outcomes[call.Mails[n].Place] = MailOutcome.Bounced;
            if (bad.Count < call.Mails.Count)
                await SendAsync(call with { Mails = [.. call.Mails.Where((_, n) => !bad.Contains(n))] }, outcomes, cancellation);
            return;
        }

        if (outcome == MailOutcome.Returned && response is not null)
            Log.Refused(logger, call.Mails.Count, (int)response.StatusCode);
        foreach ((int place, _) in call.Mails)
            outcomes[place] = outcome;
    }

    // A gateway that answers in SendGrid's place doesn't know what became of the call.
    private static MailOutcome Meaning(HttpStatusCode status) => status switch
    {
        HttpStatusCode.OK or HttpStatusCode.Accepted => MailOutcome.Accepted,
        HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout => MailOutcome.Unknown,
        _ => MailOutcome.Returned,
    };

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, EventName = Alerts.MailFailed, Level = LogLevel.Error, Message = "SendGrid refused a call of {Mails} mails with status {Status}; they will be sent later. On 401 or 403 look at Mail:SendGridKey.")]
        public static partial void Refused(ILogger logger, int mails, int status);

        [LoggerMessage(EventId = 2, EventName = Alerts.MailFailed, Level = LogLevel.Error, Message = "SendGrid can't be reached; mails will be sent later. Look at Mail:SendGridUrl and the network.")]
        public static partial void Unreachable(ILogger logger, Exception exception);

        [LoggerMessage(3, LogLevel.Warning, "A call of {Mails} mails was cut off: whether SendGrid has taken them its events will tell.")]
        public static partial void CutOff(ILogger logger, int mails, Exception exception);
    }
}
