using System.Net;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Desk;

/// <summary>What coordinators read at the desk while a cycle goes on.</summary>
public sealed class DeskReadingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_first_page_says_what_waits_for_the_coordinators_and_for_whom_else()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Consultation.Opens, options: new() { Bounces = [Party.Ministry.Email] });
        using DeskReader desk = await DeskReader.OfAsync(story.App, story.Cycle);

        WebPage page = await desk.OpenAsync();

        Assert.Contains("People whom no mail reaches: 1", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($".tasks a[href='/desk/cycles/{story.Cycle}/people']"));
        Assert.Contains("Answered: 0 of 4", page.Text, StringComparison.Ordinal);
        Assert.Contains("national NGOs: 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("Next: Consultation closes on", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ministries: 1", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_waits_the_page_says_so_and_what_comes_next()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);
        using DeskReader desk = await DeskReader.OfAsync(story.App, story.Cycle);

        Assert.Contains("Nothing waits for you. Next: Invitation to the workshop closes on", (await desk.OpenAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_shows_what_is_done_now_and_to_come_with_the_decisions_that_can_be_taken()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Consultation.Opens);
        using DeskReader desk = await DeskReader.OfAsync(story.App, story.Cycle);

        WebPage page = await desk.OpenAsync("/calendar");

        string[] lines = [.. page.Document.QuerySelectorAll(".desk-list > li").Select(l => string.Join(' ', l.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
        Assert.StartsWith("Invitation to the workshop done", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.StartsWith("Consultation now", StringComparison.Ordinal) && l.Contains("Close it now", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("Monitoring workshop to come", StringComparison.Ordinal) && l.Contains("School of Testville", StringComparison.Ordinal));
        Assert.NotNull(page.Document.QuerySelector($"a[href='/desk/cycles/{story.Cycle}/decide/move-meeting?back=calendar&meeting=monitoring-workshop']"));
        Assert.NotNull(page.Document.QuerySelector($"a[href='/desk/cycles/{story.Cycle}/decide/extend-round?back=calendar&round=consultation']"));
        Assert.Null(page.Document.QuerySelector("a[href*='round=workshop-invitation']"));
        Assert.Contains("1095 days after the end", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Text.Split("Phnom").Skip(1));
        Assert.Contains(lines, l => l.Contains("8 March 2031, 15:00 to 23:00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_round_s_page_says_who_answered_by_category_who_did_not_and_when_they_are_reminded()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Consultation.Opens, options: new() { Bounces = [Party.Ministry.Email] });
        await story.Person(Party.Province).AnswerAsync(("recommendations", "11"), ("action", "Train teachers"));
        using DeskReader desk = await DeskReader.OfAsync(story.App, story.Cycle);

        WebPage rounds = await desk.OpenAsync("/rounds");
        Assert.Contains("Answered: 1 of 4", rounds.Text, StringComparison.Ordinal);
        // One that is over is counted on its own page alone.
        Assert.Single(rounds.Document.QuerySelectorAll("progress"));
        Assert.Contains(rounds.Document.QuerySelectorAll(".desk-list > li"), l => l.TextContent.Contains("Invitation to the workshop", StringComparison.Ordinal) && l.TextContent.Contains("Invited: 5", StringComparison.Ordinal));
        WebPage page = await desk.OpenAsync("/rounds/consultation");

        Assert.Equal(["4", "1", "0", "2", "1", "0"], page.Document.QuerySelectorAll(".counts dd").Select(d => d.TextContent));
        Assert.Contains(page.Document.QuerySelectorAll("tbody tr"), r => r.QuerySelector("th")!.TextContent.Trim() == "provincial departments" && r.QuerySelectorAll("td").All(d => d.TextContent == "1"));
        Assert.Equal(2, page.Text.Split("To come, only to those who have not answered").Length - 1);
        Assert.NotNull(page.Document.QuerySelector($"a[href='/desk/cycles/{story.Cycle}/rounds/consultation/record/ngo']"));
        WebPage bounced = await desk.OpenAsync("/rounds/consultation?show=bounced");
        Assert.Equal(["Minna Istry"], bounced.Document.QuerySelectorAll("main .desk-list > li > a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task A_round_that_is_not_there_has_no_page()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);
        using DeskReader desk = await DeskReader.OfAsync(story.App, story.Cycle);

        foreach (string round in new[] { "consultation", "nothing", "..%2Fx" })
            Assert.Equal(HttpStatusCode.NotFound, (await desk.AskAsync($"/rounds/{round}")).Status);
    }
}
