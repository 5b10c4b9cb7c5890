using System.Net;
using System.Reflection;
using FollowUp.Pages;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Desk;

/// <summary>What is on record of a cycle, read at the desk.</summary>
public sealed class DeskRecordTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_event_of_the_journal_has_words_in_every_language()
    {
        string[] events = [.. typeof(JournalEvents).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];

        Assert.NotEmpty(events);
        Assert.All(Wording.Languages, language => Assert.All(events, e => Assert.Contains($"journal.{e}", Wording.For(language).Keys)));
    }

    [Fact]
    public void Every_kind_of_mail_has_a_name() =>
        Assert.All(Enum.GetNames<MailKind>(), kind => Assert.Contains($"mail-kind.{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind)}", Wording.For("en").Keys));

    [Fact]
    public async Task The_journal_is_read_a_hundred_entries_at_a_time_the_newest_first_none_twice_and_none_left_out()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);
        JournalTable journal = story.App.Service<JournalTable>();
        for (int n = 0; n < 250; n++)
            await journal.WriteAsync(story.Cycle, new(JournalEvents.FreshLinkSent, Schedule.Day(-1).AddMinutes(n), $"link-{n:000}"), Cancellation);
        using DeskReader desk = await DeskReader.OfAsync(story.App, story.Cycle);

        List<string> read = [];
        for (string? address = "/journal"; address is not null;)
        {
            WebPage page = await desk.OpenAsync(address);
            string[] subjects = [.. page.Document.QuerySelectorAll("main .desk-list code").Select(c => c.TextContent)];
            Assert.InRange(subjects.Length, 1, 100);
            read.AddRange(subjects);
            address = page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href")?.Replace($"/desk/cycles/{story.Cycle}", "", StringComparison.Ordinal);
        }

        Assert.Equal((await journal.ReadAsync(story.Cycle, int.MaxValue, Cancellation)).Select(e => e.Subject), read);
    }

    [Fact]
    public async Task People_are_found_by_their_organisation_and_those_whom_no_mail_reaches_come_first()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens, options: new() { Bounces = [Party.Ministry.Email] });
        await story.App.Cycles.OptOutAsync(story.Cycle, Party.Ngo.Id, Cancellation);
        using DeskReader desk = await DeskReader.OfAsync(story.App, story.Cycle);

        WebPage page = await desk.OpenAsync("/people");
        Assert.NotNull(page.Document.QuerySelector($"a[href='/desk/cycles/{story.Cycle}/decide/correct-address?back=people&who=ministry']"));
        Assert.NotNull(page.Document.QuerySelector($"a[href='/desk/cycles/{story.Cycle}/decide/lift-opt-out?back=people&who=ngo']"));
        Assert.Equal(["Minna Istry", "Nadia Goodwin"], Names(page).Take(2));
        Assert.Equal(["Nadia Goodwin"], Names(await desk.OpenAsync("/people?q=children+FIRST")));
        Assert.Equal(["Yola Uthmann"], Names(await desk.OpenAsync("/people?category=children-and-youth")));
        Assert.Contains("Nobody was found.", (await desk.OpenAsync("/people?q=%3Cscript%3E")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_s_page_shows_the_rounds_and_the_states_of_the_mails_and_gives_what_is_held()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);
        await story.Person(Party.Ministry).AnswerAsync(("attending", "no"));
        using DeskReader desk = await DeskReader.OfAsync(story.App, story.Cycle);

        WebPage page = await desk.OpenAsync("/people/ministry");
        using HttpResponseMessage held = await desk.GetAsync("/files/people/ministry/export");

        Assert.Equal("Minna Istry", page.Heading);
        Assert.Contains("Invitation to the workshop", page.Text, StringComparison.Ordinal);
        Assert.Contains("Invitation: handed over,", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, held.StatusCode);
        Assert.Contains(Party.Ministry.Email, await held.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal("attachment", held.Content.Headers.ContentDisposition!.DispositionType);
        Assert.True(held.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.AskAsync("/people/nobody")).Status);
    }

    [Fact]
    public async Task Every_file_on_the_page_of_exports_can_be_downloaded_and_what_is_not_there_says_so_on_a_page()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Consultation.Opens);
        using DeskReader desk = await DeskReader.OfAsync(story.App, story.Cycle);

        string own = $"/desk/cycles/{story.Cycle}";
        string[] files = [.. (await desk.OpenAsync("/exports")).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!)];

        Assert.InRange(files.Length, 15, 60);
        Assert.Contains(files, f => !f.StartsWith(own, StringComparison.Ordinal) && f.EndsWith("/commitments/report.json", StringComparison.Ordinal));
        foreach (string file in files.Where(f => f.StartsWith(own, StringComparison.Ordinal)))
        {
            using HttpResponseMessage answer = await desk.GetAsync(file[own.Length..]);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, file);
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        }

        foreach (string missing in new[] { "/files/archive", "/files/letters/nobody", "/files/rounds/ballot/answers", "/files/hand-out/x/y.docx" })
        {
            WebPage page = await desk.AskAsync(missing);
            Assert.Equal((missing, HttpStatusCode.NotFound), (missing, page.Status));
            Assert.Single(page.Document.QuerySelectorAll("h1"));
        }
    }

    [Fact]
    public async Task A_cycle_whose_orchestration_is_gone_says_so_first_and_goes_on_at_the_press_of_a_button()
    {
        await using TestApp app = await TestApp.StartAsync(azurite);
        FollowUp.Domain.Cycles.CycleContents cycle = new SampleCycle().Build();
        Assert.True(await app.Cycles.CreateAsync(cycle, Cancellation));
        string id = cycle.Settings.Id;
        using DeskReader desk = await DeskReader.OfAsync(app, id);
        Assert.Contains("The cycle stands still", (await desk.OpenAsync()).Text, StringComparison.Ordinal);

        WebPage settings = await desk.OpenAsync("/settings");
        Assert.Equal($"/desk/cycles/{id}/restart", settings.Document.QuerySelector("main form")!.GetAttribute("action"));
        string key = settings.Document.QuerySelector("main form input[name=_key]")!.GetAttribute("value")!;
        using FormUrlEncodedContent nothing = new([new("_key", key)]);
        using FormUrlEncodedContent press = new([new("_key", key), new("_button", "restart")]);
        await desk.PostAsync("/restart", nothing);
        Assert.DoesNotContain(await app.Service<JournalTable>().ReadAsync(id, 10, Cancellation), e => e.Event == JournalEvents.CycleRestarted);
        using HttpResponseMessage answer = await desk.PostAsync("/restart", press);

        Assert.Equal($"/desk/cycles/{id}/settings?done=restarted", answer.Headers.Location!.OriginalString);
        Assert.Contains(await app.Service<JournalTable>().ReadAsync(id, 10, Cancellation), e => e.Event == JournalEvents.CycleRestarted);
        Assert.Null((await desk.OpenAsync("/settings")).Document.QuerySelector("main form"));
    }

    private static string[] Names(WebPage page) => [.. page.Document.QuerySelectorAll("main .desk-list > li > a").Select(a => a.TextContent)];
}
