using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using MimeKit;

namespace FollowUpFunctions.Tests.Mail;

public sealed class SmtpTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Everybody_gets_their_own_mail_with_text_html_calendar_entry_and_one_click_to_stop()
    {
        await using SmtpTestServer server = new();
        await using Story story = await OpenAsync(server);

        Assert.Equal(Party.All.Select(p => p.Email).Order(), server.Letters.Select(To).Order());
        foreach (MimeMessage letter in server.Letters)
        {
            Party party = Party.All.Single(p => p.Email == To(letter));
            Assert.Contains(party.Contact, letter.TextBody, StringComparison.Ordinal);
            Assert.Contains(party.Contact, letter.HtmlBody, StringComparison.Ordinal);
            Assert.Contains(letter.BodyParts, p => p.ContentType.IsMimeType("text", "calendar"));
            Assert.Equal("List-Unsubscribe=One-Click", letter.Headers["List-Unsubscribe-Post"]);
        }
    }

    [Fact]
    public async Task A_mailbox_that_the_server_does_not_know_bounces_and_the_others_go_on()
    {
        await using SmtpTestServer server = new();
        server.Unknown.Add(Party.Ngo.Email);
        await using Story story = await OpenAsync(server);

        Assert.Equal(4, server.Letters.Count);
        Assert.Equal((5, 1, 4), (await story.Coordinator.RoundAsync("workshop-invitation")) is var r ? (r.Invited, r.Bounced, r.Outstanding) : default);
        await story.GoToDayAsync(Schedule.Consultation.Opens);
        Assert.DoesNotContain(server.Letters, l => To(l) == Party.Ngo.Email);
    }

    [Fact]
    public async Task A_server_that_is_busy_gets_the_mail_later_and_once()
    {
        await using SmtpTestServer server = new() { Busy = 2 };
        await using Story story = await OpenAsync(server);
        Assert.Equal(3, server.Letters.Count);

        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens + 0.1);

        Assert.Equal(Party.All.Select(p => p.Email).Order(), server.Letters.Select(To).Order());
        Assert.DoesNotContain(await story.Coordinator.JournalAsync(), e => e.Event == JournalEvents.MailSentAgain);
    }

    [Fact]
    public async Task A_server_that_is_down_is_waited_for()
    {
        int port;
        await using (SmtpTestServer gone = new())
            port = gone.Port;
        await using SmtpTestServer server = new();
        await using Story story = await Story.BeginAsync(azurite, options: new()
        {
            PageSize = 10, Settings = new Dictionary<string, string?>(server.Settings) { ["Mail:Smtp:Port"] = $"{port}" },
        });

        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens + 0.1);

        RoundReportIsOpen(await story.Coordinator.RoundAsync("workshop-invitation"));
        Assert.Empty(server.Letters);
        Assert.NotEmpty(await story.App.Service<OpenBatches>().ListAsync(TestContext.Current.CancellationToken));
    }

    private static void RoundReportIsOpen(FollowUpFunctions.Cycles.RoundReport round) => Assert.Equal(("open", 5, 0), (round.State, round.Outstanding, round.Bounced));

    private static string To(MimeMessage letter) => letter.To.Mailboxes.Single().Address;

    private Task<Story> OpenAsync(SmtpTestServer server) =>
        Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens, options: new() { PageSize = 10, Settings = server.Settings });
}
