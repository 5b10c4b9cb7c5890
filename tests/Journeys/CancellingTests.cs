using System.Net;
using System.Text.Json.Nodes;
using Journeys.Cycles;
using Journeys.Host;
using Journeys.People;

namespace Journeys;

public sealed class CancellingTests(JourneyHost host)
{
    private const string Round = "workshop-invitation";

    [Fact]
    public async Task A_cycle_that_is_cancelled_says_so_in_mails_and_behind_links_and_goes_no_further()
    {
        await using Journey journey = await Journey.BeginAsync(host);
        await journey.Person(Party.Ministry).AnswerAsync(Round, ("attending", "yes"), ("people", "1"));
        Person nadia = journey.Person(Party.Ngo);
        WebPage form = await nadia.OpenAsync(Round);

        await journey.Secretariat.DecideAsync(new() { ["decision"] = "cancel-cycle", ["note"] = "No money" });
        JsonNode status = await journey.Secretariat.EndedAsync();

        Assert.Equal("No money", (string)status["cancelled"]!["note"]!);
        Assert.Empty(status["planned"]!.AsArray());
        Assert.Empty(status["waiting"]!.AsArray());
        JsonNode round = status["rounds"]!.AsArray().Single(r => (string)r!["id"]! == Round)!;
        Assert.Equal(("closed", "Cancellation", 1), ((string)round["state"]!, (string)round["closedBy"]!, (int)round["answered"]!));

        foreach (Party party in Party.All)
        {
            Letter told = await journey.Mails.ArrivedAsync(party.Email, Round, "meeting-cancelled");
            Assert.Contains("METHOD:CANCEL", told.Entry, StringComparison.Ordinal);
            Assert.Contains("Nothing more is asked of you", told.Text, StringComparison.Ordinal);
        }

        Assert.Equal("This follow-up was cancelled", (await nadia.ContinueAsync(form, ("attending", "yes"), ("people", "1"))).Heading);
        Assert.Equal("This follow-up was cancelled", (await journey.Person(Party.Ministry).OpenAsync(Round)).Heading);
        Assert.Equal(1, (int)(await journey.Secretariat.RoundAsync(Round))!["answered"]!);

        Answer decided = await journey.Secretariat.TryDecideAsync(new() { ["decision"] = "close-round", ["round"] = Round });
        decided.IsProblem(HttpStatusCode.Conflict, "cancelled");
        (await journey.Secretariat.PostAsync("/restart", [])).IsProblem(HttpStatusCode.Conflict, "was cancelled");
    }
}
