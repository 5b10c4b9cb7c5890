using FollowUpFunctions.Mail;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Infrastructure.SendGrid;

namespace FollowUpFunctions.Tests.Mail;

/// <summary>Whatever happens between us and SendGrid, everybody gets the mail, nobody more often than the journal says, and nobody waits for another.</summary>
public sealed class MailFaultTests(AzuriteFixture azurite)
{
    private const int People = 6;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SendGridAnswer.RateLimited, 2)]
    [InlineData(SendGridAnswer.Unavailable, 2)]
    [InlineData(SendGridAnswer.ServerError, 2)]
    public async Task What_was_surely_refused_is_sent_again_at_once(SendGridAnswer answer, int calls)
    {
        await using OutboxBench bench = await OutboxBench.StartAsync(azurite, OutboxBench.People(People));
        bench.Server.Next(answer);

        await bench.SendAsync();

        Assert.Equal((People, calls), (bench.Server.Delivered.Count, bench.Server.Calls));
        Assert.Empty(await bench.OpenBatchesAsync());
        Assert.Empty(await bench.JournalAsync(JournalEvents.MailSentAgain));
    }

    [Fact]
    public async Task What_is_refused_for_longer_is_sent_later_and_once()
    {
        await using OutboxBench bench = await OutboxBench.StartAsync(azurite, OutboxBench.People(People));
        bench.Server.Next(SendGridAnswer.Unauthorised, SendGridAnswer.Unauthorised);

        await bench.SendAsync();
        Assert.Empty(bench.Server.Delivered);
        Assert.Single(await bench.OpenBatchesAsync());
        await bench.SweepAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(1, bench.Server.Calls);
        await bench.SweepAfterAsync(TimeSpan.FromMinutes(5));
        await bench.SweepAfterAsync(TimeSpan.FromMinutes(15));

        Assert.Equal((People, 3), (bench.Server.Delivered.Count, bench.Server.Calls));
        Assert.All(await bench.InvitationsAsync(), i => Assert.NotNull(i.Sent));
        Assert.Empty(await bench.JournalAsync(JournalEvents.MailSentAgain));
        Assert.Empty(await bench.OpenBatchesAsync());
    }

    [Theory]
    [InlineData(SendGridAnswer.CutAfterAcceptance, 2)]
    [InlineData(SendGridAnswer.SilenceAfterAcceptance, 2)]
    [InlineData(SendGridAnswer.GatewayAfterAcceptance, 2)]
    [InlineData(SendGridAnswer.CutBeforeAcceptance, 1)]
    public async Task What_was_cut_off_waits_an_hour_for_news_is_sent_once_more_and_the_journal_says_so(SendGridAnswer answer, int copies)
    {
        await using OutboxBench bench = await OutboxBench.StartAsync(azurite, OutboxBench.People(People));
        bench.Server.Next(answer);

        await bench.SendAsync();
        Assert.Equal(1, bench.Server.Calls);
        Assert.All((await bench.RowsAsync()).Values, m => Assert.False(m.IsSettled));
        await bench.SendAsync();
        await bench.SweepAfterAsync(TimeSpan.FromMinutes(50));
        Assert.Equal(1, bench.Server.Calls);
        await bench.SweepAfterAsync(TimeSpan.FromMinutes(11));
        await bench.SweepAfterAsync(TimeSpan.FromHours(2));

        Assert.Equal((People * copies, 2), (bench.Server.Delivered.Count, bench.Server.Calls));
        Assert.Equal(People, (await bench.JournalAsync(JournalEvents.MailSentAgain)).Count);
        Assert.All(await bench.InvitationsAsync(), i => Assert.NotNull(i.Sent));
        Assert.Empty(await bench.OpenBatchesAsync());
    }

    [Fact]
    public async Task What_its_events_tell_of_in_time_is_not_sent_again()
    {
        await using OutboxBench bench = await OutboxBench.StartAsync(azurite, OutboxBench.People(People));
        bench.Server.Next(SendGridAnswer.CutAfterAcceptance);
        await bench.SendAsync();
        DateTimeOffset now = bench.App.Host.Clock.GetUtcNow();
        Assert.Equal(204, await bench.NoticeAsync(bench.Server.Notice(now, [.. bench.Server.Delivered.Skip(1).Select(m => bench.Server.Event("processed", m, now))])));

        await bench.SweepAfterAsync(TimeSpan.FromHours(2));

        Assert.Equal((People + 1, 2), (bench.Server.Delivered.Count, bench.Server.Calls));
        Assert.EndsWith((await bench.JournalAsync(JournalEvents.MailSentAgain)).Single().Subject, bench.Server.Delivered[0].Key, StringComparison.Ordinal);
        Assert.All(await bench.InvitationsAsync(), i => Assert.NotNull(i.Sent));
    }

    [Fact]
    public async Task What_is_cut_off_again_and_again_is_given_up_and_the_journal_says_so()
    {
        await using OutboxBench bench = await OutboxBench.StartAsync(azurite, OutboxBench.People(1));
        bench.Server.Next(Enumerable.Repeat(SendGridAnswer.CutBeforeAcceptance, 5));

        await bench.SendAsync();
        for (int n = 0; n < 6; n++)
            await bench.SweepAfterAsync(TimeSpan.FromHours(2));

        Assert.Equal(OutboxPlan.MostUnsure, bench.Server.Calls);
        Assert.Single(await bench.JournalAsync(JournalEvents.MailGivenUp));
        Assert.Empty(await bench.OpenBatchesAsync());
    }

    [Fact]
    public async Task Two_who_send_the_same_at_once_send_it_once()
    {
        await using OutboxBench bench = await OutboxBench.StartAsync(azurite, OutboxBench.People(250));

        await Task.WhenAll(bench.SendAsync(), bench.SendAsync(), bench.SendAsync());

        Assert.Equal(250, bench.Server.Delivered.Count);
    }

    /// <summary>The seeds of <see cref="Random"/>: a fault that is found is found again.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_happens_each_gets_it_and_at_most_one_more_for_each_crash(int seed)
    {
        Random random = new(seed);
        int countdown = int.MaxValue;
        int crashes = 0;
        await using OutboxBench bench = await OutboxBench.StartAsync(azurite, OutboxBench.People(People), new()
        {
            Services = new StorageTap(
                before =>
                {
                    if (Interlocked.Decrement(ref countdown) != 0)
                        return Task.CompletedTask;
                    Interlocked.Increment(ref crashes);
                    throw new IOException("The process dies here.");
                },
                _ => Task.CompletedTask).Register,
        });
        for (int round = 1; round <= 6; round++)
        {
            MailBatch batch = bench.Batch(FollowUp.Pages.Mail.MailKind.Reminder, round);
            SendGridAnswer[] answers = [.. Enumerable.Range(0, 2).Select(_ => random.GetItems(Enum.GetValues<SendGridAnswer>(), 1)[0])];
            bench.Server.Next(answers.Where(a => a != SendGridAnswer.SilenceAfterAcceptance));
            int before = bench.Server.Delivered.Count;
            (int cut, crashes) = (answers.Count(a => a is SendGridAnswer.CutAfterAcceptance or SendGridAnswer.GatewayAfterAcceptance), 0);

            countdown = random.Next(1, 30);
            await DyingAsync(() => bench.SendAsync(batch));
            await DyingAsync(() => bench.SendAsync(batch));
            for (int n = 0; n < 8; n++)
                await DyingAsync(() => bench.SweepAfterAsync(TimeSpan.FromHours(1.1)));
            countdown = int.MaxValue;
            await bench.SendAsync(batch);
            for (int n = 0; n < 4; n++)
                await bench.SweepAfterAsync(TimeSpan.FromHours(2));

            string what = $"seed {seed}, round {round}, {string.Join(',', answers)}, {crashes} crashes";
            Assert.True((await bench.OpenBatchesAsync()).Count == 0, what);
            IGrouping<string, DeliveredMail>[] by = [.. bench.Server.Delivered.Skip(before).GroupBy(m => m.Key)];
            Assert.True(by.Length == People, $"{by.Length} of {People} got it: {what}");
            Assert.All(by, mails => Assert.True(mails.Count() <= 1 + cut + crashes, $"{mails.Count()} copies: {what}"));
            int told = (await bench.JournalAsync(JournalEvents.MailSentAgain)).Count(e => e.Subject.StartsWith(batch.Prefix, StringComparison.Ordinal));
            Assert.True(by.Sum(mails => mails.Count() - 1) <= told, $"{told} told of: {what}");
        }
    }

    private static async Task DyingAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (IOException)
        {
        }
    }
}
