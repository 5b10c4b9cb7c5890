using FollowUpFunctions.Configuration;
using FollowUpFunctions.Telemetry;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace FollowUpFunctions.Mail;

/// <summary>Sends by a mail server (RFC 5321), one connection for some mails, one after the other.</summary>
public sealed partial class SmtpMail(MailMessages messages, FollowUpOptions options, ILogger<SmtpMail> logger) : IMailProvider
{
    private const int PermanentFailure = 500;

    public int AtOnce => 50;

    /// <summary>Nobody tells what became of a mail that was cut off; until then whoever hands it over may still be at it.</summary>
    public TimeSpan Patience => TimeSpan.FromMinutes(10);

    public Task<bool?> WasAcceptedAsync(MailKey key, CancellationToken cancellation) => Task.FromResult<bool?>(null);

    public async Task<IReadOnlyList<MailOutcome>> SendAsync(IReadOnlyList<OutgoingMail> mails, CancellationToken cancellation)
    {
        MailOutcome[] outcomes = new MailOutcome[mails.Count];
        Array.Fill(outcomes, MailOutcome.Returned);
        using SmtpClient client = new() { Timeout = (int)options.Smtp.Timeout.TotalMilliseconds };
        if (!await ConnectAsync(client, cancellation))
            return outcomes;
        for (int n = 0; n < mails.Count && client.IsConnected; n++)
            outcomes[n] = await SendAsync(client, mails[n], cancellation);
        if (client.IsConnected)
            await DisconnectAsync(client);
        return outcomes;
    }

    private async Task<bool> ConnectAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.ConnectAsync(options.Smtp.Host, options.Smtp.Port, Security(options.Smtp.Security), cancellation);
            if (options.Smtp.User.Length > 0)
                await client.AuthenticateAsync(options.Smtp.User, options.Smtp.Password, cancellation);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Log.NotConnected(logger, options.Smtp.Host, e);
            return false;
        }
    }

    private async Task<MailOutcome> SendAsync(SmtpClient client, OutgoingMail mail, CancellationToken cancellation)
    {
        using MimeMessage message = messages.Of(mail);
        try
        {
            await client.SendAsync(message, cancellation);
            return MailOutcome.Accepted;
        }
        catch (SmtpCommandException e) when (e.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)e.StatusCode >= PermanentFailure)
        {
            return MailOutcome.Bounced;
        }
        catch (Exception e) when (e is SmtpCommandException or ServiceNotAuthenticatedException)
        {
            Log.Refused(logger, mail.Key, e);
            return MailOutcome.Returned;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // The mail may have been taken just before the answer was lost. The connection is of no more use.
            Log.CutOff(logger, mail.Key, e);
            await DisconnectAsync(client, quit: false);
            return MailOutcome.Unknown;
        }
    }

    // Each mail has its outcome by now: a server that hangs up first is no failure.
    private static async Task DisconnectAsync(SmtpClient client, bool quit = true)
    {
        try
        {
            await client.DisconnectAsync(quit);
        }
        catch (Exception e) when (e is IOException or ProtocolException or CommandException or OperationCanceledException)
        {
        }
    }

    private static SecureSocketOptions Security(string name) => name switch
    {
        "none" => SecureSocketOptions.None,
        "tls" => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, EventName = Alerts.MailFailed, Level = LogLevel.Error, Message = "The mail server {Host} can't be used; mails will be sent later. Look at Mail:Smtp.")]
        public static partial void NotConnected(ILogger logger, string host, Exception exception);

        [LoggerMessage(EventId = 2, EventName = Alerts.MailFailed, Level = LogLevel.Warning, Message = "The mail server did not take {Mail}; it will be sent later.")]
        public static partial void Refused(ILogger logger, MailKey mail, Exception exception);

        [LoggerMessage(3, LogLevel.Warning, "{Mail} was cut off: the mail server may have taken it.")]
        public static partial void CutOff(ILogger logger, MailKey mail, Exception exception);
    }
}
