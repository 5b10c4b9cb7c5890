using System.Net;
using Journeys.Cycles;
using Journeys.Host;
using Journeys.People;

namespace Journeys;

public sealed class RestartTests(JourneyHost host)
{
    [Fact]
    public async Task Only_a_cycle_whose_orchestration_is_gone_is_restarted()
    {
        await using Journey journey = await Journey.BeginAsync(host);
        await journey.Secretariat.OpenAsync("workshop-invitation");

        Answer running = await journey.Secretariat.PostAsync("/restart", []);
        Answer unknown = await new Secretariat(host.Coordinator, "journey-of-nobody").PostAsync("/restart", []);

        running.IsProblem(HttpStatusCode.Conflict, "is running");
        unknown.IsProblem(HttpStatusCode.NotFound, "There is no cycle journey-of-nobody");
        Assert.DoesNotContain(await journey.Secretariat.JournalAsync(), e => e.Event == "cycle-restarted");
        Assert.Equal("open", (string)(await journey.Secretariat.OpenAsync("workshop-invitation"))["state"]!);
    }
}
