using FollowUp.Domain.Rounds;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

public sealed class MeetingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_meeting_with_another_time_and_place_is_told_once_to_all_who_take_our_mails()
    {
        await using Story story = await OpenAsync(new() { PageSize = 2, Bounces = [Party.Province.Email] });
        await story.Person(Party.Ministry).AnswerAsync(("attending", "no"));
        Person yola = story.Person(Party.Youth);
        await yola.PressAsync(await yola.GetAsync((await yola.NewestMailAsync()).Unsubscribe!), FormInput.Unsubscribe);

        await story.Coordinator.DecideAsync(Decision.Move("workshop", 9, "Library"));
        await story.Time.SettleAsync();
        await story.GoToDayAsync(2);

        IReadOnlyList<Letter> letters = await story.Mails.ReadAsync("workshop-invitation", "meeting-moved");
        Assert.Equal(new[] { Party.Ministry.Email, Party.Ngo.Email, Party.International.Email }.Order(), letters.Select(l => l.To).Order());
        Assert.All(letters, l => Assert.Equal(("REQUEST", 1, Schedule.Day(9), "Library"), (Entry.Of(l).Method, Entry.Of(l).Sequence, Entry.Of(l).Starts, Entry.Of(l).Place)));
        string text = letters.Single(l => l.To == Party.Ministry.Email).Text;
        Assert.Contains("Town hall", text[text.IndexOf("planned at", StringComparison.Ordinal)..], StringComparison.Ordinal);
        JournalEntry told = Assert.Single(await story.Coordinator.JournalAsync(), e => e.Event == JournalEvents.MeetingChangeTold);
        Assert.Equal("3 told, 1 take no mail", told.Detail);
    }

    [Fact]
    public async Task Reminders_say_when_and_where_the_meeting_is_now()
    {
        await using Story story = await OpenAsync();

        await story.Coordinator.DecideAsync(Decision.Move("workshop", 9, "Library"));
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Reminders[0]);

        Letter reminder = (await story.Mails.ReadAsync("workshop-invitation", "reminder"))[0];
        Assert.Contains("Library", reminder.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Town hall", reminder.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_anybody_is_invited_a_moved_meeting_needs_no_mail_but_the_invitation()
    {
        await using Story story = await Story.BeginAsync(azurite);

        await story.Coordinator.DecideAsync(Decision.Move("workshop", 9, "Library"));
        await story.GoToDayAsync(2);

        IReadOnlyList<Letter> letters = await story.Mails.ReadAsync();
        Assert.Equal(Party.All.Count, letters.Count);
        Assert.All(letters, l => Assert.Equal(("invitation", Schedule.Day(9)), (l.Kind, Entry.Of(l).Starts)));
    }

    [Fact]
    public async Task Two_changes_have_two_sequences_and_the_second_says_what_the_first_had_said()
    {
        await using Story story = await OpenAsync();
        await story.Coordinator.DecideAsync(Decision.Move("workshop", 9, "Library"));
        await story.Time.SettleAsync();

        await story.Coordinator.DecideAsync(Decision.Move("workshop", 9.5, "Museum"));
        await story.Time.SettleAsync();

        Letter[] letters = [.. (await story.Person(Party.Ministry).MailAsync()).Where(l => l.Kind == "meeting-moved")];
        Assert.Equal([1, 2], letters.Select(l => Entry.Of(l).Sequence));
        Assert.Single(letters.Select(l => Entry.Of(l).Uid).Distinct());
        Assert.Contains("Library", letters[1].Text[letters[1].Text.IndexOf("planned at", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_meeting_leaves_the_calendars_and_the_cycle_goes_on_without_it()
    {
        await using Story story = await OpenAsync();
        await story.Person(Party.Ministry).AnswerAsync(("attending", "yes"), ("people", "2"));

        await story.Coordinator.DecideAsync(Decision.CancelMeeting("workshop"));
        await story.Time.SettleAsync();

        Letter off = await story.Person(Party.Ministry).NewestMailAsync();
        Assert.Equal(("meeting-cancelled", "CANCEL", 1, "CANCELLED"), (off.Kind, Entry.Of(off).Method, Entry.Of(off).Sequence, Entry.Of(off).Status));
        Assert.Equal(("closed", ClosedBy.Decision), ((await story.Coordinator.RoundAsync("workshop-invitation")).State, (await story.Coordinator.RoundAsync("workshop-invitation")).ClosedBy));
        await story.GoToDayAsync(Schedule.Commitments.Opens);
        Assert.Equal(1, (await story.Coordinator.RoundAsync("commitments")).Invited);
    }

    [Fact]
    public async Task A_change_that_was_written_and_never_told_is_told_by_the_sweeper()
    {
        await using Story story = await OpenAsync();
        await story.App.Cycles.ChangeSettingsAsync(
            story.Cycle,
            settings => FollowUp.Domain.Cycles.Meetings.Change(settings, "workshop", m => m.Became(m with { Place = "Library" }, story.Time.Now)),
            TestContext.Current.CancellationToken);

        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens + 0.02);

        Assert.Equal(Party.All.Count, (await story.Mails.ReadAsync("workshop-invitation", "meeting-moved")).Count);
    }

    private Task<Story> OpenAsync(TestAppOptions? options = null) =>
        Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens, options: options);
}
