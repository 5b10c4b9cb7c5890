using System.Net;
using FollowUp.Domain.Plans;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Desk;

/// <summary>From the draft to the published plan, decided at the desk alone.</summary>
public sealed class ReviewPagesTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_draft_is_reviewed_at_the_desk_until_it_is_published()
    {
        await using Story story = await Story.BeginAsync(azurite);
        await story.GoToDayAsync(Schedule.Consultation.Opens);
        await story.Person(Party.Ngo).AnswerAsync(("recommendations", "11"), ("action@11", "Train teachers"), ("lead@11", Party.Ministry.Organisation));
        await story.Person(Party.International).AnswerAsync(("recommendations", "11"), ("action@11", "Build a school"));
        await story.GoToDayAsync(Schedule.Consultation.Closes);
        using HttpClient client = await story.App.AtDeskAsync(Schedule.CoordinatorEmail);
        DecisionDesk desk = new(client, story.Cycle);
        string root = $"desk/cycles/{story.Cycle}";

        WebPage plan = await desk.GetAsync($"{root}/plan");
        Assert.Contains("Train teachers", plan.Text, StringComparison.Ordinal);
        Assert.Contains("answers behind it: 1", plan.Text, StringComparison.Ordinal);
        Assert.Contains("No action came for this recommendation.", plan.Text, StringComparison.Ordinal);
        PlanItem drafted = await story.Coordinator.ItemAsync("11");
        string train = drafted.Actions.Single(a => a.Text == "Train teachers").Id;
        string build = drafted.Actions.Single(a => a.Text == "Build a school").Id;

        double day = Schedule.Consultation.Closes;
        Task LaterAsync() => story.GoToDayAsync(day += 0.01);

        // An edit prefilled with the words; what is left alone stays.
        WebPage edit = await desk.OpenAsync("edit-action", $"action={train}&back=plan");
        Assert.Equal("Train teachers", edit.Document.QuerySelector("#f-text")!.TextContent);
        Assert.Equal($"/{root}/plan?done=decided", (await desk.SendAsync(edit, ("text", "Train all teachers"), ("due", "2032-12-31"), ("note", "Clearer"))).Address);
        await LaterAsync();
        await desk.DecideAsync("split-action", $"action={build}", ("parts", "Find a place"), ("parts", "Build it"), ("note", "Two steps"));
        PlanItem split = await story.Coordinator.ItemAsync("11");
        Assert.Equal(["Build it", "Find a place", "Train all teachers"], split.Actions.Select(a => a.Text).Order());
        Assert.Equal(new(2032, 12, 31), split.Actions.Single(a => a.Id == train).Due);
        await LaterAsync();
        await desk.DecideAsync("merge-actions", "recommendation=11", [.. split.Actions.Where(a => a.Id != train).Select(a => ("actions", a.Id)), ("text", "Build a school"), ("note", "One after all")]);
        await LaterAsync();
        await desk.DecideAsync("drop-action", $"action={train}", ("note", "Under way"));
        await LaterAsync();
        await desk.DecideAsync("accept-action", $"action={train}", ("note", "Not under way"));
        await desk.DecideAsync("support", "recommendation=11", ("organisations", Party.Province.Organisation), ("note", "They offered"));
        await desk.DecideAsync("settle-dispute", "recommendation=11", ("priority", "high"), ("note", "At the meeting"));
        await desk.DecideAsync("assign", "recommendation=12-a", ("organisation", Party.Youth.Organisation));
        await desk.DecideAsync("set-plain-words", "recommendation=11", ("texts.en", "Schools for all"));
        PlanItem decided = await story.Coordinator.ItemAsync("11");
        Assert.Equal(["Build a school", "Train all teachers"], decided.Actions.Select(a => a.Text));
        Assert.Equal(("high", Party.Province.Organisation), (decided.Priority!.Level, Assert.Single(decided.Supporting).Organisation));

        // An organisation's objective that says the same is accepted where both stand.
        using MultipartFormDataContent objectives = Sent(await desk.GetAsync($"{root}/plan/strategic"), "Our plan\n\n1. Train all teachers\n2. Buy two vehicles for the staff\n");
        using HttpResponseMessage sent = await client.PostAsync($"{root}/plan/strategic", objectives, Cancellation);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        string match = desk.Links(await desk.GetAsync($"{root}/plan/strategic/ngo"), "accept-match").Single(l => l.EndsWith("&recommendation=11", StringComparison.Ordinal));
        WebPage accepted = await desk.FollowAsync("plan/strategic/ngo", "accept-match", match[(match.IndexOf("organisation=", StringComparison.Ordinal))..]);
        Assert.Contains("accepted", accepted.Text, StringComparison.Ordinal);

        // The page shows what was decided, and approving goes on.
        WebPage after = await desk.GetAsync($"{root}/plan?done=decided");
        Assert.Equal("It is decided.", after.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("Not under way", after.Text, StringComparison.Ordinal);
        await desk.DecideAsync("approve-plan", "round=draft-review&back=plan");
        await story.GoToDayAsync(Schedule.Responsibility.Closes);
        using HttpClient later = await story.App.AtDeskAsync(Schedule.CoordinatorEmail);
        desk = new(later, story.Cycle);
        await desk.DecideAsync("set-letters", "back=letters", ("every", "60"), ("inCharge", Party.Ministry.Id));
        await desk.DecideAsync("approve-plan", "round=plan-review");
        await story.Time.SettleAsync();
        Assert.Equal(1, (await story.Coordinator.ReportAsync()).Plan!.Version);

        WebPage letters = await desk.GetAsync($"{root}/letters");
        Assert.Contains("every 60 days", letters.Text, StringComparison.Ordinal);
        string letter = letters.Document.QuerySelector("a[download]")!.GetAttribute("href")!;
        using HttpResponseMessage document = await later.GetAsync(letter, Cancellation);
        Assert.Equal("attachment", document.Content.Headers.ContentDisposition!.DispositionType);
        using HttpResponseMessage closed = await story.App.Anybody.GetAsync(letter, Cancellation);
        Assert.Equal(HttpStatusCode.SeeOther, closed.StatusCode);
        Assert.Contains(await story.App.Service<DecisionsTable>().ListAsync(story.Cycle, Cancellation), d => d.Kind == "set-letters");
    }

    [Fact]
    public async Task Groups_and_who_came_are_decided_at_the_desk()
    {
        await using Story story = await Story.BeginAsync(azurite);
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens);
        foreach (Party party in Party.All)
            await story.Person(party).AnswerAsync(("attending", "yes"), ("people", "2"));
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Closes);
        using HttpClient client = await story.App.AtDeskAsync();
        DecisionDesk desk = new(client, story.Cycle);
        string root = $"desk/cycles/{story.Cycle}";

        await desk.DecideAsync("form-groups", "meeting=workshop&back=groups", ("groups", "2"));
        await desk.DecideAsync("move", $"who={Party.Ngo.Id}", ("group", "workshop-1"));
        await desk.DecideAsync("lead", $"meeting=workshop&who={Party.Ngo.Id}");
        WebPage groups = await desk.GetAsync($"{root}/groups");
        Assert.Equal(2, groups.Document.QuerySelectorAll("section.card").Length);
        Assert.Contains(groups.Document.QuerySelectorAll("#workshop-1 + ul li"), li => li.TextContent.Contains(Party.Ngo.Organisation, StringComparison.Ordinal) && li.TextContent.Contains("leader", StringComparison.Ordinal));

        await story.GoToDayAsync(9);
        using HttpClient later = await story.App.AtDeskAsync();
        desk = new(later, story.Cycle);
        WebPage attendance = await desk.OpenAsync("record-attendance", "back=groups");
        Assert.Equal(Party.All.Count, attendance.Document.QuerySelectorAll("[name=came][checked]").Length);
        await desk.SendAsync(attendance, ("came", Party.Ministry.Id), ("came", Party.Ngo.Id));
        Assert.Contains("was not there", (await desk.GetAsync($"{root}/groups")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strategic_plan_is_sent_compared_and_a_match_accepted()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);
        using HttpClient client = await story.App.AtDeskAsync();
        DecisionDesk desk = new(client, story.Cycle);
        string address = $"desk/cycles/{story.Cycle}/plan/strategic";
        WebPage page = await desk.GetAsync(address);
        using MultipartFormDataContent empty = Sent(page, null);
        using HttpResponseMessage refused = await client.PostAsync(address, empty, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("#f-file", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using MultipartFormDataContent large = Sent(page, new string('a', 10_000_001));
        using HttpResponseMessage tooLarge = await client.PostAsync(address, large, Cancellation);
        string error = new WebPage(address, tooLarge.StatusCode, await tooLarge.Content.ReadAsStringAsync(Cancellation)).Errors.Single();
        Assert.Contains("more than 10 MB", error, StringComparison.Ordinal);

        using MultipartFormDataContent whole = Sent(page, "Our plan\n\n1. Every newborn has a birth certificate within a month\n2. Buy two vehicles for the staff\n");
        using HttpResponseMessage taken = await client.PostAsync(address, whole, Cancellation);
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        WebPage overlap = await desk.GetAsync(taken.Headers.Location!.OriginalString);
        Assert.Equal(2, overlap.Document.QuerySelectorAll("section.card").Length);
        string objective = overlap.Document.QuerySelector("section.card h2")!.Id![2..];

        Assert.Equal(
            $"/{address}/ngo?done=decided",
            await desk.DecideAsync("accept-match", $"organisation=ngo&objective={objective}&recommendation=11&back=plan/strategic/ngo"));
        Assert.Contains("accepted", (await desk.GetAsync($"{address}/ngo")).Text, StringComparison.Ordinal);
        // What is accepted can be refused where it is shown.
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens + 0.01);
        WebPage refusing = await desk.FollowAsync("plan/strategic/ngo", "refuse-match", $"organisation=ngo&objective={objective}&recommendation=11");
        Assert.DoesNotContain("accepted", refusing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_answered_on_paper_is_written_down_once_and_goes_over_nothing_unasked()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Consultation.Opens);
        using HttpClient client = await story.App.AtDeskAsync();
        DecisionDesk desk = new(client, story.Cycle);
        string address = $"desk/cycles/{story.Cycle}/rounds/consultation/record/{Party.Ministry.Id}";
        Assert.Contains("What their answers are about", (await desk.GetAsync(address)).Text, StringComparison.Ordinal);
        WebPage page = await desk.GetAsync($"{address}?about=11&about=12-a");

        WebPage wrong = await desk.SendAsync(page, ("how", "paper"), ("strategy@11", "By hand"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("By hand", wrong.Document.QuerySelector("#f-strategy-11")!.TextContent);
        Assert.All(wrong.Document.QuerySelectorAll(".errors a"), a => Assert.NotNull(wrong.Document.QuerySelector(a.GetAttribute("href")!)));

        WebPage recorded = await desk.SendAsync(wrong, ("note", "Sheet of 3 May"), ("action@11", "Train midwives"), ("action@12-a", "Print it"));
        Assert.Equal((HttpStatusCode.SeeOther, $"/desk/cycles/{story.Cycle}/rounds/consultation?done=recorded"), (recorded.Status, recorded.Address));
        WebPage again = await desk.SendAsync(await desk.GetAsync($"{address}?about=11"), ("how", "meeting"), ("note", "They said so"), ("action@11", "Train doctors"));
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.SendAsync(again, ("replace", "yes"))).Status);
        string answers = await story.App.Coordinator.GetStringAsync($"cycles/{story.Cycle}/rounds/consultation/answers", Cancellation);
        Assert.Contains("Train doctors", answers, StringComparison.Ordinal);
        Assert.DoesNotContain("Train midwives", answers, StringComparison.Ordinal);
    }

    private static MultipartFormDataContent Sent(WebPage page, string? file)
    {
        MultipartFormDataContent content = new()
        {
            { new StringContent(DecisionDesk.Form(page).QuerySelector("[name=_key]")!.GetAttribute("value")!), "_key" },
            { new StringContent(Party.Ngo.Organisation), "organisation" },
            { new StringContent("en"), "language" },
        };
        if (file is not null)
            content.Add(new StringContent(file), "file", "plan.txt");
        return content;
    }
}
