using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Journeys.Cycles;
using Journeys.Host;
using Journeys.People;

namespace Journeys;

public sealed class ApiTests(JourneyHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("cycles/no-such-cycle")]
    [InlineData("cycles/no-such-cycle/journal")]
    public async Task Without_the_key_nothing_is_told(string address)
    {
        using HttpResponseMessage without = await host.Anybody.GetAsync(address, Cancellation);
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.Add("x-functions-key", "not-the-key-of-this-host");
        using HttpResponseMessage wrong = await host.Anybody.SendAsync(request, Cancellation);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (without.StatusCode, wrong.StatusCode));
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_a_sentence()
    {
        Secretariat nobody = new(host.Coordinator, "no-such-cycle");

        (await nobody.GetAsync()).IsProblem(HttpStatusCode.NotFound, "start it with POST /cycles");
        (await nobody.TryDecideAsync(new() { ["decision"] = "close-round", ["round"] = "consultation" })).IsProblem(HttpStatusCode.NotFound, "There is no cycle");
    }

    [Fact]
    public async Task A_path_or_a_method_that_nobody_declared_is_refused_by_the_host()
    {
        using HttpResponseMessage path = await host.Coordinator.GetAsync("no/such/path", Cancellation);
        using HttpResponseMessage method = await host.Coordinator.PutAsJsonAsync("cycles/no-such-cycle", new { }, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, path.StatusCode);
        Assert.True(method.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"{method.StatusCode}");
    }

    [Fact]
    public async Task What_is_wrong_with_a_cycle_is_named_at_its_place_and_nothing_is_begun()
    {
        JsonObject body = new CycleBody().Build("journey-that-never-begins", "cora@example.org");
        body.Remove("title");
        body["calendar"]!["rounds"]!["consultation"]!["opens"] = "2001-01-01T00:00:00Z";

        Answer answer = await Answer.OfAsync(await host.Coordinator.PostAsJsonAsync("cycles", body, Cancellation));

        answer.IsProblem(HttpStatusCode.BadRequest, "nothing was written");
        string[] pointers = [.. answer.Json["errors"]!.AsArray().Select(e => (string)e!["pointer"]!)];
        Assert.Contains("/title", pointers);
        Assert.Contains("/calendar/rounds/consultation/opens", pointers);
        Assert.Equal(HttpStatusCode.NotFound, (await new Secretariat(host.Coordinator, "journey-that-never-begins").GetAsync()).Status);
    }

    [Fact]
    public async Task What_is_asked_for_twice_with_one_key_is_one_cycle_and_an_id_in_use_is_refused()
    {
        string id = $"journey-{Guid.NewGuid().ToString("N")[..10]}";
        JsonObject body = new CycleBody { Calendar = SecondsCalendar.OfHours }.Build(id, $"cora-{id}@example.org");

        Answer first = await BeginAsync(body, $"begin-{id}");
        Answer again = await BeginAsync(body, $"begin-{id}");
        Answer other = await BeginAsync(body, $"begin-{id}-anew");
        await new Secretariat(host.Coordinator, id).DecideAsync(new() { ["decision"] = "cancel-cycle" });

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.Status, again.Status));
        Assert.Equal(first.Text, again.Text);
        other.IsProblem(HttpStatusCode.Conflict, "is in use");
    }

    private async Task<Answer> BeginAsync(JsonObject body, string key)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "cycles") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return await Answer.OfAsync(await host.Coordinator.SendAsync(request, Cancellation));
    }
}
