using FollowUp.Pages.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Builders;

internal static class Rendering
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddFollowUpPages().BuildServiceProvider();

    public static PageRenderer Pages => Services.GetRequiredService<PageRenderer>();

    public static MailRenderer Mails => Services.GetRequiredService<MailRenderer>();
}
