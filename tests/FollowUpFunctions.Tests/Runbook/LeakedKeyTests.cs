using System.Net;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Journeys;

namespace FollowUpFunctions.Tests.Runbook;

/// <summary>Drill: the key that signs links is known to somebody. It is replaced in mid-round, and the old one is not kept.</summary>
public sealed class LeakedKeyTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task With_another_key_every_old_link_and_number_is_dead_and_people_come_back_by_a_fresh_one()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        Person minna = story.Person(Party.Ministry);
        Letter old = await minna.NewestMailAsync();
        string number = await story.AttestAsync(Party.Youth);
        Assert.Equal(HttpStatusCode.OK, (await minna.GetAsync(old.Form)).Status);

        await story.App.StopAsync();
        await story.App.StartAgainAsync(o => o with { Settings = new Dictionary<string, string?>(MovingTests.Key(7)) { ["Links:KeyVersion"] = "2" } });
        story.Time.Begin(story.App.Host.Clock);

        WebPage dead = await minna.GetAsync(old.Form);
        Assert.Equal(HttpStatusCode.NotFound, dead.Status);
        Assert.Single((await story.Child(number).ComeAsync()).Document.QuerySelectorAll(".errors"));
        await minna.PressAsync(dead, FormInput.FreshLink);
        Letter fresh = await minna.NewestMailAsync();
        Assert.Equal("fresh-link", fresh.Kind);
        await minna.AnswerAsync(("recommendations", "11"), ("action", "Train teachers"));
        await story.GoToDayAsync(Schedule.Consultation.Reminders[0]);

        // Reminders bring everybody else a link that works, and the group's adult one too.
        Assert.Equal(HttpStatusCode.OK, (await story.Person(Party.Ngo).OpenAsync()).Status);
        Assert.NotEqual(number, ChildrensGroups.Number(await story.Person(Party.Youth).OpenAsync("/group")));
        Assert.Equal(1, (await story.Coordinator.RoundAsync("consultation")).Answered);
    }
}
