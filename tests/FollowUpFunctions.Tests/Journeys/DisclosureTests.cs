using FollowUp.Pages.Children;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

public sealed class DisclosureTests(AzuriteFixture azurite)
{
    private const string Told = "My uncle hurts me at night";

    [Fact]
    public async Task A_disclosure_reaches_the_safeguarding_contact_at_once_and_nobody_else()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        Child child = story.Child(await story.AttestAsync(Party.Youth));
        for (int n = 0; n < 5; n++)
            await child.AnswerAsync($"Play {n}", tell: n == 0 ? Told : null);

        Letter notice = (await story.Mails.ReadAsync()).Single(l => l.Kind == "disclosure");
        Assert.Equal(CycleBuilder.SafeguardingEmail, notice.To);
        Person contact = story.Person(CycleBuilder.SafeguardingEmail);
        WebPage page = await contact.GetAsync(notice.Links[0]);
        Assert.DoesNotContain(Told, page.Html, StringComparison.Ordinal);
        WebPage read = await contact.PressAsync(page, FormInput.Continue);
        Assert.Contains(Told, read.Text, StringComparison.Ordinal);
        Assert.Contains("Youth Council", read.Text, StringComparison.Ordinal);

        await story.FinishAsync(Party.Youth);
        await story.GoToDayAsync(Schedule.Consultation.Closes + 0.5);
        await story.Coordinator.CloseAsync("voices-review");
        await story.Time.SettleAsync();
        await story.Coordinator.ApproveAsync();
        await story.GoToDayAsync(Schedule.Responsibility.Closes + 0.5);
        await story.Person(Schedule.CoordinatorEmail).AnswerAsync(("verdict", "publish"));
        await story.GoToDayAsync(Schedule.Responsibility.Closes + 1);

        Assert.DoesNotContain(Told, await story.EveryAnswerAsync(), StringComparison.Ordinal);
        Assert.Equal([story.App.Service<AppStorage>().Disclosures.Name], (await story.EverythingStoredAsync()).Where(row => row.Contains(Told, StringComparison.Ordinal)).Select(row => row.Split(' ')[0]).Distinct());
        foreach (Letter letter in await story.Mails.ReadAsync())
            Assert.DoesNotContain(Told, letter.Message.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(await story.Plans.FilesAsync());
        foreach (string file in await story.Plans.FilesAsync())
            Assert.DoesNotContain(Told, await story.Plans.TextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_and_not_sent_is_said_to_be_unsent()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        Child child = story.Child(await story.AttestAsync(Party.Youth));
        WebPage talk = await child.ContinueAsync(await child.ContinueAsync(await child.ContinueAsync(await child.ComeAsync())));
        Assert.Equal("Someone to talk to", talk.Heading);

        WebPage unsent = await child.ContinueAsync(talk, (ChildInput.Disclosure, Told));

        Assert.Contains("not sent yet", unsent.Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Told, unsent.Text, StringComparison.Ordinal);
        WebPage sent = await child.PressAsync(unsent, ChildInput.Disclose);
        Assert.Contains("It was sent", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Told, sent.Html, StringComparison.Ordinal);
        await child.PressAsync(unsent, ChildInput.Disclose);
        Assert.Single(await story.Mails.ReadAsync(), l => l.Kind == "disclosure");
        Assert.Single(await story.App.Service<DisclosuresTable>().ListAsync(story.Cycle, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_disclosure_is_taken_when_the_asking_has_just_ended_and_mailed_when_the_cycle_was_cancelled()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        Child child = story.Child(await story.AttestAsync(Party.Youth));
        WebPage talk = await child.ContinueAsync(await child.ContinueAsync(await child.ContinueAsync(await child.ComeAsync())));
        await story.Coordinator.DecideAsync(Decision.CancelCycle());
        await story.Time.SettleAsync();

        WebPage sent = await child.PressAsync(talk, ChildInput.Disclose, (ChildInput.Disclosure, Told));

        Assert.Contains("It was sent", sent.Text, StringComparison.Ordinal);
        Assert.Single(await story.Mails.ReadAsync(), l => l.Kind == "disclosure");
        Assert.Equal("The asking is over", (await child.ContinueAsync(sent)).Heading);
    }

    [Fact]
    public async Task The_contact_was_told_of_their_page_before_any_child_was_asked_and_a_forged_link_is_dead()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        Letter welcome = (await story.Mails.ReadAsync()).Single(l => l.To == CycleBuilder.SafeguardingEmail);

        Assert.Equal("welcome", welcome.Kind);
        Assert.Equal(200, (int)(await story.Person(welcome.To).GetAsync(welcome.Links[0])).Status);
        Assert.Equal(404, (int)(await story.Person(welcome.To).GetAsync(welcome.Links[0][..^1] + "x")).Status);
    }
}
