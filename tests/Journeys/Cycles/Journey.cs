using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Journeys.Host;
using Journeys.People;

namespace Journeys.Cycles;

/// <summary>One cycle on the host, with the people in it. It leaves nothing running there.</summary>
public sealed class Journey : IAsyncDisposable
{
    private Journey(JourneyHost host, string cycle)
    {
        Host = host;
        Cycle = cycle;
        Secretariat = new(host.Coordinator, cycle);
        Mails = new(host.Mail, cycle);
    }

    public JourneyHost Host { get; }

    public string Cycle { get; }

    public Secretariat Secretariat { get; }

    public Mailbox Mails { get; }

    /// <summary>Nobody else has this address: it is the cycle's own.</summary>
    public string CoordinatorEmail => $"cora-{Cycle}@example.org";

    /// <summary>Starts a cycle under an id that nobody has.</summary>
    public static async Task<Journey> BeginAsync(JourneyHost host, CycleBody? body = null)
    {
        Journey journey = new(host, $"journey-{Guid.NewGuid().ToString("N")[..10]}");
        JsonObject asked = (body ?? new() { Calendar = SecondsCalendar.OfHours }).Build(journey.Cycle, journey.CoordinatorEmail);
        using HttpResponseMessage response = await host.Coordinator.PostAsJsonAsync("cycles", asked, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, $"The cycle was not begun: {(int)response.StatusCode} {text}");
        Assert.EndsWith($"/cycles/{journey.Cycle}", new Uri(host.Address, response.Headers.Location!).AbsolutePath, StringComparison.Ordinal);
        return journey;
    }

    /// <summary>A version of the published plan, from the address that the status gives. The public sees it a moment after the status has its number.</summary>
    public async Task<WebPage> PlanAsync(int version)
    {
        Browser reader = new(Host.Anybody);
        string address = await Secretariat.PublishedAsync(version);
        string link = $"a[href*='v{version}/index.html']";
        WebPage home = await Wait.ForAsync(
            $"version {version} at {address}",
            async () => await reader.GetAsync(address) is var page && page.Document.QuerySelector(link) is not null ? page : null);
        return await reader.GetAsync(home.Link(link));
    }

    /// <summary>The plan as data, from the link on a version's page.</summary>
    public async Task<JsonNode> DataAsync(WebPage plan) => JsonNode.Parse((await new Browser(Host.Anybody).GetAsync(plan.Link("a[href$='plan.json']"))).Html)!;

    public Person Person(Party party) => Person(party.Email);

    public Person Person(string email) => new(Mails, new(Host.Anybody), email);

    public async ValueTask DisposeAsync()
    {
        JsonNode status = await Secretariat.StatusAsync();
        if (status["endedAt"] is null && status["cancelled"] is null)
            await Secretariat.TryDecideAsync(new() { ["decision"] = "cancel-cycle", ["note"] = "The journey is over." });
    }
}
