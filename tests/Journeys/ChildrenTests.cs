using System.Text.Json.Nodes;
using Journeys.Cycles;
using Journeys.Host;
using Journeys.People;

namespace Journeys;

public sealed class ChildrenTests(JourneyHost host)
{
    private const string Round = "children-consultation";

    [Fact]
    public async Task Children_answer_with_their_adults_number_and_are_told_what_became_of_it()
    {
        SecondsCalendar calendar = new() { Lasting = new Dictionary<string, double> { ["consultation"] = 5 } };
        await using Journey journey = await Journey.BeginAsync(host, new() { Calendar = calendar, Children = true });
        await journey.Secretariat.GiveTimeAsync("consultation");
        await journey.Secretariat.GiveTimeAsync(Round);
        JsonNode invitation = (await journey.Secretariat.RoundAsync("workshop-invitation"))!;
        Assert.Equal(("closed", "End", 5), ((string)invitation["state"]!, (string)invitation["closedBy"]!, (int)invitation["outstanding"]!));

        string number = await AttestAsync(journey);
        await AnswerAsync(journey, number);
        await FinishAsync(journey, number);
        await journey.Secretariat.CloseAsync(Round);
        await journey.Secretariat.CloseAsync("consultation");
        await ReviewAsync(journey);

        await journey.Secretariat.ApproveAsync("draft-review");
        await journey.Secretariat.ApproveAsync("plan-review");
        await ReadPlanAsync(journey);
        await TellAsync(journey, number);
    }

    private static async Task<string> AttestAsync(Journey journey)
    {
        Person yola = journey.Person(Party.Youth);
        WebPage without = await yola.ContinueAsync(await yola.OpenAsync(Round, "/attestation"), ("children", "6"), ("age-band", "10-13"), ("adult", "yes"));
        Assert.Single(without.Errors);
        Assert.Null(without.Document.QuerySelector(".panel strong"));

        WebPage page = await yola.ContinueAsync(without, ("region", "Testville"), ("consent", "yes"));
        return Child.Digits(page.Document.QuerySelector(".panel strong")!.TextContent);
    }

    private async Task AnswerAsync(Journey journey, string number)
    {
        for (int n = 0; n < 5; n++)
            Assert.Equal("Thank you", (await At(number).AnswerAsync($"Teachers should not beat us, says child {n}")).Heading);
        WebPage regretted = await At(number).AnswerAsync("I did not want to say this");
        WebPage back = await At(number).TakeBackAsync(Child.Own(regretted));
        WebPage adult = await journey.Person(Party.Youth).OpenAsync(Round, "/group");

        Assert.Equal("Your answers are gone", back.Heading);
        Assert.Contains("5 of 6", adult.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("beat us", adult.Text, StringComparison.Ordinal);
    }

    private async Task FinishAsync(Journey journey, string number)
    {
        Person yola = journey.Person(Party.Youth);
        WebPage check = await yola.ContinueAsync(await yola.OpenAsync(Round, "/group"), ("finished", "yes"), ("note", "They laughed a lot"));
        Assert.True((await yola.Browser.PressAsync(check, "send")).IsReceipt);
        Assert.Equal("The asking is over", (await At(number).ComeAsync()).Heading);
    }

    private static async Task ReviewAsync(Journey journey)
    {
        await journey.Secretariat.OpenAsync("voices-review");
        JsonArray voices = (await journey.Secretariat.GetAsync("/voices")).Json["voices"]!.AsArray();
        Assert.Equal(5, voices.Count);
        foreach (JsonNode? voice in voices)
        {
            bool withheld = ((string)voice!["words"]!).EndsWith('4');
            await journey.Secretariat.DecideAsync(new()
            {
                ["decision"] = "review-voice", ["voice"] = (string)voice["id"]!, ["verdict"] = withheld ? "withheld" : "free", ["note"] = "Read twice",
            });
        }

        await journey.Secretariat.ClosedAsync("voices-review");
    }

    private static async Task ReadPlanAsync(Journey journey)
    {
        WebPage version = await journey.PlanAsync(1);
        string plan = (await journey.DataAsync(version)).ToJsonString();

        Assert.Contains("What children said", version.Text, StringComparison.Ordinal);
        Assert.Contains("says child 0", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("says child 4", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("I did not want to say this", plan, StringComparison.Ordinal);
    }

    private async Task TellAsync(Journey journey, string number)
    {
        await journey.Secretariat.OpenAsync("tell-children");
        await journey.Secretariat.DecideAsync(new()
        {
            ["decision"] = "tell-children",
            ["texts"] = new JsonObject { ["en"] = "You said: no beating. We wrote it in the plan.", ["km"] = "អ្នកបាននិយាយ" },
        });

        Person yola = journey.Person(Party.Youth);
        Letter told = await journey.Mails.ArrivedAsync(yola.Email, Round, "children-told");
        Assert.Contains("no beating", (await yola.Browser.GetAsync(told.Form!)).Text, StringComparison.Ordinal);
        Assert.Contains("no beating", (await At(number).ComeAsync()).Text, StringComparison.Ordinal);
    }

    private Child At(string number) => new(new(host.Anybody), number);
}
