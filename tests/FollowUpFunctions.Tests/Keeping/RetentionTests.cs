using System.Text.Json.Nodes;
using Azure.Data.Tables;
using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Keeping;

public sealed class RetentionTests(AzuriteFixture azurite)
{
    private static readonly (string Kind, int Days)[] dates = [("disclosures", 5), ("voices", 10), ("answers", 20), ("mail", 30), ("contacts", 40)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_date_acts_when_it_has_come_and_not_earlier_and_is_in_the_journal_once()
    {
        JsonObject body = new CycleBuilder().Build();
        body["retention"] = new JsonObject(dates.Select(d => KeyValuePair.Create(d.Kind, (JsonNode?)$"{d.Days}.00:00:00")));
        await using Story story = await Story.BeginAsync(azurite, body);
        await LeaveAsync(story);
        DateTimeOffset ended = (await story.Coordinator.ReportAsync()).EndedAt!.Value;
        double end = (ended - SampleCycle.Starts).TotalDays;

        foreach ((string kind, int days) in dates)
        {
            await story.GoToDayAsync(end + days - 0.01);
            Assert.True(await HeldAsync(story, kind) > 0, $"{kind} was gone too early.");
            await story.GoToDayAsync(end + days + 1.01);
            Assert.True(await HeldAsync(story, kind) == 0, $"{kind} is still there.");
        }

        await story.GoToDayAsync(end + 100);
        JournalEntry[] told = [.. (await story.Coordinator.JournalAsync()).Where(e => e.Event == JournalEvents.RetentionCarriedOut)];
        Assert.Equal(dates.Select(d => (d.Kind, ended.AddDays(d.Days).ToUnixTimeSeconds())).Reverse(), told.Select(e => (e.Subject, e.At.ToUnixTimeSeconds())));
        // What counted and who answered stay, and so does what a child said of which nobody could be told.
        Assert.Single(await story.App.Service<DisclosuresTable>().ListAsync("untold", Cancellation));
        Assert.Equal(1, (await story.Coordinator.RoundAsync("workshop-invitation")).Answered);
        JsonArray answers = JsonNode.Parse(await story.App.Coordinator.GetStringAsync($"cycles/{story.Cycle}/rounds/workshop-invitation/answers", Cancellation))!.AsArray();
        Assert.Equal("3", (string)answers.Single()!["answers"]!["people"]![0]!);
        Assert.DoesNotContain(await story.EverythingStoredAsync(), l => l.Contains("Petra Quill", StringComparison.Ordinal));
        Assert.Empty((await story.App.Service<AppStorage>().Cycles.ListAsync(TableRows.Partition("~retention"), Cancellation)));
    }

    [Fact]
    public async Task A_cycle_that_says_nothing_keeps_things_as_long_as_usual()
    {
        await using Story story = await Story.BeginAsync(azurite);
        await LeaveAsync(story);
        double end = (await story.Coordinator.ReportAsync()).EndedAt!.Value.Subtract(SampleCycle.Starts).TotalDays;

        await story.GoToDayAsync(end + Retention.Usual.Disclosures.TotalDays + 1.01);

        Assert.Equal(0, await HeldAsync(story, "disclosures"));
        Assert.Equal(0, await HeldAsync(story, "voices"));
        Assert.True(await HeldAsync(story, "answers") > 0);
    }

    [Theory]
    [InlineData("contacts", "soon")]
    [InlineData("mail", "00:00:01")]
    [InlineData("disclosures", "400.00:00:00")]
    public async Task A_time_that_cannot_be_is_told_with_its_place(string kind, string time)
    {
        JsonObject body = new CycleBuilder().Build();
        body["retention"] = new JsonObject { [kind] = time };

        FollowUpFunctions.Cycles.Intake.CycleIntake intake = await FollowUpFunctions.Cycles.Intake.CycleIntake.Read(
            new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body.ToJsonString())), SampleCycle.Starts, Cancellation);

        Assert.Equal($"/retention/{kind}", Assert.Single(intake.Problems).Pointer);
    }

    // Two revisions and a draft, a disclosure that was told, a voice that nobody reviewed; then the cycle is cancelled.
    private static async Task LeaveAsync(Story story)
    {
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens);
        Person minna = story.Person(Party.Ministry);
        WebPage form = await minna.OpenAsync();
        foreach (string people in new[] { "2", "3" })
            await minna.PressAsync(await minna.FillInAsync(form, ("attending", "yes"), ("people", people), ("names", "Petra Quill")), FormInput.Send);
        await story.Person(Party.Ngo).ContinueAsync(await story.Person(Party.Ngo).OpenAsync(), ("attending", "yes"), ("people", "9"));
        DisclosuresTable disclosures = story.App.Service<DisclosuresTable>();
        await disclosures.AddAsync("a", new(story.Cycle, 0, "youth", "en", "Words", SampleCycle.Starts), Cancellation);
        await disclosures.MarkNotifiedAsync(story.Cycle, 1, SampleCycle.Starts, Cancellation);
        await disclosures.AddAsync("b", new("untold", 0, "youth", "en", "Words", SampleCycle.Starts), Cancellation);
        await story.App.Service<AppStorage>().Voices.AddEntityAsync(
            new TableEntity($"{story.Cycle}~children-consultation~0000abc", "voice~1").With(new Voice("en", "10-13", null, [], "Words", true)), Cancellation);
        await story.Coordinator.DecideAsync(Decision.CancelCycle());
        await story.Time.SettleAsync();
    }

    private static async Task<int> HeldAsync(Story story, string kind)
    {
        AppStorage storage = story.App.Service<AppStorage>();
        return kind switch
        {
            "disclosures" => (await story.App.Service<DisclosuresTable>().ListAsync(story.Cycle, Cancellation)).Count,
            "voices" => (await storage.Voices.ListAsync(TableRows.Partition($"{story.Cycle}~children-consultation~0000abc"), Cancellation)).Count(r => r.Document<Voice>().Words is not null),
            "answers" => (await RowsAsync(storage.Answers, story.Cycle)).Count(r => !r.RowKey.Contains("~r0002~", StringComparison.Ordinal)),
            "mail" => (await RowsAsync(storage.Mail, story.Cycle)).Count + (await story.Mails.ReadAsync()).Count,
            _ => (await story.App.Cycles.CurrentFactsAsync(story.Cycle, Cancellation)).Contacts.Count(c => c.Name.Length > 0 || c.Email.Length > 0),
        };
    }

    private static Task<List<TableEntity>> RowsAsync(TableClient table, string cycle) =>
        table.ListAsync(TableClient.CreateQueryFilter($"PartitionKey ge {cycle + "~"} and PartitionKey lt {cycle + "~\uffff"}"), Cancellation);
}
