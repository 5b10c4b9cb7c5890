using System.Text.Json.Nodes;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

/// <summary>The steps of the first phase, as stories about it begin.</summary>
internal static class Workshop
{
    /// <summary>The invitations are out, and those who are named here say that they come.</summary>
    public static async Task<Story> InvitedAsync(AzuriteFixture azurite, params Party[] coming) => await InvitedAsync(azurite, new CycleBuilder().Build(), coming);

    public static async Task<Story> InvitedAsync(AzuriteFixture azurite, JsonObject body, params Party[] coming)
    {
        Story story = await Story.BeginAsync(azurite, body);
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens);
        foreach (Party party in coming)
            await story.Person(party).AnswerAsync(("attending", "yes"), ("people", "2"), ("names", $"{party.Contact} and a colleague"));
        return story;
    }

    /// <summary>Each leader writes down what is given here, on those recommendations that the group has.</summary>
    public static async Task CommitAsync(this Story story, params (string Field, string Value)[] answers)
    {
        await story.GoToDayAsync(Schedule.Commitments.Opens);
        foreach (Letter letter in await story.Mails.ReadAsync("commitments", "invitation"))
            await story.Person(letter.To).AnswerAsync(answers);
        await story.GoToDayAsync(Schedule.CoSigning.Opens);
    }
}
