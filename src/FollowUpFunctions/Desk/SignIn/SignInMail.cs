using System.Globalization;
using Azure.Storage.Blobs.Models;
using FollowUp.Domain.Cycles;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Telemetry;
using Microsoft.Extensions.Logging;

namespace FollowUpFunctions.Desk.SignIn;

/// <summary>
/// Mails sign-in links. Not through the outbox: the mail belongs to no cycle, is worthless after minutes, and whoever waits for one that is lost asks for
/// another.
/// </summary>
public sealed partial class SignInMail(
    Coordinators coordinators, SignInLinks links, IMailProvider provider, MailRenderer renderer, AppStorage storage, FollowUpOptions options, ILogger<SignInMail> logger)
{
    // No slug: no cycle has this name, and news of such a mail are about none.
    private const string Folder = "Desk";

    /// <summary>Mails a link to a coordinator; does nothing for anybody else.</summary>
    /// <param name="language">Of the page, for those whose language is not on record.</param>
    /// <param name="back">The address of the desk to come back to, or null.</param>
    public async Task SendAsync(string email, string language, string? back, CancellationToken cancellation)
    {
        if (await coordinators.FindAsync(email, cancellation) is not { } known)
            return;
        if (known.Language.Length > 0)
            language = known.Language;
        NewSignInLink link = await links.MakeAsync(known.Email, language, cancellation);
        string address = $"{options.BaseUrl}/desk/{link.Path}{(back is null ? "" : $"?{WayBack.Field}={Uri.EscapeDataString(back)}")}";
        MailTemplate mail = await renderer.TemplateAsync(new SignInLetter(language, known.Name, address, (int)SignInLinks.Lifetime.TotalMinutes).Write());
        await HandOverAsync(new(Key(link), known.Email, mail, MailPerson.Named(known.Name)), cancellation);
    }

    /// <summary>Deletes the mails of a test installation whose links are over.</summary>
    public async Task SweepAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await foreach (BlobItem mail in storage.Pickup.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{Folder}/", cancellation))
        {
            if (mail.Name.Split('~') is [_, _, string ends, _] && long.TryParse(ends, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
                && DateTimeOffset.FromUnixTimeSeconds(seconds) < now)
            {
                await storage.Pickup.DeleteBlobIfExistsAsync(mail.Name, cancellationToken: cancellation);
            }
        }
    }

    private static MailKey Key(NewSignInLink link) => new(
        new(Folder, "sign-in", Contact.CoordinatorPrefix), string.Create(CultureInfo.InvariantCulture, $"sign-in~link~{link.Ends.ToUnixTimeSeconds()}~{link.Id}"), Generation: 1);

    // Whoever asked is told the same whatever came of it: else failures would tell who is a coordinator.
    private async Task HandOverAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        try
        {
            MailOutcome outcome = (await provider.SendAsync([mail], cancellation))[0];
            if (outcome != MailOutcome.Accepted)
                Log.NotSent(logger, outcome, null);
        }
#pragma warning disable CA1031 // Whatever a provider throws means that nothing is known of the mail.
        catch (Exception e) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.NotSent(logger, MailOutcome.Unknown, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, EventName = Alerts.MailFailed, Level = LogLevel.Error, Message = "A sign-in link was not mailed ({Outcome}); the coordinator must ask for another. Look at the mail settings.")]
        public static partial void NotSent(ILogger logger, MailOutcome outcome, Exception? exception);
    }
}
