using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Domain.Plans;
using FollowUpFunctions.Cycles.Sheets;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

/// <summary>From the answers of the consultation to what people read about theirs.</summary>
public sealed class PlanReviewTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_draft_is_reviewed_the_organisations_are_asked_silence_is_told_and_everybody_reads_what_became_of_their_proposal()
    {
        await using Story story = await Story.BeginAsync(azurite);
        await ConsultAsync(story);

        // The draft waits for a coordinator, and for as long nobody is asked.
        Letter waits = await story.Person(Schedule.CoordinatorEmail).NewestMailAsync();
        Assert.Equal(("draft-review", "invitation"), (waits.Round, waits.Kind));
        Assert.Contains("of 6 recommendations", waits.Text, StringComparison.Ordinal);
        WebPage draft = await story.Person(Schedule.CoordinatorEmail).OpenAsync("/draft");
        PlanItem drafted = await story.Coordinator.ItemAsync("11");
        Assert.Contains(drafted.Actions[0].Id, draft.Html, StringComparison.Ordinal);
        Assert.Equal(["Train teachers.", "Build a school"], drafted.Actions.Select(a => a.Text));
        Assert.Equal([2, 1], drafted.Actions.Select(a => a.Sources.Count));

        await DecideAsync(story, "drop-action", "11", "Minna Istry says that it is under way", ("action", drafted.Actions[1].Id));
        await DecideAsync(story, "edit-action", "11", "To be clear", ("action", drafted.Actions[0].Id), ("text", "Train all teachers by name"), ("due", "2032-12-31"));
        await DecideAsync(story, "support", "11", "They offered", ("organisations", new JsonArray("Provincial Department of Testville")));
        await story.Coordinator.DecideAsync(new() { ["decision"] = "assign", ["recommendation"] = "12-a", ["organisation"] = "Youth Council" });
        await story.Coordinator.ApproveAsync();

        // Who leads and who supports is asked, whoever named them.
        await story.GoToDayAsync(Schedule.Responsibility.Opens);
        Assert.Equal(
            new[] { Party.Ministry, Party.Province, Party.Youth }.Select(p => p.Email).Order(),
            (await story.Mails.ReadAsync("responsibility", "invitation")).Select(l => l.To).Order());
        WebPage asked = await story.Person(Party.Province).OpenAsync();
        Assert.Contains("Another organisation is to lead", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Train all teachers by name", asked.Text, StringComparison.Ordinal);
        Assert.Equal(0, asked.Document.QuerySelectorAll("input[type=radio][checked]").Length);
        await story.Person(Party.Province).AnswerAsync(("reply", "accept"));
        await story.GoToDayAsync(Schedule.Responsibility.Closes);

        // Silence is told once, and stands as what it is.
        Letter silence = Assert.Single(await story.Mails.ReadAsync("draft-review", "silence"));
        Assert.Contains("Ministry of Children (¶11)", silence.Text, StringComparison.Ordinal);
        Assert.Contains("Youth Council", silence.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Provincial Department", silence.Text, StringComparison.Ordinal);
        Assert.Equal(ResponsibilityState.NotConfirmed, (await story.Coordinator.ItemAsync("11")).Responsibility.State);
        await story.Coordinator.ApproveAsync();
        await story.Time.SettleAsync();

        JsonNode eleven = await PublishedAsync(story, 1, "11");
        Assert.Equal(("not-confirmed", "accepted"), ((string)eleven["responsibilityState"]!, (string)eleven["supporting"]![0]!["state"]!));
        Assert.Equal(("Youth Council", "assigned"), ((string)(await PublishedAsync(story, 1, "12-a"))["responsible"]!, (string)(await PublishedAsync(story, 1, "12-a"))["responsibilityState"]!));
        JsonNode action = Assert.Single(eleven["actions"]!.AsArray())!;
        Assert.Equal(("Train all teachers by name", "2032-12-31", 2), ((string)action["text"]!, (string)action["due"]!, action["proposedBy"]!.AsObject().Sum(p => (int)p.Value!)));

        // Whoever answered reads what became of it, and whoever did not is not thanked.
        WebPage edited = await story.Person(Party.Ngo).OpenAsync();
        WebPage dropped = await story.Person(Party.International).OpenAsync();
        Assert.Equal("plan-thanks", (await story.Person(Party.International).NewestMailAsync()).Kind);
        Assert.Contains("Train all teachers by name", edited.Text, StringComparison.Ordinal);
        Assert.Contains("[removed] says that it is under way", dropped.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Train all teachers", dropped.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await story.Mails.ReadAsync("consultation", "plan-thanks"), l => l.To == Party.Ministry.Email);
        Assert.Contains(await story.Coordinator.JournalAsync(), e => e.Event == JournalEvents.ActionDropped && e.Detail!.EndsWith(": [removed] says that it is under way", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_late_yes_confirms_in_the_next_version_and_the_page_tells_the_change_in_words()
    {
        await using Story story = await Story.BeginAsync(azurite);
        await ConsultAsync(story);
        await story.Coordinator.ApproveAsync();
        await story.GoToDayAsync(Schedule.Responsibility.Closes);
        await story.Coordinator.ApproveAsync();
        await story.Time.SettleAsync();
        Letter invitation = (await story.Mails.ReadAsync("responsibility", "invitation")).Single(l => l.To == Party.Ministry.Email);
        Person ministry = story.Person(Party.Ministry);
        WebPage check = await ministry.FillInAsync(await ministry.GetAsync(invitation.Form), ("reply", "accept"));
        Assert.True((await ministry.PressAsync(check, "send")).IsReceipt);

        await story.GoToDayAsync(Schedule.MonitoringPlan.Closes + 1);

        Assert.Equal("not-confirmed", (string)(await PublishedAsync(story, 1, "11"))["responsibilityState"]!);
        Assert.Equal("accepted", (string)(await PublishedAsync(story, 2, "11"))["responsibilityState"]!);
        JsonNode plan = JsonNode.Parse(await story.Plans.TextAsync("v2/plan.json"))!;
        Assert.Contains(plan["changes"]!.AsArray(), c => (string)c!["kind"]! == "responsibility-state" && (string)c["to"]! == "accepted");
        const string Words = "Ministry of Children: confirmed; before: not confirmed.";
        Assert.Contains(Words, await story.Plans.TextAsync("v2/index.html"), StringComparison.Ordinal);
        Assert.Contains(Words, await story.Plans.TextAsync("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_decided_about_a_draft_says_what_is_wrong_with_it()
    {
        await using Story story = await Story.BeginAsync(azurite);
        using (HttpResponseMessage early = await story.Coordinator.TryDecideAsync(Decision("drop-action", "11", "Why not", ("action", "a-0"))))
            Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        await ConsultAsync(story);
        string id = (await story.Coordinator.ItemAsync("11")).Actions[0].Id;

        Assert.Equal("/note", await PointerAsync(story, Decision("drop-action", "11", null, ("action", id))));
        Assert.Equal("/recommendation", await PointerAsync(story, Decision("drop-action", "99", "Why", ("action", id))));
        Assert.Equal("/action", await PointerAsync(story, Decision("drop-action", "13", "Why", ("action", id))));
        Assert.Equal("", await PointerAsync(story, Decision("edit-action", "11", "Why", ("action", id))));
        Assert.Equal("/due", await PointerAsync(story, Decision("edit-action", "11", "Why", ("action", id), ("due", "soon"))));
        Assert.Equal("/timeFrame", await PointerAsync(story, Decision("edit-action", "11", "Why", ("action", id), ("timeFrame", "later"))));
        Assert.Equal("/actions", await PointerAsync(story, Decision("merge-actions", "11", "Why", ("actions", new JsonArray(id)))));
        Assert.Equal("/actions/1", await PointerAsync(story, Decision("merge-actions", "11", "Why", ("actions", new JsonArray(id, "a-0")))));
        Assert.Equal("/parts", await PointerAsync(story, Decision("split-action", "11", "Why", ("action", id), ("parts", new JsonArray(Part("One", []), Part("Two", []))))));
        Assert.Equal("/parts/1/sources", await PointerAsync(story, Decision("split-action", "11", "Why", ("action", id), ("parts", new JsonArray(Part("One", null), Part("Two", ["nobody"]))))));
        Assert.Equal("/organisations/0", await PointerAsync(story, Decision("support", "11", "Why", ("organisations", new JsonArray("Nobody we know")))));
        Assert.Equal("/priority", await PointerAsync(story, Decision("settle-dispute", "11", "Why", ("priority", "utmost"))));
        Assert.Equal("/round", await PointerAsync(story, new() { ["decision"] = "approve-plan", ["round"] = "consultation" }));
    }

    [Fact]
    public async Task A_decision_sent_twice_is_one_and_one_on_what_another_has_taken_is_refused()
    {
        await using Story story = await Story.BeginAsync(azurite);
        await ConsultAsync(story);
        PlanItem drafted = await story.Coordinator.ItemAsync("11");
        JsonObject merge = Decision("merge-actions", "11", "The same", ("actions", new JsonArray([.. drafted.Actions.Select(a => JsonValue.Create(a.Id))])));
        merge["id"] = "together";

        await story.Coordinator.DecideAsync(merge.DeepClone().AsObject());
        await story.Coordinator.DecideAsync(merge.DeepClone().AsObject());

        PlanItem merged = await story.Coordinator.ItemAsync("11");
        Assert.Equal((1, 3), (merged.Actions.Count, merged.Actions[0].Sources.Count));
        Assert.Equal("/action", await PointerAsync(story, Decision("drop-action", "11", "Why", ("action", drafted.Actions[1].Id))));
        Assert.Single(await story.Coordinator.JournalAsync(), e => e.Event == JournalEvents.ActionsMerged);
    }

    [Fact]
    public async Task Every_published_form_says_the_same()
    {
        await using Story story = await Story.BeginAsync(azurite);
        await ConsultAsync(story);
        await story.Coordinator.ApproveAsync();
        await story.GoToDayAsync(Schedule.Responsibility.Closes);
        await story.Coordinator.ApproveAsync();
        await story.Time.SettleAsync();

        string[] csv = (await story.Plans.TextAsync("v1/plan.csv")).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        using HttpResponseMessage workbook = await story.Plans.GetAsync("v1/plan.xlsx");
        Sheet sheet = SheetReader.Read(await workbook.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Sheet!;
        JsonNode plan = JsonNode.Parse(await story.Plans.TextAsync("v1/plan.json"))!;

        int actions = plan["clusters"]!.AsArray().SelectMany(c => c!["recommendations"]!.AsArray()).Sum(r => r!["actions"]!.AsArray().Count);
        Assert.Equal(actions, (int)plan["figures"]!["actions"]!);
        Assert.Equal(actions, csv.Count(l => l.Contains(",action,", StringComparison.Ordinal)));
        Assert.Equal(csv.Length - 1, sheet.Rows.Count);
        Assert.Equal(csv[0].Split(','), sheet.Header);
        Assert.Equal(actions, sheet.Rows.Count(r => r.Cells[sheet.Header.ToList().IndexOf("Kind")] == "action"));
        byte[] document = await (await story.Plans.GetAsync("v1/plan.en.docx")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0x50, 0x4B], document[..2]);
    }

    private static async Task ConsultAsync(Story story)
    {
        await story.GoToDayAsync(Schedule.Consultation.Opens);
        await story.Person(Party.Ngo).AnswerAsync(("recommendations", "11"), ("action", "Train the teachers"), ("lead", "Ministry of Children"));
        await story.Person(Party.Province).AnswerAsync(("recommendations", "11"), ("action", "Train teachers."), ("lead", "Ministry of Children"));
        await story.Person(Party.International).AnswerAsync(("recommendations", "11"), ("action", "Build a school"), ("lead", "Ministry of Children"));
        await story.GoToDayAsync(Schedule.Consultation.Closes);
    }

    private static JsonObject Part(string text, string[]? sources) => new()
    {
        ["text"] = text,
        ["sources"] = sources is null ? null : new JsonArray([.. sources.Select(s => JsonValue.Create(s))]),
    };

    private static JsonObject Decision(string kind, string recommendation, string? note, params (string Name, JsonNode? Value)[] members)
    {
        JsonObject decision = new() { ["decision"] = kind, ["recommendation"] = recommendation, ["note"] = note };
        foreach ((string name, JsonNode? value) in members)
            decision[name] = value;
        return decision;
    }

    private static Task DecideAsync(Story story, string kind, string recommendation, string note, params (string Name, JsonNode? Value)[] members) =>
        story.Coordinator.DecideAsync(Decision(kind, recommendation, note, members));

    private static async Task<string> PointerAsync(Story story, JsonObject decision)
    {
        using HttpResponseMessage response = await story.Coordinator.TryDecideAsync(decision);
        JsonNode problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        return (string)problem["errors"]![0]!["pointer"]!;
    }

    private static async Task<JsonNode> PublishedAsync(Story story, int version, string recommendation) =>
        JsonNode.Parse(await story.Plans.TextAsync($"v{version}/plan.json"))!["clusters"]!.AsArray()
            .SelectMany(c => c!["recommendations"]!.AsArray())
            .Single(r => (string)r!["key"]! == recommendation)!;
}
