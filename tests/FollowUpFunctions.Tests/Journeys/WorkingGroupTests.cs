using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

public sealed class WorkingGroupTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_number_of_groups_that_the_coordinator_chose_is_formed_with_leaders_of_different_kinds()
    {
        await using Story story = await GroupedAsync();
        GroupReport[] groups = await GroupsAsync(story);

        Assert.Equal(["workshop-1", "workshop-2"], groups.Select(g => g.Id));
        Assert.Equal([2, 2], groups.Select(g => g.Members.Count));
        Assert.Equal([3, 3], groups.Select(g => g.Recommendations.Count));
        Assert.NotEqual(groups[0].Leader.Category, groups[1].Leader.Category);
        Assert.Contains(groups.SelectMany(g => g.Members), m => m.Organisation == "Children First");
    }

    [Fact]
    public async Task Until_the_day_people_and_recommendations_can_be_moved_and_the_leaders_of_then_are_asked()
    {
        await using Story story = await GroupedAsync();
        GroupReport[] before = await GroupsAsync(story);
        string leader = before[0].Leader.Who;
        string key = before[0].Recommendations[0].Key;

        await story.Coordinator.DecideAsync(Moved(leader, "workshop-2"));
        await story.Coordinator.DecideAsync(new() { ["decision"] = "move", ["recommendation"] = key, ["group"] = "workshop-2" });
        await story.Coordinator.DecideAsync(new() { ["decision"] = "lead", ["who"] = leader });

        GroupReport[] after = await GroupsAsync(story);
        Assert.Equal((before[0].Members[1].Who, leader), (after[0].Leader.Who, after[1].Leader.Who));
        Assert.Equal((2, 4), (after[0].Recommendations.Count, after[1].Recommendations.Count));
        await story.GoToDayAsync(Schedule.Commitments.Opens);
        Assert.Equal(
            new[] { after[0].Leader.Who, leader }.Select(who => Party.All.Single(p => p.Id == who).Email).Order(StringComparer.Ordinal),
            (await story.Mails.ReadAsync("commitments", "invitation")).Select(l => l.To).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Once_the_workshop_has_started_groups_stay_as_they_are()
    {
        await using Story story = await GroupedAsync();
        string member = (await GroupsAsync(story))[0].Members[1].Who;
        await story.GoToDayAsync(8.1);

        using HttpResponseMessage refused = await story.Coordinator.TryDecideAsync(Moved(member, "workshop-2"));
        using HttpResponseMessage formed = await story.Coordinator.TryDecideAsync(new() { ["decision"] = "form-groups", ["groups"] = 1 });

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (refused.StatusCode, formed.StatusCode));
        Assert.Contains("has started", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(2, (await GroupsAsync(story)).Length);
    }

    [Fact]
    public async Task Who_answers_late_or_telephones_can_be_put_into_a_group_and_counts_when_groups_are_formed_anew()
    {
        await using Story story = await GroupedAsync();
        await story.Coordinator.DecideAsync(Moved("international", "workshop-1"));
        Assert.Contains((await GroupsAsync(story))[0].Members, m => m.Who == "international");

        await story.Coordinator.DecideAsync(new() { ["decision"] = "form-groups", ["groups"] = 5 });

        GroupReport[] groups = await GroupsAsync(story);
        Assert.Equal(5, groups.Length);
        Assert.Equal(Party.All.Select(p => p.Id).Order(StringComparer.Ordinal), groups.SelectMany(g => g.Members).Select(m => m.Who).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Fewer_groups_leave_none_behind()
    {
        await using Story story = await GroupedAsync();

        await story.Coordinator.DecideAsync(new() { ["decision"] = "form-groups", ["groups"] = 1 });

        GroupReport group = Assert.Single(await GroupsAsync(story));
        Assert.Equal((4, 6), (group.Members.Count, group.Recommendations.Count));
    }

    [Fact]
    public async Task Of_two_moves_at_once_both_count()
    {
        await using Story story = await GroupedAsync();
        GroupReport[] before = await GroupsAsync(story);
        string[] keys = [.. before[0].Recommendations.Select(r => r.Key)];

        await Task.WhenAll(keys.Select(key => story.Coordinator.DecideAsync(new() { ["decision"] = "move", ["recommendation"] = key, ["group"] = "workshop-2" })));

        GroupReport[] after = await GroupsAsync(story);
        Assert.Equal((0, 6), (after[0].Recommendations.Count, after[1].Recommendations.Count));
    }

    [Fact]
    public async Task A_move_that_is_carried_out_again_later_does_not_undo_the_next()
    {
        await using Story story = await GroupedAsync();
        GroupReport[] before = await GroupsAsync(story);
        string key = before[0].Recommendations[0].Key;
        JsonObject there = new() { ["id"] = "there", ["decision"] = "move", ["recommendation"] = key, ["group"] = "workshop-2" };
        await story.Coordinator.DecideAsync((JsonObject)there.DeepClone());
        await story.Coordinator.DecideAsync(new() { ["decision"] = "move", ["recommendation"] = key, ["group"] = "workshop-1" });

        await story.Coordinator.DecideAsync(there);

        Assert.Contains((await GroupsAsync(story))[0].Recommendations, r => r.Key == key);
    }

    [Theory]
    [InlineData("""{"decision":"move","who":"ngo","recommendation":"11","group":"workshop-1"}""", "/who")]
    [InlineData("""{"decision":"move","group":"workshop-1"}""", "/who")]
    [InlineData("""{"decision":"move","who":"nobody","group":"workshop-1"}""", "/who")]
    [InlineData("""{"decision":"move","recommendation":"99","group":"workshop-1"}""", "/recommendation")]
    [InlineData("""{"decision":"move","who":"ngo","group":"workshop-9"}""", "/group")]
    [InlineData("""{"decision":"lead","who":"nobody"}""", "/who")]
    [InlineData("""{"decision":"form-groups","groups":0}""", "/groups")]
    [InlineData("""{"decision":"star","recommendation":"99"}""", "/recommendation")]
    [InlineData("""{"decision":"record-attendance"}""", "/came")]
    [InlineData("""{"decision":"record-attendance","came":["ngo","nobody"]}""", "/came/1")]
    public async Task What_is_wrong_in_a_decision_is_pointed_at(string decision, string pointer)
    {
        await using Story story = await GroupedAsync();

        using HttpResponseMessage response = await story.Coordinator.TryDecideAsync(JsonNode.Parse(decision)!.AsObject());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"\"pointer\":\"{pointer}\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_invitation_has_closed_there_is_nothing_to_move()
    {
        await using Story story = await Workshop.InvitedAsync(azurite, Party.Ngo);

        using HttpResponseMessage response = await story.Coordinator.TryDecideAsync(Moved("ngo", "workshop-1"));

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Empty(await GroupsAsync(story));
    }

    [Fact]
    public async Task A_starred_recommendation_is_important_and_without_the_star_no_more()
    {
        await using Story story = await GroupedAsync();
        await story.Coordinator.DecideAsync(new() { ["decision"] = "star", ["recommendation"] = "13" });
        Assert.Equal(["13"], (await GroupsAsync(story)).SelectMany(g => g.Recommendations).Where(r => r.Important).Select(r => r.Key));

        await story.Time.SettleAsync();
        await story.Coordinator.DecideAsync(new() { ["decision"] = "unstar", ["recommendation"] = "13" });

        Assert.DoesNotContain((await GroupsAsync(story)).SelectMany(g => g.Recommendations), r => r.Important);
    }

    private static JsonObject Moved(string who, string group) => new() { ["decision"] = "move", ["who"] = who, ["group"] = group };

    /// <summary>All but one organisation come, to two groups; it is the day before the workshop.</summary>
    private async Task<Story> GroupedAsync()
    {
        JsonObject body = new CycleBuilder().Build();
        body["workshopGroups"] = 2;
        Story story = await Workshop.InvitedAsync(azurite, body, [.. Party.All.Except([Party.International])]);
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Closes);
        return story;
    }

    private static async Task<GroupReport[]> GroupsAsync(Story story)
    {
        using HttpResponseMessage response = await story.Coordinator.GetAsync($"cycles/{story.Cycle}/groups");
        return JsonSerializer.Deserialize<GroupReport[]>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), RowDocument.Json)!;
    }
}
