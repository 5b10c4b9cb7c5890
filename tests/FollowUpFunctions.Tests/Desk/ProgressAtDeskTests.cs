using System.Net;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Journeys;
using FollowUpFunctions.Tests.Progress;

namespace FollowUpFunctions.Tests.Desk;

/// <summary>From children's words to evidence: one cycle, decided at the desk alone.</summary>
public sealed class ProgressAtDeskTests(AzuriteFixture azurite)
{
    private const string Told = "My uncle hits me";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Childrens_words_are_reviewed_children_are_told_and_evidence_is_released_and_taken_back_from_the_pages_that_show_them()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        string number = await story.AttestAsync(Party.Youth);
        await story.Child(number).AnswerAsync("Teachers should not beat us", tell: Told);
        await story.Child(number).AnswerAsync("The house 12 in Rose Street is loud", quote: false);
        using HttpClient early = await AtDeskAsync(story);
        WebPage asking = await new DecisionDesk(early, story.Cycle).GetAsync($"desk/cycles/{story.Cycle}/children");
        Assert.DoesNotContain("beat us", asking.Html, StringComparison.Ordinal);
        Assert.Contains("Child Helpline Testland", asking.Text, StringComparison.Ordinal);
        Assert.Contains(Party.Youth.Organisation, asking.Text, StringComparison.Ordinal);
        await story.FinishAsync(Party.Youth);
        await story.GoToDayAsync(Schedule.Consultation.Closes + 0.5);

