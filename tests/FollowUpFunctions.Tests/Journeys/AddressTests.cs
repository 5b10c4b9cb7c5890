using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

/// <summary>Somebody's address is wrong, and a coordinator corrects it.</summary>
public sealed class AddressTests(AzuriteFixture azurite)
{
    private const string Corrected = "minna.istry@example.org";

    [Fact]
    public async Task A_bounce_shows_stops_mail_in_later_rounds_and_after_the_correction_the_invitation_goes_again()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Consultation.Opens, options: new() { Bounces = [Party.Ministry.Email] });

        BouncedContact bounced = Assert.Single(await BouncesAsync(story));
        Assert.Equal((Party.Ministry.Id, Party.Ministry.Organisation, Party.Ministry.Email), (bounced.Who, bounced.Organisation, bounced.Email));
        Assert.Equal(["consultation"], bounced.Rounds);
        CycleReport report = await story.Coordinator.ReportAsync();
        Assert.Contains(report.Waiting, w => w is { What: "correct-address", For: "coordinator", Count: 1 });
        Assert.All(report.Rounds.Where(r => r.Id is "workshop-invitation" or "consultation"), r => Assert.Equal(1, r.Bounced));
        Assert.Single(await story.Coordinator.JournalAsync(), e => e.Event == JournalEvents.MailBounced);

        await CorrectAsync(story, Corrected);

        Person minna = story.Person(Corrected);
        Letter letter = Assert.Single(await minna.MailAsync());
        Assert.Equal(("consultation", "invitation"), (letter.Round, letter.Kind));
        RoundReport round = await story.Coordinator.RoundAsync("consultation");
        Assert.Equal((4, 0, 4), (round.Invited, round.Bounced, round.Outstanding));
        Assert.Empty(await BouncesAsync(story));
        Assert.Equal(1, (await story.Coordinator.RoundAsync("workshop-invitation")).Bounced);

        await story.GoToDayAsync(Schedule.Consultation.Reminders[0]);
        Assert.Equal("reminder", (await minna.MailAsync())[^1].Kind);
        await minna.AnswerAsync(("recommendations", "11"), ("action", "Train teachers"));
        Assert.Equal(1, (await story.Coordinator.RoundAsync("consultation")).Answered);
    }

    [Fact]
    public async Task Links_that_went_to_the_old_address_are_dead_and_a_fresh_one_goes_to_the_new_one()
    {
        await using Story story = await OpenAsync();
        Person minna = story.Person(Party.Ministry);
        Letter old = await minna.NewestMailAsync();

        await CorrectAsync(story, Corrected);

        Assert.Equal(HttpStatusCode.NotFound, (await minna.GetAsync(old.Form)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await minna.GetAsync(old.Unsubscribe!)).Status);
        Person corrected = story.Person(Corrected);
        Letter invitation = Assert.Single(await corrected.MailAsync());
        Assert.Equal(Entry.Of(old).Uid, Entry.Of(invitation).Uid);
        Assert.Equal(HttpStatusCode.OK, (await corrected.GetAsync(invitation.Form)).Status);
        await minna.PressAsync(await minna.GetAsync(old.Form), FormInput.FreshLink);
        Assert.Equal(["fresh-link", "invitation"], (await corrected.MailAsync()).Select(l => l.Kind).Order());
        Assert.Single(await minna.MailAsync());
        Assert.Equal(HttpStatusCode.OK, (await corrected.GetAsync((await corrected.NewestMailAsync()).Form)).Status);
    }

    [Fact]
    public async Task A_correction_that_is_decided_twice_invites_once_and_one_with_the_same_address_tries_it_again()
    {
        await using Story story = await OpenAsync();
        await CorrectAsync(story, Corrected, "first");
        await CorrectAsync(story, Corrected, "first");
        Assert.Single(await story.Person(Corrected).MailAsync());

        await story.Time.SettleAsync();
        await CorrectAsync(story, Corrected, "second");

        Letter[] letters = [.. await story.Person(Corrected).MailAsync()];
        Assert.Equal(2, letters.Length);
        Assert.Equal(HttpStatusCode.NotFound, (await story.Person(Corrected).GetAsync(letters.Single(l => l.Name.EndsWith("~g2.eml", StringComparison.Ordinal)).Form)).Status);
        Assert.Equal(HttpStatusCode.OK, (await story.Person(Corrected).GetAsync(letters.Single(l => l.Name.EndsWith("~g3.eml", StringComparison.Ordinal)).Form)).Status);
        Assert.Equal(2, (await story.Coordinator.JournalAsync()).Count(e => e.Event == JournalEvents.AddressCorrected));
    }

    [Fact]
    public async Task Who_has_answered_keeps_the_answer_and_is_not_asked_again()
    {
        await using Story story = await OpenAsync();
        await story.Person(Party.Ministry).AnswerAsync(("attending", "no"));

        await CorrectAsync(story, Corrected);

        Assert.Empty(await story.Person(Corrected).MailAsync());
        Assert.Equal(1, (await story.Coordinator.RoundAsync("workshop-invitation")).Answered);
    }

    [Theory]
    [InlineData("nobody", Corrected, "/who")]
    [InlineData("ministry", "minna", "/email")]
    [InlineData("ministry", "Nadia@example.org", "/email")]
    public async Task A_correction_that_makes_no_sense_is_refused(string who, string email, string pointer)
    {
        await using Story story = await OpenAsync();

        using HttpResponseMessage response = await story.Coordinator.TryDecideAsync(new() { ["decision"] = "correct-address", ["who"] = who, ["email"] = email });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(pointer, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_s_address_can_be_corrected_too()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Responsibility.Closes + 1, options: new() { Bounces = [Schedule.CoordinatorEmail] });
        Assert.Equal("coordinator-1", Assert.Single(await BouncesAsync(story)).Who);

        await CorrectAsync(story, "cora.dinator@example.org", who: "coordinator-1");

        Assert.Equal("draft-review", Assert.Single(await story.Person("cora.dinator@example.org").MailAsync()).Round);
        Assert.Equal(1, (await story.Coordinator.RoundAsync("draft-review")).Outstanding);
    }

    private static Task CorrectAsync(Story story, string email, string id = "correction", string who = "ministry") => story.Coordinator.DecideAsync(new JsonObject
    {
        ["id"] = id, ["decision"] = "correct-address", ["who"] = who, ["email"] = email, ["note"] = "Called them.",
    });

    private static async Task<IReadOnlyList<BouncedContact>> BouncesAsync(Story story)
    {
        using HttpResponseMessage response = await story.Coordinator.GetAsync($"cycles/{story.Cycle}/bounces");
        return JsonSerializer.Deserialize<List<BouncedContact>>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), RowDocument.Json)!;
    }

    private Task<Story> OpenAsync() =>
        Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);
}
