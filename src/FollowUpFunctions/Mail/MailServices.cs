using FollowUpFunctions.Configuration;
using FollowUpFunctions.Mail.Events;
using FollowUpFunctions.Mail.SendGrid;
using FollowUpFunctions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Mail;

internal static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services, FollowUpOptions options)
    {
        services.AddSingleton<OutboxTable>();
        services.AddSingleton<OpenBatches>();
        services.AddSingleton<StoppedAddresses>();
        services.AddSingleton<MailMessages>();
        services.AddSingleton<MailComposer>();
        services.AddSingleton<Bounces>();
        services.AddSingleton<OptOuts>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<MailSettling>();
        services.AddSingleton<MailEvents>();
        services.AddSingleton<AddressCorrections>();
        services.AddSingleton<BounceList>();
        return options.MailProvider switch
        {
            "sendgrid" => services.AddSendGrid(options.SendGrid),
            "smtp" => services.AddSingleton<IMailProvider, SmtpMail>(),
            _ => services.AddSingleton<IMailProvider, PickupMail>(),
        };
    }

    private static IServiceCollection AddSendGrid(this IServiceCollection services, SendGridOptions options)
    {
        services.AddHttpClient(SendGridMail.HttpClient, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .AddResilienceHandler(SendGridMail.HttpClient, pipeline => SendGridResilience.Configure(pipeline, options));
        return services.AddSingleton<IMailProvider, SendGridMail>();
    }
}
