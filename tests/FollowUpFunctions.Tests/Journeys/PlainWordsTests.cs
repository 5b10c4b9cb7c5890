using System.Net;
using System.Text.Json.Nodes;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

/// <summary>What coordinators write for children and young people, and the hand-outs that carry it.</summary>
public sealed class PlainWordsTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_hand_outs_say_what_is_missing_and_in_plain_words_nothing_stands_in_for_it()
    {
        await using Story story = await Story.BeginAsync(azurite);
        await story.Coordinator.DecideAsync(Decision.PlainWords("11", ("en", "Tell everybody about children's rights.")));
        await story.Coordinator.DecideAsync(Decision.PlainWords("12-a", ("en", "Soon gone")));
        await story.GoToDayAsync(0.01);
        await story.Coordinator.DecideAsync(Decision.PlainWords("12-a", ("en", "")));
        using HttpResponseMessage list = await story.Coordinator.GetAsync($"cycles/{story.Cycle}/hand-out");
        JsonArray all = (await JsonNode.ParseAsync(await list.Content.ReadAsStreamAsync(Cancellation), cancellationToken: Cancellation))!.AsArray();

        Assert.Equal(
            ["recommendations en 0", "recommendations km 6", "plain-words en 5", "plain-words km 6"],
            all.Select(h => $"{h!["kind"]} {h["language"]} {h["missing"]!.AsArray().Count}"));
        foreach (string address in all.SelectMany(h => new[] { (string)h!["html"]!, (string)h["docx"]! }))
        {
            using HttpResponseMessage file = await story.Coordinator.GetAsync(address[(address.IndexOf("cycles/", StringComparison.Ordinal))..]);
            Assert.True(file.IsSuccessStatusCode, address);
        }

        using HttpResponseMessage page = await story.Coordinator.GetAsync($"cycles/{story.Cycle}/hand-out/plain-words/en.html");
        using HttpResponseMessage unknown = await story.Coordinator.GetAsync($"cycles/{story.Cycle}/hand-out/plain-words/fr.html");
        string text = await page.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("Tell everybody about children", text, StringComparison.Ordinal);
        Assert.DoesNotContain("take up matter", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Soon gone", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Theory]
    [InlineData("""{"decision":"set-plain-words","recommendation":"99","texts":{"en":"x"}}""", "/recommendation")]
    [InlineData("""{"decision":"set-plain-words","recommendation":"11"}""", "/texts")]
    [InlineData("""{"decision":"set-plain-words","recommendation":"11","texts":{"fr":"x"}}""", "/texts/fr")]
    public async Task Plain_words_need_a_recommendation_and_a_language_of_the_cycle(string decision, string pointer)
    {
        await using Story story = await Story.BeginAsync(azurite);

        using HttpResponseMessage refused = await story.Coordinator.TryDecideAsync(JsonNode.Parse(decision)!.AsObject());

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains($"\"{pointer}\"", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }
}
