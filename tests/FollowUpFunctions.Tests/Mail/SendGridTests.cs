using FollowUp.Domain.Cycles;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Infrastructure.SendGrid;

namespace FollowUpFunctions.Tests.Mail;

public sealed class SendGridTests(AzuriteFixture azurite)
{
    private static readonly string[] names =
    [
        "Sok Dara", "-fill0-Name-html-", "-fill0-Link-text-", "fill0-", "fillin0xName", "https://fillin0xlink.invalid", "{name} {{name}} <%name%>", "%name% $1 \\1 [Unsubscribe]",
        "<b onclick=\"x\">O'Neil & Söhne</b>", "សុខ ដារ៉ា", "دارا", "😀 Dara", "a\tb\u00A0c", "-fill1-Organisation-text-",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_call_a_language_and_everybody_reads_what_they_would_have_read_alone()
    {
        string[] languages = ["en", "fr", "km"];
        Stakeholder[] people =
        [
            .. names.SelectMany((name, n) => languages.Select((l, m) => OutboxBench.Somebody((10 * n) + m, name, names[^(n + 1)], language: l))),
        ];
        await using OutboxBench bench = await OutboxBench.StartAsync(azurite, people);

        await bench.SendAsync();

        Assert.Empty(bench.Server.Complaints);
        Assert.Equal(languages.Length, bench.Server.Calls);
        IReadOnlyList<OutgoingMail> alone = await bench.App.Service<MailComposer>().ComposeAsync(bench.Batch(), await bench.InvitationsAsync(), Cancellation);
        Assert.Equal(people.Length, bench.Server.Delivered.Count);
        foreach (DeliveredMail mail in bench.Server.Delivered)
        {
            OutgoingMail same = alone.Single(m => m.Key.ToString() == mail.Key);
            Assert.Equal(same.Filled(), new RenderedMail(mail.Subject, mail.Html, mail.Text));
            Assert.Equal((same.To, same.Person.Name), (mail.To, mail.ToName));
            Assert.Equal($"<{same.Person.Unsubscribe}>", mail.Headers["List-Unsubscribe"]);
            Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        }

        Assert.All(await bench.InvitationsAsync(), i => Assert.NotNull(i.Sent));
        Assert.Empty(await bench.OpenBatchesAsync());
    }

    [Fact]
    public async Task Nobody_is_followed_and_nothing_personal_stands_where_SendGrid_counts()
    {
        await using OutboxBench bench = await OutboxBench.StartAsync(azurite, OutboxBench.People(3));

        await bench.SendAsync();

        string body = Assert.Single(bench.Server.Bodies);
        Assert.Contains("\"click_tracking\":{\"enable\":false", body, StringComparison.Ordinal);
        Assert.Contains("\"open_tracking\":{\"enable\":false", body, StringComparison.Ordinal);
        Assert.Contains("\"subscription_tracking\":{\"enable\":false", body, StringComparison.Ordinal);
        Assert.DoesNotContain("categories", body, StringComparison.Ordinal);
        Assert.All(bench.Server.Delivered, m => Assert.Matches($"^{bench.Cycle}/consultation~invitation~001~0000[a-z2-9]{{10}}$", m.Key));
    }

    [Fact]
    public async Task Two_invitations_to_one_address_go_in_two_calls()
    {
        Stakeholder[] people = [.. Enumerable.Range(0, 4).Select(n => OutboxBench.Somebody(n, email: n % 2 == 0 ? $"who-{n}@example.org" : n == 1 ? "Shared@example.org" : "shared@example.org"))];
        await using OutboxBench bench = await OutboxBench.StartAsync(azurite, people);

        await bench.SendAsync();

        Assert.Empty(bench.Server.Complaints);
        Assert.Equal((4, 2), (bench.Server.Delivered.Count, bench.Server.Calls));
    }

    [Fact]
    public async Task An_address_that_SendGrid_takes_for_none_bounces_and_holds_nobody_up()
    {
        await using OutboxBench bench = await OutboxBench.StartAsync(azurite, [OutboxBench.Somebody(0), OutboxBench.Somebody(1, email: "who@nowhere.invalid"), OutboxBench.Somebody(2)]);

        await bench.SendAsync();

        Assert.Equal(["who-0@example.org", "who-2@example.org"], bench.Server.Delivered.Select(m => m.To).Order());
        Assert.Equal("who-0001", Assert.Single(await bench.InvitationsAsync(), i => i.Bounced is not null).Who);
        Assert.Single(await bench.JournalAsync(JournalEvents.MailBounced));
        Assert.Empty(await bench.OpenBatchesAsync());
    }

    [Fact]
    public async Task A_call_that_is_too_large_is_sent_in_halves()
    {
        await using OutboxBench bench = await OutboxBench.StartAsync(azurite, OutboxBench.People(8));
        bench.Server.Next(SendGridAnswer.TooLarge);

        await bench.SendAsync();

        Assert.Equal((8, 3), (bench.Server.Delivered.Count, bench.Server.Calls));
    }

    [Fact]
    public async Task In_sandbox_mode_all_is_checked_and_nothing_delivered()
    {
        await using OutboxBench bench = await OutboxBench.StartAsync(azurite, OutboxBench.People(3), null, ("Mail:SendGridSandbox", "true"));

        await bench.SendAsync();

        Assert.Equal((1, 0), (bench.Server.Calls, bench.Server.Delivered.Count));
        Assert.All(await bench.InvitationsAsync(), i => Assert.NotNull(i.Sent));
    }

    [Fact]
    public async Task An_invitation_to_a_meeting_goes_alone_with_its_calendar_entry()
    {
        await using SendGridServer server = await SendGridServer.StartAsync();
        await using Story story = await Story.BeginAsync(azurite, options: new() { Settings = server.Settings, PageSize = 10 });

        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens);

        Assert.Empty(server.Complaints);
        Assert.Equal((5, 5), (server.Calls, server.Delivered.Count));
        Assert.All(server.Delivered, m => Assert.Contains("METHOD:REQUEST", m.Attachment!, StringComparison.Ordinal));
        Assert.All(server.Delivered, m => Assert.DoesNotContain("fill", m.Text, StringComparison.Ordinal));
    }
}
