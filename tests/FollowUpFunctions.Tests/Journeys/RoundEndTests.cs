using System.Text.Json.Nodes;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

public sealed class RoundEndTests(AzuriteFixture azurite)
{
    private static readonly RoundRef invitation = new("testland-2031", "workshop-invitation");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_those_who_have_not_answered_are_reminded_and_the_end_closes_the_round()
    {
        await using Story story = await OpenAsync();
        await story.Person(Party.Ministry).AnswerAsync(("attending", "no"));

        await story.GoToDayAsync(Schedule.WorkshopInvitation.Reminders[0]);
        Assert.Equal([Party.Ngo, Party.Province, Party.International, Party.Youth], await RemindedAsync(story, 1));
        await story.Person(Party.Ngo).AnswerAsync(("attending", "yes"), ("people", "2"));
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Reminders[1]);
        Assert.Equal([Party.Province, Party.International, Party.Youth], await RemindedAsync(story, 2));

        await story.GoToDayAsync(Schedule.WorkshopInvitation.Closes);
        RoundReport round = await story.Coordinator.RoundAsync("workshop-invitation");
        Assert.Equal(("closed", ClosedBy.End, 2, 3, 2), (round.State, round.ClosedBy, round.Answered, round.Outstanding, round.Reminders));
        Assert.Equal(new CategoryCount(1, 1), round.Categories["ministry"]);
        Assert.Equal(new CategoryCount(1, 0), round.Categories["children-and-youth"]);
    }

    [Fact]
    public async Task When_everybody_has_answered_the_round_closes_by_itself()
    {
        await using Story story = await OpenAsync();
        foreach (Party party in Party.All)
            await story.Person(party).AnswerAsync(("attending", "no"));

        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens + 0.2);

        RoundReport round = await story.Coordinator.RoundAsync("workshop-invitation");
        Assert.Equal((ClosedBy.Completeness, 5, 0), (round.ClosedBy, round.Answered, round.Outstanding));
        Assert.True(round.ClosedAt < Schedule.Day(Schedule.WorkshopInvitation.Opens + 0.2));
    }

    [Fact]
    public async Task A_decision_closes_a_round_at_once()
    {
        await using Story story = await OpenAsync();

        await story.Coordinator.CloseAsync("workshop-invitation");
        await story.Time.SettleAsync();

        RoundReport round = await story.Coordinator.RoundAsync("workshop-invitation");
        Assert.Equal(("closed", ClosedBy.Decision), (round.State, round.ClosedBy));
        Assert.Contains(await story.Coordinator.JournalAsync(), e => e is { Event: JournalEvents.RoundCloseDecided, Subject: "workshop-invitation" });
    }

    [Fact]
    public async Task An_extended_round_stays_open_until_its_new_end()
    {
        await using Story story = await OpenAsync();
        await story.Coordinator.DecideAsync(new JsonObject
        {
            ["decision"] = "extend-round",
            ["round"] = "workshop-invitation",
            ["closes"] = Schedule.Instant(Schedule.Day(9)),
        });

        await story.GoToDayAsync(Schedule.WorkshopInvitation.Closes + 1);
        Assert.Equal("open", (await story.Coordinator.RoundAsync("workshop-invitation")).State);
        Assert.True((await story.Person(Party.Youth).AnswerAsync(("attending", "no"))).IsReceipt);
        await story.GoToDayAsync(9);

        RoundReport round = await story.Coordinator.RoundAsync("workshop-invitation");
        Assert.Equal((ClosedBy.End, 1, 0), (round.ClosedBy, round.Answered, round.Late));
        Assert.Equal(Schedule.Day(9), round.Closes);
    }

    [Fact]
    public async Task A_late_answer_is_kept_and_marked_and_not_counted()
    {
        await using Story story = await OpenAsync();
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Closes);
        Person yola = story.Person(Party.Youth);

        WebPage form = await yola.OpenAsync();
        WebPage receipt = await yola.AnswerAsync(("attending", "yes"), ("people", "3"));

        Assert.NotNull(form.Document.QuerySelector("p.note"));
        Assert.NotNull(receipt.Document.QuerySelector("p.note"));
        Assert.Equal((1, 1), ((await story.Coordinator.RoundAsync("workshop-invitation")).Answered, (await story.Coordinator.RoundAsync("workshop-invitation")).Late));
        RoundAnswers answers = story.App.Service<RoundAnswers>();
        Assert.Empty(await answers.CountedAsync(invitation, Cancellation));
        Assert.Equal("yes", Assert.Single(await answers.LateAsync(invitation, Cancellation)).Sheet.Answer("attending"));
    }

    [Fact]
    public async Task A_round_that_nobody_is_invited_to_closes_at_once()
    {
        await using Story story = await OpenAsync();

        await story.GoToDayAsync(Schedule.Commitments.Opens);

        RoundReport round = await story.Coordinator.RoundAsync("commitments");
        Assert.Equal(("closed", ClosedBy.Completeness, 0), (round.State, round.ClosedBy, round.Invited));
        Assert.True(round.ClosedAt - round.Opens < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task An_address_that_takes_no_mail_is_not_waited_for()
    {
        await using Story story = await OpenAsync(new() { Bounces = [Party.Youth.Email] });

        RoundReport round = await story.Coordinator.RoundAsync("workshop-invitation");
        Assert.Equal((5, 4, 1), (round.Invited, round.Outstanding, round.Bounced));
        JournalEntry bounced = Assert.Single(await story.Coordinator.JournalAsync(), e => e.Event == JournalEvents.MailBounced);
        Assert.DoesNotContain("@", bounced.Subject + bounced.Detail, StringComparison.Ordinal);
        Assert.Empty(await story.Person(Party.Youth).MailAsync());

        foreach (Party party in Party.All.Where(p => p != Party.Youth))
            await story.Person(party).AnswerAsync(("attending", "no"));
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens + 0.2);
        Assert.Equal(ClosedBy.Completeness, (await story.Coordinator.RoundAsync("workshop-invitation")).ClosedBy);
    }

    [Fact]
    public async Task Invitations_go_out_in_pages()
    {
        await using Story story = await OpenAsync(new() { PageSize = 2 });

        IReadOnlyList<Letter> letters = await story.Mails.ReadAsync("workshop-invitation", "invitation");

        Assert.Equal(Party.All.Select(p => p.Email).Order(), letters.Select(l => l.To).Order());
        Assert.Equal(["0000", "0001", "0002"], letters.Select(l => new Uri(l.Form).Segments[4][..4]).Distinct().Order());
    }

    private static async Task<IReadOnlyList<Party>> RemindedAsync(Story story, int ordinal) =>
    [
        .. (await story.Mails.ReadAsync("workshop-invitation", "reminder"))
            .Where(l => l.Name.Contains($"~reminder~{ordinal:000}~", StringComparison.Ordinal))
            .Select(l => Party.All.Single(p => p.Email == l.To))
            .OrderBy(p => p.Organisation, StringComparer.Ordinal),
    ];

    private Task<Story> OpenAsync(TestAppOptions? options = null) =>
        Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens, options: options);
}
