using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

public sealed class AttendanceTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_coordinator_reads_who_comes_how_many_and_what_they_need()
    {
        await using Story story = await AnsweredAsync();
        Attendance attendance = await ReadAsync(story);

        Assert.Equal(5, attendance.Organisations.Count);
        Attendee ministry = attendance.Organisations.Single(a => a.Who == "ministry");
        Assert.Equal((true, true, 3, "Minna Istry\nSomebody Else", "A ramp"), (ministry.Answered, ministry.Attending, ministry.People, ministry.Names, ministry.Needs));
        Assert.Equal((true, false, null), (Of(attendance, "ngo").Answered, Of(attendance, "ngo").Attending, Of(attendance, "ngo").People));
        Assert.False(Of(attendance, "youth").Answered);
        Assert.Equal(
            new CategoryAttendance(StakeholderCategory.Ministry, 1, 1, 1, 3, null),
            attendance.Categories.Single(c => c.Category == StakeholderCategory.Ministry));
    }

    [Fact]
    public async Task A_late_answer_is_there_and_marked_and_groups_are_named()
    {
        await using Story story = await AnsweredAsync();
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Closes);
        await story.Person(Party.Youth).AnswerAsync(("attending", "yes"), ("people", "4"));

        Attendance attendance = await ReadAsync(story);

        Assert.Equal((true, true), (Of(attendance, "youth").Attending, Of(attendance, "youth").Late));
        Assert.Equal(("workshop-1", null), (Of(attendance, "ministry").Group, Of(attendance, "youth").Group));
    }

    [Fact]
    public async Task As_a_table_it_can_be_printed_and_no_formula_is_run()
    {
        await using Story story = await AnsweredAsync();

        using HttpResponseMessage response = await story.Coordinator.GetAsync($"cycles/{story.Cycle}/attendance?format=csv");
        string csv = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("Who,Organisation,Category,Answered,Attending,Late,People,Names,Needs,Group,Came", csv.TrimStart('\ufeff'), StringComparison.Ordinal);
        Assert.Equal(
            "ministry,Ministry of Children,ministry,yes,yes,no,3,\"Minna Istry\nSomebody Else\",A ramp,,",
            csv.Split("\r\n").Single(line => line.StartsWith("ministry,", StringComparison.Ordinal)));
        Assert.Contains("'=1+1", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_really_came_is_recorded_from_the_day_on_and_a_new_list_takes_the_place_of_the_old()
    {
        await using Story story = await AnsweredAsync();
        using HttpResponseMessage early = await story.Coordinator.TryDecideAsync(Came("ministry"));
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);

        await story.GoToDayAsync(8.1);
        await story.Coordinator.DecideAsync(Came("ministry", "ngo"));
        await story.Time.SettleAsync();
        await story.Coordinator.DecideAsync(Came("youth", "ministry"));

        Attendance attendance = await ReadAsync(story);
        Assert.True(attendance.Recorded);
        Assert.Equal(["ministry", "youth"], attendance.Organisations.Where(a => a.Came == true).Select(a => a.Who));
        Assert.Equal([1, 1], attendance.Categories.Where(c => c.Came > 0).Select(c => c.Came!.Value));
    }

    [Fact]
    public async Task It_is_for_those_with_the_key()
    {
        await using Story story = await AnsweredAsync();

        using HttpResponseMessage response = await story.App.Anybody.GetAsync($"cycles/{story.Cycle}/attendance", Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static Attendee Of(Attendance attendance, string who) => attendance.Organisations.Single(a => a.Who == who);

    private static JsonObject Came(params string[] who) => new() { ["decision"] = "record-attendance", ["came"] = new JsonArray([.. who.Select(w => JsonValue.Create(w))]) };

    private async Task<Story> AnsweredAsync()
    {
        Story story = await Workshop.InvitedAsync(azurite);
        await story.Person(Party.Ministry).AnswerAsync(("attending", "yes"), ("people", "3"), ("names", "Minna Istry\nSomebody Else"), ("needs", "A ramp"));
        await story.Person(Party.Ngo).AnswerAsync(("attending", "no"), ("needs", "=1+1"));
        return story;
    }

    private static async Task<Attendance> ReadAsync(Story story)
    {
        using HttpResponseMessage response = await story.Coordinator.GetAsync($"cycles/{story.Cycle}/attendance");
        return JsonSerializer.Deserialize<Attendance>(await response.Content.ReadAsStringAsync(Cancellation), RowDocument.Json)!;
    }
}
