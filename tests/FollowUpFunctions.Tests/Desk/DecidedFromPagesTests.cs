using System.Globalization;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Desk;

/// <summary>Decisions about the calendar, rounds and people, each from the page that offers it and back.</summary>
public sealed class DecidedFromPagesTests(AzuriteFixture azurite)
{
    private static readonly string[] _decided =
    [
        JournalEvents.RoundExtended, JournalEvents.MeetingMoved, JournalEvents.AddressCorrected, JournalEvents.OptOutLifted, JournalEvents.CalendarPostponed,
        JournalEvents.RoundCloseDecided, JournalEvents.MeetingCancelled, JournalEvents.CycleCancelled,
    ];

    [Fact]
    public async Task What_a_page_offers_is_decided_there_and_seen_when_one_comes_back()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens, options: new() { Bounces = [Party.Ministry.Email] });
        Person ingo = story.Person(Party.International);
        await ingo.PressAsync(await ingo.GetAsync((await ingo.NewestMailAsync()).Unsubscribe!), FormInput.Unsubscribe);
        using HttpClient client = await story.App.AtDeskAsync(Schedule.CoordinatorEmail);
        DecisionDesk desk = new(client, story.Cycle);

        // The invitation gets more time, and the meeting another place.
        await desk.FollowAsync("calendar", "extend-round", "round=workshop-invitation", ("closes", There(7.5)));
        Assert.Equal(Schedule.Day(7.5), (await story.Coordinator.RoundAsync("workshop-invitation")).Closes);
        WebPage calendar = await desk.FollowAsync("calendar", "move-meeting", "meeting=workshop", ("place", "Library"));
        Assert.Contains("Library", calendar.Text, StringComparison.Ordinal);
        Assert.Equal(("Library", Schedule.Day(8)), ((await MeetingAsync(story)).Place, (await MeetingAsync(story)).Starts));

        // Two whom no mail reaches are reached again.
        WebPage people = await desk.FollowAsync("people", "correct-address", $"who={Party.Ministry.Id}", ("email", "office@example.org"));
        Assert.Empty(desk.Links(people, "correct-address"));
        await story.Time.SettleAsync();
        Assert.Contains(await story.Person("office@example.org").MailAsync(), l => l.Round == "workshop-invitation");
        people = await desk.FollowAsync("people", "lift-opt-out", $"who={Party.International.Id}", ("note", "Asked for it on the telephone"));
        Assert.Empty(desk.Links(people, "lift-opt-out"));
        Assert.Empty(await story.App.Cycles.OptedOutAsync(story.Cycle, TestContext.Current.CancellationToken));

        // The consultation comes later, and the invitation ends now.
        await desk.FollowAsync("calendar", "postpone", "step=consultation", ("to", There(18)));
        Assert.Equal(Schedule.Day(18), (await story.Coordinator.ReportAsync()).Planned.Single(p => p.Id == "consultation").Opens);
        WebPage round = await desk.FollowAsync("rounds/workshop-invitation", "close-round", "round=workshop-invitation", ("note", "Everybody has said so"));
        Assert.Contains("Invitation to the workshop", round.Heading, StringComparison.Ordinal);
        await story.Time.SettleAsync();
        Assert.Equal(ClosedBy.Decision, (await story.Coordinator.RoundAsync("workshop-invitation")).ClosedBy);

        // The meeting is called off, and in the end all of it.
        await desk.FollowAsync("calendar", "cancel-meeting", "meeting=workshop", ("note", "No room"));
        Assert.True((await MeetingAsync(story)).Cancelled);
        calendar = await desk.FollowAsync("calendar", "cancel-cycle", "back=calendar", ("note", "No money"));
        Assert.Empty(desk.Links(calendar, ""));
        Assert.Equal("No money", (await story.Coordinator.ReportAsync()).Cancelled!.Note);
        Assert.Contains("called off", calendar.Text, StringComparison.Ordinal);

        string[] journal = [.. (await story.Coordinator.JournalAsync()).Select(e => e.Event)];
        Assert.All(_decided, e => Assert.Contains(e, journal));
        WebPage read = await desk.GetAsync($"desk/cycles/{story.Cycle}/journal");
        Assert.DoesNotContain("office@example.org", read.Html, StringComparison.Ordinal);
    }

    // As a browser writes a date and time, in Phnom Penh.
    private static string There(double day) => Schedule.Day(day).AddHours(7).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static async Task<MeetingReport> MeetingAsync(Story story) => (await story.Coordinator.ReportAsync()).Meetings.Single(m => m.Id == "workshop");
}
