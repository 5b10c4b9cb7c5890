using FollowUpFunctions.Mail;

namespace LocalHost.Demo.People;

/// <summary>
/// Rings when the app's mail provider has delivered something, so that people look at their mail only then. It carries nothing: what came they
/// find in the mailbox.
/// </summary>
internal sealed class Doorbell(IMailProvider provider, Action ring) : IMailProvider
{
    public int AtOnce => provider.AtOnce;

    public TimeSpan Patience => provider.Patience;

    public async Task<IReadOnlyList<MailOutcome>> SendAsync(IReadOnlyList<OutgoingMail> mails, CancellationToken cancellation)
    {
        try
        {
            return await provider.SendAsync(mails, cancellation);
        }
        finally
        {
            ring();
        }
    }

    public Task<bool?> WasAcceptedAsync(MailKey key, CancellationToken cancellation) => provider.WasAcceptedAsync(key, cancellation);
}
