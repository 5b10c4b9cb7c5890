using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Domain.Publication;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Tests.Api;
using FollowUpFunctions.Tests.Builders;

namespace FollowUpFunctions.Tests.Journeys;

/// <summary>An organisation's strategic plan beside the action plan.</summary>
[Collection(nameof(RunningApp))]
public sealed class StrategicPlanTests(RunningApp app)
{
    private const string Births = "Every newborn has a birth certificate within a month";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_both_plans_say_is_found_accepted_and_shown_in_the_plan()
    {
        string cycle = await BegunAsync();
        JsonNode report = await SentAsync(cycle, $"Our plan\n\n1. {Births}\n2. Buy two vehicles for the staff\n");

        JsonNode births = Objective(report, Births);
        Assert.Equal("11", (string?)births["matches"]![0]!["recommendation"]);
        Assert.InRange((double)births["matches"]![0]!["score"]!, 0.4, 1);
        Assert.Contains(births["matches"]![0]!["words"]!.AsArray(), w => ((string)w!["here"]!).Contains("birth", StringComparison.Ordinal));
        Assert.Equal((string?)Objective(report, "Buy two vehicles for the staff")["id"], (string?)Assert.Single(report["objectivesWithoutItem"]!.AsArray()));
        Assert.Contains("13", report["itemsWithoutObjective"]!.AsArray().Select(k => (string?)k));

        await DecideAsync(cycle, "accept-match", births, "11");
        PublishedObjective shown = Assert.Single((await DraftAsync(cycle)).StrategicPlans);
        Assert.Equal(new(Party.Ngo.Organisation, Births, "en"), shown);
    }

    [Fact]
    public async Task Another_upload_keeps_what_was_decided_where_the_words_are_the_same()
    {
        string cycle = await BegunAsync();
        JsonNode births = Objective(await SentAsync(cycle, $"1. {Births}\n"), Births);
        await DecideAsync(cycle, "refuse-match", births, "11");

        JsonNode report = await SentAsync(cycle, "objective,deadline\n\"EVERY newborn has a birth certificate within a month.\",2032\nHear children in every commune council,2033\n");

        Assert.Equal("refused", (string?)report["objectives"]![0]!["matches"]![0]!["verdict"]);
        Assert.Contains((string?)births["id"], report["objectivesWithoutItem"]!.AsArray().Select(id => (string?)id));
        Assert.Empty((await DraftAsync(cycle)).StrategicPlans);
    }

    [Theory]
    [InlineData("We are an organisation of children.", "No objectives")]
    [InlineData("%PDF-1.4 nothing in it", "")]
    [InlineData("   ", "empty")]
    public async Task A_file_without_objectives_is_refused_and_what_was_there_stays(string file, string said)
    {
        string cycle = await BegunAsync();
        await SentAsync(cycle, $"1. {Births}\n");

        using HttpResponseMessage response = await SendAsync(cycle, file);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        string problem = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("/file", problem, StringComparison.Ordinal);
        Assert.Contains(said, problem, StringComparison.OrdinalIgnoreCase);
        JsonNode still = JsonNode.Parse(await app.Coordinator.GetStringAsync($"cycles/{cycle}/strategic-plans/ngo", Cancellation))!;
        Assert.Single(still["objectives"]!.AsArray());
    }

    private async Task<string> BegunAsync()
    {
        JsonObject body = app.NewCycle();
        body["recommendations"]![0]!["texts"]!["en"] = "Ensure free birth registration for all children, and issue certificates.";
        body["recommendations"]![2]!["texts"]!["en"] = "Promote exclusive breastfeeding.";
        using HttpResponseMessage begun = await app.Story.Coordinator.StartAsync(body);
        begun.EnsureSuccessStatusCode();
        return (string)body["id"]!;
    }

    private async Task<JsonNode> SentAsync(string cycle, string file)
    {
        using HttpResponseMessage response = await SendAsync(cycle, file);
        string answer = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, answer);
        return JsonNode.Parse(answer)!;
    }

    private Task<HttpResponseMessage> SendAsync(string cycle, string file) => app.Coordinator.PostAsync(
        $"cycles/{cycle}/strategic-plans",
        new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file" },
            { new StringContent(Party.Ngo.Organisation), "organisation" },
            { new StringContent("en"), "language" },
        },
        Cancellation);

    private async Task DecideAsync(string cycle, string decision, JsonNode objective, string recommendation)
    {
        using HttpResponseMessage response = await app.Story.Coordinator.PostAsync($"cycles/{cycle}/decisions", new JsonObject
        {
            ["decision"] = decision, ["organisation"] = "ngo", ["objective"] = (string?)objective["id"], ["recommendation"] = recommendation, ["note"] = "Read side by side.",
        });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<PublishedRecommendation> DraftAsync(string cycle) =>
        (await app.Story.App.Service<PlanComposer>().DraftAsync(cycle, app.Story.Time.Now, Cancellation)).Clusters.SelectMany(c => c.Recommendations).Single(r => r.Key == "11");

    private static JsonNode Objective(JsonNode report, string text) => report["objectives"]!.AsArray().Single(o => (string?)o!["text"] == text)!;
}
