using System.Text.Json.Nodes;
using Journeys.Cycles;
using Journeys.Host;
using Journeys.People;

namespace Journeys;

public sealed class RoundTests(JourneyHost host)
{
    private const string Round = "workshop-invitation";

    [Fact]
    public async Task A_round_that_is_extended_outlives_its_first_end_and_a_decision_closes_it_and_a_late_answer_is_kept()
    {
        SecondsCalendar calendar = new() { Lasting = new Dictionary<string, double> { [Round] = 12 } };
        await using Journey journey = await Journey.BeginAsync(host, new() { Calendar = calendar });
        DateTimeOffset firstEnd = Instant(await journey.Secretariat.OpenAsync(Round), "closes");
        await journey.Secretariat.ExtendAsync(Round, firstEnd.AddHours(1));

        await Wait.UntilAsync("the first end of the round to pass", () => Task.FromResult(DateTimeOffset.UtcNow > firstEnd.AddSeconds(2)));
        JsonNode extended = (await journey.Secretariat.RoundAsync(Round))!;
        WebPage inTime = await journey.Person(Party.Ministry).AnswerAsync(Round, ("attending", "yes"), ("people", "2"));
        JsonNode closed = await journey.Secretariat.CloseAsync(Round);
        WebPage late = await journey.Person(Party.Youth).AnswerAsync(Round, ("attending", "no"));

        Assert.Equal(("open", true), ((string)extended["state"]!, Instant(extended, "closes") > firstEnd.AddMinutes(50)));
        Assert.DoesNotContain("after the closing date", inTime.Text, StringComparison.Ordinal);
        Assert.Equal(("Decision", 1, 0), ((string)closed["closedBy"]!, (int)closed["answered"]!, (int)closed["late"]!));
        Assert.Contains("after the closing date", late.Text, StringComparison.Ordinal);
        JsonNode after = (await journey.Secretariat.RoundAsync(Round))!;
        Assert.Equal(("closed", 2, 1), ((string)after["state"]!, (int)after["answered"]!, (int)after["late"]!));
        Assert.Superset(new HashSet<(string, string)> { ("round-extended", Round), ("round-close-decided", Round) }, (await journey.Secretariat.JournalAsync()).ToHashSet());
    }

    private static DateTimeOffset Instant(JsonNode round, string which) => (DateTimeOffset)round[which]!;
}
