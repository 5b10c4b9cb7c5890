using System.Text;
using FollowUpFunctions.Mail.Events;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Infrastructure.SendGrid;

namespace FollowUpFunctions.Tests.Mail;

public sealed class MailEventTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_SendGrid_has_signed_lately_counts()
    {
        await using OutboxBench bench = await SentAsync();
        DateTimeOffset now = bench.App.Host.Clock.GetUtcNow();
        string told = $"[{bench.Server.Event("bounce", bench.Server.Delivered[0], now).ToJsonString()}]";
        await using SendGridServer another = await SendGridServer.StartAsync();

        using HttpRequestMessage tampered = bench.Server.Notice(now, told);
        tampered.Content = new StringContent(told.Replace("bounce", "dropped", StringComparison.Ordinal), Encoding.UTF8, "application/json");
        using HttpRequestMessage unsigned = new(HttpMethod.Post, "mail/events") { Content = new StringContent(told) };
        using HttpRequestMessage otherTime = bench.Server.Notice(now, told);
        otherTime.Headers.Remove(EventSignature.Timestamp);
        otherTime.Headers.Add(EventSignature.Timestamp, $"{now.ToUnixTimeSeconds() + 1}");
        using HttpRequestMessage nonsense = bench.Server.Notice(now, told);
        nonsense.Headers.Remove(EventSignature.Signature);
        nonsense.Headers.Add(EventSignature.Signature, "not base64!");
        using HttpRequestMessage large = bench.Server.Notice(now, $"[{new string(' ', 3_000_001)}]");

        Assert.Equal(403, await bench.NoticeAsync(tampered));
        Assert.Equal(403, await bench.NoticeAsync(unsigned));
        Assert.Equal(403, await bench.NoticeAsync(otherTime));
        Assert.Equal(403, await bench.NoticeAsync(nonsense));
        Assert.Equal(403, await bench.NoticeAsync(another.Notice(now, told)));
        Assert.Equal(403, await bench.NoticeAsync(bench.Server.Notice(now.AddHours(-26), told)));
        Assert.Equal(403, await bench.NoticeAsync(bench.Server.Notice(now.AddHours(1), told)));
        Assert.Equal(413, await bench.NoticeAsync(large));
        Assert.Equal(400, await bench.NoticeAsync(bench.Server.Notice(now, "{}")));
        Assert.Equal(400, await bench.NoticeAsync(bench.Server.Notice(now, "nothing")));
        Assert.All(await bench.InvitationsAsync(), i => Assert.Null(i.Bounced));

        Assert.Equal(204, await bench.NoticeAsync(bench.Server.Notice(now.AddHours(-20), told)));
        Assert.Single(await bench.InvitationsAsync(), i => i.Bounced is not null);
    }

    [Fact]
    public async Task Without_SendGrid_there_is_no_such_page()
    {
        await using TestApp app = await TestApp.StartAsync(azurite, new() { Functions = [typeof(MailEventEndpoints)] });
        await using SendGridServer server = await SendGridServer.StartAsync();

        using HttpResponseMessage response = await app.Anybody.SendAsync(server.Notice(app.Host.Clock.GetUtcNow(), "[]"), Cancellation);

        Assert.Equal(404, (int)response.StatusCode);
    }

    [Fact]
    public async Task In_whatever_order_and_however_often_events_come_the_end_is_the_same()
    {
        await using OutboxBench bench = await SentAsync();
        DateTimeOffset at = bench.App.Host.Clock.GetUtcNow();
        DeliveredMail mail = bench.Server.Delivered[0];
        System.Text.Json.Nodes.JsonObject[] told =
        [
            bench.Server.Event("bounce", mail, at.AddSeconds(9), "b"), bench.Server.Event("delivered", mail, at.AddSeconds(5), "d"), bench.Server.Event("open", mail, at.AddSeconds(8), "o"),
            bench.Server.Event("processed", mail, at.AddSeconds(1), "p"), bench.Server.Event("deferred", mail, at.AddSeconds(2), "q"),
        ];

        foreach (int[] order in new[] { new[] { 0, 1 }, [2, 1, 0], [4, 3], [0, 0, 0], [1, 2, 3, 4, 0] })
            Assert.Equal(204, await bench.NoticeAsync(bench.Server.Notice(at, [.. order.Select(n => told[n].DeepClone().AsObject())])));

        OutboxMail row = (await bench.RowsAsync()).Values.Single(m => mail.Key.EndsWith(m.Key, StringComparison.Ordinal));
        Assert.Equal((at.AddSeconds(5), at.AddSeconds(9)), (row.Delivered, row.Bounced));
        JournalEntry entry = Assert.Single(await bench.JournalAsync(JournalEvents.MailBounced));
        Assert.Equal(at.AddSeconds(9), entry.At);
        Assert.Equal(at.AddSeconds(9), Assert.Single(await bench.InvitationsAsync(), i => i.Bounced is not null).Bounced);
    }

    [Theory]
    [InlineData("bounce")]
    [InlineData("dropped")]
    public async Task An_address_that_bounced_gets_no_more_mail_in_any_round(string kind)
    {
        await using OutboxBench bench = await SentAsync();

        await StopFirstAndWriteToAllAsync(bench, kind, FollowUp.Pages.Mail.MailKind.Invitation);

        Assert.Equal((3, 3, 1), Copies(bench));
        Assert.Equal("who-0001", Assert.Single(await bench.InvitationsAsync("responsibility"), i => i.Bounced is not null).Who);
        FollowUpFunctions.Mail.BouncedContact listed = Assert.Single(await bench.App.Service<FollowUpFunctions.Mail.BounceList>().ReadAsync(bench.Cycle, Cancellation));
        Assert.Equal(("who-0001", kind), (listed.Who, listed.Reason));
        Assert.Equal(["consultation", "responsibility"], listed.Rounds.Order());
    }

    [Theory]
    [InlineData("spamreport")]
    [InlineData("unsubscribe")]
    public async Task Who_complains_gets_no_more_mail_in_any_round(string kind)
    {
        await using OutboxBench bench = await SentAsync();

        await StopFirstAndWriteToAllAsync(bench, kind, FollowUp.Pages.Mail.MailKind.Reminder);

        Assert.Equal((3, 3, 1), Copies(bench));
        Assert.Equal("who-0001", Assert.Single(await bench.InvitationsAsync("responsibility"), i => i.Unsubscribed is not null).Who);
        Assert.Single(await bench.JournalAsync(JournalEvents.Unsubscribed));
    }

    [Fact]
    public async Task Events_of_mails_that_are_not_ours_are_passed_over()
    {
        await using OutboxBench bench = await SentAsync();
        DateTimeOffset now = bench.App.Host.Clock.GetUtcNow();
        DeliveredMail mail = bench.Server.Delivered[0];
        string[] keys = ["", "x", "elsewhere/consultation~invitation~001~0000aaaaaaaaaa", $"{mail.Key}~g7", $"{mail.Key}~gx", mail.Key.Replace("0000", "9999", StringComparison.Ordinal), "../../x~y~z~w"];

        foreach (string key in keys)
            Assert.Equal(204, await bench.NoticeAsync(bench.Server.Notice(now, bench.Server.Event("bounce", mail with { Key = key }, now))));

        Assert.All(await bench.InvitationsAsync(), i => Assert.Null(i.Bounced));
    }

    private static (int, int, int) Copies(OutboxBench bench) =>
        (bench.Server.Delivered.Count(m => m.To == "who-0@example.org"), bench.Server.Delivered.Count(m => m.To == "who-2@example.org"), bench.Server.Delivered.Count(m => m.To == "who-1@example.org"));

    /// <summary>What SendGrid tells of the first of three people, then mails of another round and of none to all of them.</summary>
    private static async Task StopFirstAndWriteToAllAsync(OutboxBench bench, string told, FollowUp.Pages.Mail.MailKind then)
    {
        await bench.OpenRoundAsync("responsibility", OutboxBench.People(3));
        DateTimeOffset now = bench.App.Host.Clock.GetUtcNow();
        await bench.NoticeAsync(bench.Server.Notice(now, bench.Server.Event(told, bench.Server.Delivered.Single(m => m.To == "who-1@example.org"), now)));

        await bench.App.Service<FollowUpFunctions.Mail.Outbox>().SendAsync(
            new(new(bench.Cycle, "responsibility", 0), then, 1), await bench.InvitationsAsync("responsibility"), Cancellation);
        await bench.SendAsync(bench.Batch(FollowUp.Pages.Mail.MailKind.PlanPublished));
    }

    private async Task<OutboxBench> SentAsync()
    {
        OutboxBench bench = await OutboxBench.StartAsync(azurite, OutboxBench.People(3));
        await bench.SendAsync();
        return bench;
    }
}