        await ReviewAsync(story, number);
        await TellAsync(story, number);
        await ProveAsync(story);
    }

    private static async Task ReviewAsync(Story story, string number)
    {
        using HttpClient client = await AtDeskAsync(story);
        DecisionDesk desk = new(client, story.Cycle);
        WebPage page = await desk.GetAsync($"desk/cycles/{story.Cycle}/children");
        Assert.Contains("wait for somebody to read them: 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("may not be quoted, only counted", Words(page, "Rose Street"), StringComparison.Ordinal);
        NothingOfAChildIsIn(page, number);

        page = await desk.FollowAsync("children", "review-voice", Voice(page, "beat us"), ("verdict", "free"));
        Assert.Contains("wait for somebody to read them: 1", page.Text, StringComparison.Ordinal);
        page = await desk.FollowAsync("children", "review-voice", Voice(page, "Rose Street"), ("verdict", "redacted"), ("words", "It is loud where I live"));
        Assert.Contains("wait for somebody to read them: 0", page.Text, StringComparison.Ordinal);
        NothingOfAChildIsIn(page, number);
        await story.Time.SettleAsync();
        Assert.Equal("closed", (await story.Coordinator.RoundAsync("voices-review")).State);
        await desk.FollowAsync("plan", "approve-plan", "round=draft-review");
    }

    private static async Task TellAsync(Story story, string number)
    {
        await story.GoToDayAsync(Schedule.Responsibility.Closes);
        await ProgressStory.PromiseAsync(story);
        using HttpClient client = await AtDeskAsync(story);
        DecisionDesk desk = new(client, story.Cycle);
        await desk.FollowAsync("plan", "approve-plan", "round=plan-review");
        await story.Time.SettleAsync();
        Assert.Equal("Consultation", (await story.Coordinator.ReportAsync()).Phase);

        WebPage page = await desk.FollowAsync("children", "tell-children", "back=children", ("texts.en", "You said: no beating. It is in the plan."));
        Assert.Contains("You said: no beating.", page.Text, StringComparison.Ordinal);
        await story.Time.SettleAsync();

        Assert.Equal("MonitoringWorkshop", (await story.Coordinator.ReportAsync()).Phase);
        Assert.Contains("no beating", (await story.Child(number).ComeAsync()).Text, StringComparison.Ordinal);
    }

    private static async Task ProveAsync(Story story)
    {
        await story.GoToDayAsync(Schedule.MonitoringPlan.Closes + 1);
        await story.GoToDayAsync(ProgressStory.Due + 0.5);
        Person ministry = story.Person(Party.Ministry);
        WebPage given = await ministry.UploadAsync(await ministry.OpenAsync(), "evidence-file", "Hall.pdf", SampleFiles.Pdf(), ("status", "under-way"));
        await ministry.PressAsync(await ministry.FillInAsync(given), FormInput.Send);
        await story.GoToDayAsync(ProgressStory.Due + 14);
        using HttpClient client = await AtDeskAsync(story);
        DecisionDesk desk = new(client, story.Cycle);
        string root = $"desk/cycles/{story.Cycle}";
        WebPage waiting = await desk.GetAsync(root);
        Assert.NotNull(waiting.Document.QuerySelector($".tasks a[href='/{root}/plan/evidence']"));
        Assert.NotNull(waiting.Document.QuerySelector($".tasks a[href='/{root}/plan/overdue']"));

        WebPage overdue = await desk.GetAsync($"{root}/plan/overdue");
        string line = Assert.Single(overdue.Document.QuerySelectorAll(".desk-list > li")).TextContent;
        Assert.All(["¶11", "Print the observations", Party.Ministry.Organisation, "10 May 2031", "20"], part => Assert.Contains(part, line, StringComparison.Ordinal));
        using HttpResponseMessage letter = await client.GetAsync(overdue.Document.QuerySelector("a[download]")!.GetAttribute("href"), Cancellation);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", letter.Content.Headers.ContentType!.MediaType);

        WebPage evidence = await desk.GetAsync($"{root}/plan/evidence");
        string file = Assert.Single(evidence.Document.QuerySelectorAll(".desk-list > li")).TextContent;
        Assert.All(["Hall.pdf", "PDF document, 1 KB", "¶11", Party.Ministry.Organisation, "for coordinators alone"], part => Assert.Contains(part, file, StringComparison.Ordinal));
        string address = evidence.Document.QuerySelector("a[download]")!.GetAttribute("href")!;
        using HttpResponseMessage bytes = await client.GetAsync(address, Cancellation);
        Assert.Equal((HttpStatusCode.OK, "attachment"), (bytes.StatusCode, bytes.Content.Headers.ContentDisposition!.DispositionType));
        using HttpClient stranger = await story.App.AtDeskAsync("stranger@example.org");
        Assert.Equal(HttpStatusCode.NotFound, (await new DecisionDesk(stranger, story.Cycle).GetAsync(address)).Status);
        Assert.All(new[] { overdue, evidence }, NobodyIsNamedIn);

        string sha256 = address.Split('/')[^1];
        evidence = await desk.FollowAsync("plan/evidence", "release-evidence", $"file={sha256}", ("note", "Looked through: no child, and nobody's name"));
        Assert.Contains("· public", evidence.Text, StringComparison.Ordinal);
        using HttpResponseMessage released = await story.Plans.GetAsync($"evidence/{sha256}.pdf");
        Assert.Equal(HttpStatusCode.OK, released.StatusCode);
        evidence = await desk.FollowAsync("plan/evidence", "withdraw-evidence", $"file={sha256}", ("note", "The ministry asked for it"));
        Assert.Contains("for coordinators alone", evidence.Text, StringComparison.Ordinal);
        using HttpResponseMessage gone = await story.Plans.GetAsync($"evidence/{sha256}.pdf");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    // What a child told one person alone, the group's number, and which group a voice came from.
    private static void NothingOfAChildIsIn(WebPage page, string number)
    {
        Assert.DoesNotContain(Told, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(number, page.Html, StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll(".desk-list > li"), li => Assert.DoesNotContain(Party.Youth.Organisation, li.TextContent, StringComparison.Ordinal));
        NobodyIsNamedIn(page);
    }

    private static void NobodyIsNamedIn(WebPage page) => Assert.All(
        Party.All.Append(ChildrensGroups.Club).SelectMany(p => new[] { p.Contact, p.Email }), person => Assert.DoesNotContain(person, page.Html, StringComparison.Ordinal));

    private static string Words(WebPage page, string part) =>
        page.Document.QuerySelectorAll(".desk-list > li").Single(li => li.TextContent.Contains(part, StringComparison.Ordinal)).TextContent;

    private static string Voice(WebPage page, string part) => page.Document.QuerySelectorAll(".desk-list > li")
        .Single(li => li.TextContent.Contains(part, StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!.Split('&').Single(p => p.StartsWith("voice=", StringComparison.Ordinal));

    private static Task<HttpClient> AtDeskAsync(Story story) => story.App.AtDeskAsync(Schedule.CoordinatorEmail);
}
