using System.Net;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Journeys;

namespace FollowUpFunctions.Tests.Operations;

/// <summary>The drill of <c>docs/decisions/0045</c>: a signing key is changed while a cycle runs.</summary>
public sealed class KeyRotationTests(AzuriteFixture azurite)
{
    private static readonly string first = Convert.ToBase64String(new byte[32]);
    private static readonly string second = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]);

    private static readonly Dictionary<string, string?> changed = new()
    {
        ["Links:SigningKey"] = second, ["Links:KeyVersion"] = "2", ["Links:EarlierKeys"] = $"1={first}",
    };

    private static readonly Dictionary<string, string?> dropped = new() { ["Links:SigningKey"] = second, ["Links:KeyVersion"] = "2" };

    [Fact]
    public async Task Links_that_were_mailed_work_to_the_end_of_their_round_and_the_next_mail_has_one_under_the_new_key()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);
        Person minna = story.Person(Party.Ministry);
        Letter invitation = await minna.NewestMailAsync();

        await story.RestartAsync(changed);
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Reminders[0]);

        Letter reminder = await minna.NewestMailAsync();
        Assert.Contains("/1.", invitation.Form, StringComparison.Ordinal);
        Assert.Contains("/2.", reminder.Form, StringComparison.Ordinal);
        foreach (string link in (string[])[invitation.Form, invitation.Unsubscribe!, reminder.Form, reminder.Unsubscribe!])
            Assert.Equal(HttpStatusCode.OK, (await minna.GetAsync(link)).Status);
        WebPage check = await minna.FillInAsync(await minna.GetAsync(invitation.Form), ("attending", "yes"), ("people", "2"));
        Assert.True((await minna.PressAsync(check, "send")).IsReceipt);
    }

    [Fact]
    public async Task A_key_that_is_dropped_kills_its_links_and_no_others()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);
        Person minna = story.Person(Party.Ministry);
        Letter invitation = await minna.NewestMailAsync();
        await story.RestartAsync(changed);
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Reminders[0]);

        await story.RestartAsync(dropped);

        Assert.Equal(HttpStatusCode.NotFound, (await minna.GetAsync(invitation.Form)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await minna.GetAsync(invitation.Unsubscribe!)).Status);
        Assert.Equal(HttpStatusCode.OK, (await minna.GetAsync((await minna.NewestMailAsync()).Form)).Status);
    }

    [Fact]
    public async Task Children_come_in_and_take_back_with_the_numbers_that_they_have_and_the_adult_is_shown_the_same_one()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        string number = await story.AttestAsync(ChildrensGroups.Club);
        string own = Child.Own(await story.Child(number).AnswerAsync("We want a river to swim in"));

        await story.RestartAsync(changed);

        Assert.Equal(number, ChildrensGroups.Number(await story.Person(ChildrensGroups.Club).OpenAsync("/group")));
        string later = Child.Own(await story.Child(number).AnswerAsync("We want a library"));
        foreach (string mine in (string[])[own, later])
        {
            WebPage taken = await story.Child(number).TakeBackAsync(mine);
            Assert.Empty(taken.Errors);
        }

        Assert.Equal(0, await story.VoicesOfAsync(ChildrensGroups.Club));
    }

    [Fact]
    public async Task A_group_whose_key_was_dropped_gets_another_number_when_its_adult_attests_again()
    {
        await using Story story = await ChildrensGroups.OpenAsync(azurite);
        string number = await story.AttestAsync(ChildrensGroups.Club);

        await story.RestartAsync(dropped);
        await story.Person(ChildrensGroups.Club).PressAsync(
            await story.Person(ChildrensGroups.Club).GetAsync((await story.Person(ChildrensGroups.Club).NewestMailAsync()).Form), "fresh-link");
        await story.Time.SettleAsync();
        string other = await story.AttestAsync(ChildrensGroups.Club);

        Assert.NotEqual(number, other);
        Assert.Single((await story.Child(number).ComeAsync()).Document.QuerySelectorAll(".errors"));
        Assert.Equal(Links.ChildrensNumbers.WithdrawalDigits, Child.Own(await story.Child(other).AnswerAsync("We want a bus")).Length);
    }
}
