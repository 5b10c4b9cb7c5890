using System.Text.Json;
using FollowUp.Domain.Plans;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

public sealed class CoSigningTests(AzuriteFixture azurite)
{
    private static readonly (string, string)[] _promised =
    [
        ("action@11", "Print the observations"), ("organisation@11", "Rights Without Frontiers"), ("co-signers@11", "Ministry of Children"), ("co-signers@11", "Village teachers"),
        ("another@11", "yes"), ("action-2", "Read them on the radio"), ("organisation-2", "Ministry of Children"), ("co-signers-2", "Youth Council"),
    ];

    [Fact]
    public async Task Who_is_named_reads_what_was_promised_in_their_name_and_says_whether_it_is_right()
    {
        await using Story story = await Workshop.InvitedAsync(azurite, Party.International);
        await story.CommitAsync(_promised);

        Person ministry = story.Person(Party.Ministry);
        WebPage page = await ministry.OpenAsync();
        Assert.Contains("Print the observations", page.Text, StringComparison.Ordinal);
        Assert.Contains("Rights Without Frontiers", page.Text, StringComparison.Ordinal);
        WebPage second = await ministry.ContinueAsync(page, ("reply", "confirm"));
        Assert.Contains("Read them on the radio", second.Text, StringComparison.Ordinal);
        WebPage check = await ministry.FillInAsync(second, ("reply", "decline"));
        Assert.True((await ministry.PressAsync(check, "send")).IsReceipt);
        await story.Person(Party.Youth).AnswerAsync(("reply", "confirm"));
        await story.GoToDayAsync(Schedule.CoSigning.Closes);

        Commitment[] commitments = [.. (await ItemsAsync(story)).SelectMany(i => i.Commitments)];
        Assert.Equal(["11.1", "11.2"], commitments.Select(c => c.Key));
        Assert.Null(commitments[0].Own);
        Assert.Equal([SignatureState.Confirmed, SignatureState.NotAsked], commitments[0].CoSigners.Select(s => s.State));
        Assert.Equal(SignatureState.Declined, commitments[1].Own!.State);
        Assert.Equal(SignatureState.Confirmed, Assert.Single(commitments[1].CoSigners).State);
        Assert.Contains(await story.Coordinator.JournalAsync(), e => e is { Event: JournalEvents.CoSigningSettled, Detail: "2 confirmed, 1 declined" });
    }

    [Fact]
    public async Task Only_those_who_are_named_and_did_not_write_it_themselves_are_asked()
    {
        await using Story story = await Workshop.InvitedAsync(azurite, Party.International);
        await story.CommitAsync(_promised);

        Assert.Equal([Party.Ministry.Email, Party.Youth.Email], (await story.Mails.ReadAsync("co-signing", "invitation")).Select(l => l.To).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whom_nobody_can_ask_the_coordinator_reads_by_name()
    {
        await using Story story = await Workshop.InvitedAsync(azurite, Party.International);
        await story.CommitAsync(_promised);

        CycleReport report = await story.Coordinator.ReportAsync();
        Assert.Contains(report.Waiting, w => w is { What: "not-asked", For: "coordinator", Count: 1 });
        Assert.Equal([new NotAsked("11.1", "Village teachers")], report.NotAsked);
    }

    [Fact]
    public async Task Silence_is_not_consent()
    {
        await using Story story = await Workshop.InvitedAsync(azurite, Party.International);
        await story.CommitAsync(_promised);
        await story.GoToDayAsync(Schedule.CoSigning.Closes);

        Assert.Equal("closed", (await story.Coordinator.RoundAsync("co-signing")).State);
        Assert.Equal(
            [SignatureState.Open, SignatureState.NotAsked, SignatureState.Open, SignatureState.Open],
            (await ItemsAsync(story)).SelectMany(i => i.Commitments).SelectMany(c => c.Signatures).Select(s => s.State));
    }

    [Fact]
    public async Task Where_everybody_wrote_for_themselves_nobody_is_asked()
    {
        await using Story story = await Workshop.InvitedAsync(azurite, Party.International);
        await story.CommitAsync(("action", "Print the observations"), ("organisation", "Rights Without Frontiers"));

        Assert.DoesNotContain((await story.Coordinator.ReportAsync()).Rounds, r => r.Id == "co-signing");
        Assert.Equal(6, (await ItemsAsync(story)).Sum(i => i.Commitments.Count));
    }

    private static async Task<List<PlanItem>> ItemsAsync(Story story)
    {
        using HttpResponseMessage response = await story.Coordinator.GetAsync($"cycles/{story.Cycle}/plan");
        return JsonSerializer.Deserialize<List<PlanItem>>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), RowDocument.Json)!;
    }
}
