using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

/// <summary>Answers that came on paper, in a meeting or by telephone.</summary>
public sealed class RecordedAnswersTests(AzuriteFixture azurite)
{
    private const string Address = "cycles/testland-2031/rounds/consultation/answers";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_came_on_paper_counts_is_marked_and_can_still_be_changed_by_the_person()
    {
        await using Story story = await ConsultationAsync();
        Person minna = story.Person(Party.Ministry);

        JsonObject paper = Paper("ministry", ("action@11", "Train teachers"), ("priority@11", "high"));
        (HttpStatusCode status, JsonNode answer) = await PostAsync(story, paper);
        (HttpStatusCode repeated, JsonNode same) = await PostAsync(story, paper);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (status, repeated));
        Assert.Equal(answer.ToJsonString(), same.ToJsonString());
        Assert.Equal(1, (await story.Coordinator.RoundAsync("consultation")).Answered);
        JsonNode read = Assert.Single((await ReadAsync(story)).AsArray())!;
        Assert.Equal(("ministry", "paper", 1), ((string?)read["who"], (string?)read["recorded"]!["how"], (int)read["revision"]!));
        Assert.Equal("Train teachers", (string?)read["answers"]!["action@11"]![0]);
        JournalEntry entry = Assert.Single(await story.Coordinator.JournalAsync(), e => e.Event == JournalEvents.AnswersRecorded);
        Assert.DoesNotContain("Minna", entry.ToString(), StringComparison.Ordinal);

        WebPage receipt = await minna.OpenAsync();
        Assert.Contains("recorded these answers for you, from paper", receipt.Text, StringComparison.Ordinal);
        Assert.Contains((string)answer["reference"]!, receipt.Text, StringComparison.Ordinal);
        WebPage check = await minna.FillInAsync(await minna.OpenAsync("/proposal/11"), ("action", "Train and pay teachers"));
        WebPage own = await minna.PressAsync(check, FormInput.Send);
        Assert.DoesNotContain("recorded", own.Text, StringComparison.Ordinal);
        Assert.Null((await ReadAsync(story))[0]!["recorded"]);
    }

    [Fact]
    public async Task Nothing_is_written_over_what_somebody_sent_unless_the_coordinator_says_so()
    {
        await using Story story = await ConsultationAsync();
        await story.Person(Party.Ministry).AnswerAsync(("recommendations", "11"), ("action", "Mine"));

        JsonObject paper = Paper("ministry", ("action@11", "From the meeting"));
        (HttpStatusCode refused, _) = await PostAsync(story, paper);
        string kept = (string)(await ReadAsync(story))[0]!["answers"]!["action@11"]![0]!;
        paper["replace"] = true;
        (HttpStatusCode taken, JsonNode answer) = await PostAsync(story, paper);

        Assert.Equal((HttpStatusCode.Conflict, "Mine", HttpStatusCode.OK, 2), (refused, kept, taken, (int)answer["revision"]!));
        Assert.Equal("Mine", (await story.Person(Party.Ministry).OpenAsync("/proposal/11")).Fields["action"].Single());
        Assert.Contains("has recorded answers for you", (await story.Person(Party.Ministry).OpenAsync("/check")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who", "nobody", "/who")]
    [InlineData("how", "rumour", "/how")]
    [InlineData("note", "", "/note")]
    public async Task What_is_missing_is_told_with_its_place(string member, string value, string pointer)
    {
        await using Story story = await ConsultationAsync();
        JsonObject paper = Paper("ministry", ("action@11", "Train teachers"));
        paper[member] = value;

        Assert.Contains(pointer, await PointersAsync(story, paper));
        Assert.Equal(0, (await story.Coordinator.RoundAsync("consultation")).Answered);
    }

    [Fact]
    public async Task Answers_are_checked_like_those_of_the_pages()
    {
        await using Story story = await ConsultationAsync();

        IReadOnlyList<string> pointers = await PointersAsync(
            story, Paper("ministry", ("priority@11", "perhaps"), ("indicator@13", new string('x', 301)), ("action@99", "Elsewhere"), ("surprise", "!")));
        IReadOnlyList<string> nothing = await PointersAsync(story, Paper("ministry", ("recommendations", "11")));
        using HttpResponseMessage review = await story.Coordinator.GetAsync("cycles/testland-2031/rounds/plan-review/answers");

        Assert.Equal(["/answers/action@99", "/answers/indicator@13", "/answers/priority@11", "/answers/surprise"], pointers.Order(StringComparer.Ordinal));
        Assert.Equal(["/answers"], nothing);
        Assert.Equal(HttpStatusCode.NotFound, review.StatusCode);
    }

    [Fact]
    public async Task What_is_recorded_after_the_end_is_kept_and_marked_late()
    {
        await using Story story = await ConsultationAsync();
        await story.Coordinator.CloseAsync("consultation");
        await story.Time.SettleAsync();

        (HttpStatusCode status, JsonNode answer) = await PostAsync(story, Paper("ngo", ("lead@11", "We")));

        Assert.Equal((HttpStatusCode.OK, true), (status, (bool)answer["late"]!));
        Assert.True((bool)(await ReadAsync(story))[0]!["late"]!);
    }

    private static JsonObject Paper(string who, params (string Key, string Value)[] answers) => new()
    {
        ["who"] = who,
        ["how"] = "paper",
        ["answers"] = new JsonObject(answers.Select(a => KeyValuePair.Create(a.Key, (JsonNode?)a.Value))),
        ["note"] = "Form handed in at the office.",
    };

    private static async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(Story story, JsonObject body)
    {
        using HttpResponseMessage response = await story.Coordinator.PostAsync(Address, body);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!);
    }

    private static async Task<IReadOnlyList<string>> PointersAsync(Story story, JsonObject body)
    {
        (HttpStatusCode status, JsonNode problem) = await PostAsync(story, body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        return [.. problem["errors"]!.AsArray().Select(e => (string)e!["pointer"]!)];
    }

    private static async Task<JsonNode> ReadAsync(Story story)
    {
        using HttpResponseMessage response = await story.Coordinator.GetAsync(Address);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
    }

    private Task<Story> ConsultationAsync() =>
        Story.OnDayAsync(azurite, Schedule.Consultation.Opens);
}
