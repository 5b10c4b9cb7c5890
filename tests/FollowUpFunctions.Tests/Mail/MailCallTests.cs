using FollowUpFunctions.Mail;
using FollowUpFunctions.Mail.SendGrid;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Mail;

/// <summary>What many mails cost in calls; <c>dotnet run --project tests/Benchmarks -- mail</c> measures how long they take.</summary>
public sealed class MailCallTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_page_of_2500_in_three_languages_takes_at_most_five_calls_however_they_are_mixed()
    {
        await using OutboxBench bench = await OutboxBench.StartAsync(azurite, [OutboxBench.Somebody(0, language: "en"), OutboxBench.Somebody(1, language: "fr"), OutboxBench.Somebody(2, language: "km")]);
        OutgoingMail[] one = [.. await bench.App.Service<MailComposer>().ComposeAsync(bench.Batch(), await bench.InvitationsAsync(), TestContext.Current.CancellationToken)];

        foreach ((int english, int french) in new[] { (2_500, 0), (1_001, 1_001), (834, 833), (1, 1), (1_250, 625), (2_001, 498) })
        {
            int[] counts = [english, french, 2_500 - english - french];
            OutgoingMail[] page = [.. counts.SelectMany((count, l) => Enumerable.Range(0, count).Select(n => one[l] with { To = $"{l}-{n}@example.org" }))];

            IReadOnlyList<SendGridCall> calls = SendGridCall.Of(page);

            Assert.InRange(calls.Count, 1, 5);
            Assert.Equal(Enumerable.Range(0, 2_500), calls.SelectMany(c => c.Mails.Select(m => m.Place)).Order());
        }
    }
}
