using System.Text.Json.Nodes;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Keeping;

public sealed class ErasingTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_a_running_cycle_links_die_mail_stops_and_the_organisation_waits_for_somebody_else()
    {
        await using Story story = await Story.BeginAsync(azurite);
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens);
        Person nadia = story.Person(Party.Ngo);
        WebPage form = await nadia.OpenAsync();
        await nadia.ContinueAsync(form, ("attending", "yes"), ("people", "2"), ("names", "Petra Quill"));

        (int status, JsonNode report) = await EraseAsync(story, new() { ["email"] = Party.Ngo.Email.ToUpperInvariant() });

        Assert.True(status == 200, report.ToJsonString());
        Assert.Equal("ngo", (string)report["who"]![0]!);
        Assert.Equal(404, (int)(await nadia.GetAsync(form.Address)).Status);
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Closes - 1);
        Assert.DoesNotContain(await story.Mails.ReadAsync(), l => l.To == Party.Ngo.Email);
        Assert.DoesNotContain(await story.EverythingStoredAsync(), l => l.Contains("Petra Quill", StringComparison.Ordinal));
        JsonNode bounce = JsonNode.Parse(await story.App.Coordinator.GetStringAsync($"cycles/{story.Cycle}/bounces", Cancellation))!.AsArray().Single()!;
        Assert.Equal(("ngo", "erased", ""), ((string)bounce["who"]!, (string)bounce["reason"]!, (string)bounce["email"]!));

        await story.Coordinator.DecideAsync(new() { ["decision"] = "correct-address", ["who"] = "ngo", ["email"] = "successor@example.org" });
        await story.Time.SettleAsync();
        await story.Person("successor@example.org").AnswerAsync(("attending", "yes"), ("people", "1"));
        Assert.Equal(1, (await story.Coordinator.RoundAsync("workshop-invitation")).Answered);
    }

    [Theory]
    [InlineData("""{}""", 400, "")]
    [InlineData("""{"who":"ngo","name":"Nadia Goodwin"}""", 400, "")]
    [InlineData("""{"email":"nadia"}""", 400, "/email")]
    [InlineData("""{"name":"N"}""", 400, "/name")]
    [InlineData("""{"who":"ngo","alsoKnownAs":["Na"]}""", 400, "/alsoKnownAs/0")]
    [InlineData("""{"who":"ngo","why":"because"}""", 400, null)]
    [InlineData("""not json""", 400, null)]
    [InlineData("""{"who":"nobody-here"}""", 404, null)]
    [InlineData("""{"name":"Ernestine Unheard"}""", 404, null)]
    [InlineData("""{"name":"Cora Dinator"}""", 409, null)]
    public async Task What_cannot_be_done_is_refused_with_a_reason_and_nothing_is_changed(string body, int expected, string? pointer)
    {
        await using Story story = await Story.BeginAsync(azurite);
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens);
        IReadOnlyList<string> before = await story.EverythingStoredAsync();

        using StringContent content = new(body);
        using HttpResponseMessage response = await story.App.Coordinator.PostAsync($"cycles/{story.Cycle}/people/erase", content, Cancellation);
        string answer = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.True((int)response.StatusCode == expected, $"{(int)response.StatusCode} {answer}");
        if (pointer is not null)
            Assert.Equal(pointer, (string)JsonNode.Parse(answer)!["errors"]![0]!["pointer"]!);
        Assert.Equal(before, await story.EverythingStoredAsync());
    }

    private static async Task<(int Status, JsonNode Body)> EraseAsync(Story story, JsonObject who)
    {
        using HttpResponseMessage response = await story.Coordinator.PostAsync($"cycles/{story.Cycle}/people/erase", who);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!);
    }
}
