using System.Text.Json.Nodes;
using FollowUp.Pages.Children;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

/// <summary>Stories in which groups of children are asked.</summary>
internal static class ChildrensGroups
{
    public static Party Club { get; } = new("club", "Kite Club", "children-and-youth", "Clara Ubbelohde", "clara@example.org", "km");

    private static readonly (string, string)[] attested =
        [("children", "6"), ("age-band", "10-13"), ("region", "Testville"), ("consent", "yes"), ("adult", "yes")];

    /// <summary>A story at the opening of the consultation, beside which children are asked.</summary>
    public static async Task<Story> OpenAsync(AzuriteFixture azurite, JsonObject? safety = null, TestAppOptions? options = null)
    {
        Story story = await Story.BeginAsync(
            azurite, new CycleBuilder { Children = safety ?? CycleBuilder.Safety, Parties = [.. Party.All, Club] }, options);
        await story.GoToDayAsync(Schedule.Consultation.Opens);
        return story;
    }

    /// <summary>Attests consent and reads the number off the page.</summary>
    public static async Task<string> AttestAsync(this Story story, Party adult, params (string Field, string Value)[] otherwise)
    {
        WebPage page = await story.Person(adult).OpenAsync("/attestation");
        page = await story.Person(adult).ContinueAsync(page, [.. attested.Where(a => otherwise.All(o => o.Field != a.Item1)), .. otherwise]);
        return Number(page);
    }

    public static string Number(WebPage page) => ChildInput.Digits(page.Document.QuerySelector(".panel strong")?.TextContent);

    /// <summary>Says that the group is finished.</summary>
    public static async Task FinishAsync(this Story story, Party adult)
    {
        Person person = story.Person(adult);
        WebPage page = await person.ContinueAsync(await person.OpenAsync("/group"), ("finished", "yes"), ("note", "They laughed a lot"));
        Assert.True((await person.PressAsync(page, "send")).IsReceipt);
    }

    /// <summary>How many voices a group has, as its row says.</summary>
    public static async Task<int> VoicesOfAsync(this Story story, Party adult)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        IEnumerable<Invitation> all = await story.App.Invitations.PageAsync(new(story.Cycle, "children-consultation", 0), cancellation);
        return (await story.App.Service<VoicesTable>().GroupAsync(new(story.Cycle, all.Single(i => i.Who == adult.Id).Ref.Id), cancellation))!.Voices;
    }

    public static Child Child(this Story story, string number) => new(story, number);

    /// <summary>Everything that coordinators can read over the API.</summary>
    public static async Task<string> EveryAnswerAsync(this Story story)
    {
        List<string> all = [];
        foreach (string path in (string[])["", "/journal", "/plan", "/translations", "/groups", "/attendance", "/voices", "/recommendations", "/stakeholders"])
            all.Add(await (await story.Coordinator.GetAsync($"cycles/{story.Cycle}{path}")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return string.Join('\n', all);
    }

    public static async Task<JsonArray> VoicesAsync(this Story story)
    {
        string answer = await (await story.Coordinator.GetAsync($"cycles/{story.Cycle}/voices")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (JsonArray)JsonNode.Parse(answer)!["voices"]!;
    }

    public static Task ReviewAsync(this Story story, string voice, string verdict, string? words = null) => story.Coordinator.DecideAsync(new()
    {
        ["decision"] = "review-voice",
        ["voice"] = voice,
        ["verdict"] = verdict,
        ["words"] = words,
        ["note"] = "Read twice",
    });
}
