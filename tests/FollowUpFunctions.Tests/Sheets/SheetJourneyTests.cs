using System.Text.Json.Nodes;
using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Cycles.Sheets;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Sheets;

public sealed class SheetJourneyTests(AzuriteFixture azurite)
{
    private const string Khmer = "គណៈកម្មាធិការផ្តល់អនុសាសន៍";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cell_that_was_edited_is_read_on_a_form()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Consultation.Opens);
        SheetDesk desk = new(story.App.Coordinator, story.Cycle, "recommendations");

        (int status, JsonNode answer) = await desk.EditAsync((2, "text:km", $"=១ {Khmer}"), (2, "status:km", "checked"));

        Assert.Equal((200, "added:0 changed:1 same:5 refused:0"), (status, answer.Counts()));
        Assert.Contains($"=១ {Khmer}", (await story.Person(Party.Ngo).OpenAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_consultation_has_opened_texts_are_translated_still_but_rows_and_clusters_stay()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Consultation.Opens);
        SheetDesk desk = new(story.App.Coordinator, story.Cycle, "recommendations");

        (int refused, JsonNode problem) = await desk.ImportAsync("paragraph,letter,cluster,heading,text\n11,,9,Matter 1,\n12,b,1,New,New\n");
        (int translated, _) = await desk.ImportAsync($"paragraph,text:km\n11,{Khmer}\n");

        Assert.Equal((400, 200), (refused, translated));
        Assert.Equal(["/rows/2/cluster", "/rows/3/paragraph"], problem.Pointers());
    }

    [Fact]
    public async Task Whoever_is_added_while_a_round_is_open_is_asked_from_the_next_on()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);
        SheetDesk desk = new(story.App.Coordinator, story.Cycle, "stakeholders");

        (int status, _) = await desk.ImportAsync("organisation,category,contact,email,language\nA Latecomer,senate,Lana Tecomer,lana@example.org,en\n");
        await story.GoToDayAsync(Schedule.Consultation.Opens);

        Assert.Equal(200, status);
        Assert.Equal((5, 5), ((await story.Coordinator.RoundAsync("workshop-invitation")).Invited, (await story.Coordinator.RoundAsync("consultation")).Invited));
        Assert.Equal(["consultation"], (await story.Person("lana@example.org").MailAsync()).Select(l => l.Round));
    }

    [Fact]
    public async Task A_text_that_was_translated_while_the_file_was_compared_is_not_lost()
    {
        await using Story story = await Story.BeginAsync(azurite);
        SheetImport import = story.App.Service<SheetImport>();
        Sheet sheet = SheetReader.Read(SheetDesk.Csv([["paragraph", "text:km", "starred"], ["11", Khmer, "x"], ["13", Khmer, "x"]])).Sheet!;
        ImportPlan<Recommendation> plan = await import.PlanRecommendationsAsync(story.Cycle, sheet, Cancellation);
        await story.App.Cycles.ChangeRecommendationAsync(
            story.Cycle, "11", r => r with { Texts = new Dictionary<string, RecommendationText>(r.Texts) { ["km"] = new("translated meanwhile", TextStatus.Checked) } }, Cancellation);

        ImportPlan<Recommendation> done = await import.WriteAsync(story.Cycle, plan, Cancellation);

        Recommendation first = (await story.App.Cycles.CurrentFactsAsync(story.Cycle, Cancellation)).Recommendation("11")!;
        Assert.Equal(("translated meanwhile", TextStatus.Checked, true), (first.Texts["km"].Text, first.Texts["km"].Status, first.Starred));
        Assert.Contains("text:km was changed by somebody else meanwhile and stays “translated meanwhile”", done.Rows[0].Problems[0], StringComparison.Ordinal);
        Assert.Empty(done.Rows[1].Problems);
    }
}
