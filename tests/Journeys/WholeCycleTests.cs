using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Journeys.Cycles;
using Journeys.Host;
using Journeys.People;

namespace Journeys;

public sealed class WholeCycleTests(JourneyHost host)
{
    private const string Translator = "dara@example.org";
    private const string Khmer = "គណៈកម្មាធិការផ្តល់អនុសាសន៍";

    private static readonly string year = (DateTime.UtcNow.Year + 3).ToString(CultureInfo.InvariantCulture);

    // Each round is given more time as soon as it opens: however slow the host is, its people come in time.
    private static readonly SecondsCalendar calendar = new()
    {
        Lasting = new Dictionary<string, double>
        {
            ["workshop-invitation"] = 5, ["commitments"] = 5, ["co-signing"] = 5, ["consultation"] = 14, ["responsibility"] = 5,
            ["monitoring-invitation"] = 5, ["ballot"] = 5, ["monitoring-plan"] = 5, ["progress-1"] = 5,
        },
        Reminding = new Dictionary<string, double> { ["consultation"] = 6 },
    };

    [Fact]
    public async Task A_cycle_goes_from_one_request_to_its_closing_report()
    {
        await using Journey journey = await Journey.BeginAsync(host, new() { Calendar = calendar, Translator = Translator });

        await InviteAsync(journey);
        await PromiseAsync(journey);
        await ConsultAsync(journey);
        await SettleAsync(journey);
        await ReadPlanAsync(journey);
        await RankAsync(journey);
        await ReportAsync(journey);
        await CloseAsync(journey);
    }

    private static async Task InviteAsync(Journey journey)
    {
        await journey.Secretariat.GiveTimeAsync("workshop-invitation");
        await TranslateAsync(journey);
        foreach (Party party in Party.All.Except([Party.International]))
            await journey.Person(party).AnswerAsync("workshop-invitation", ("attending", "yes"), ("people", "2"));
        Assert.Contains("BEGIN:VEVENT", (await journey.Person(Party.International).InvitationAsync("workshop-invitation")).Entry, StringComparison.Ordinal);

        JsonNode closed = await journey.Secretariat.CloseAsync("workshop-invitation");

        Assert.Equal((5, 4, "Decision"), ((int)closed["invited"]!, (int)closed["answered"]!, (string)closed["closedBy"]!));
    }

    private static async Task TranslateAsync(Journey journey)
    {
        Person dara = journey.Person(Translator);
        WebPage first = await dara.OpenAsync("translation");
        Assert.Contains("take up matter 1.", first.Text, StringComparison.Ordinal);

        await dara.ContinueAsync(first, ("text", Khmer), ("status", "informal"));

        JsonNode khmer = (await journey.Secretariat.GetAsync("/translations")).Json.AsArray().Single(l => (string)l!["language"]! == "km")!;
        Assert.Equal(1, (int)khmer["informal"]!);
    }

    private static async Task PromiseAsync(Journey journey)
    {
        await journey.Secretariat.GiveTimeAsync("commitments");
        foreach (Person leader in await InvitedAsync(journey, "commitments"))
        {
            await leader.AnswerAsync("commitments",
                ("action@11", "Print the observations in Khmer"), ("organisation@11", "Ministry of Children"), ("co-signers@11", "Children First"),
                ("by-day@11", "1"), ("by-month@11", "6"), ("by-year@11", year));
        }

        await journey.Secretariat.CloseAsync("commitments");
        await journey.Secretariat.GiveTimeAsync("co-signing");
        await journey.Person(Party.Ngo).AnswerAsync("co-signing", ("reply", "confirm"));
        await journey.Secretariat.CloseAsync("co-signing");
        await journey.Mails.ArrivedAsync(Party.Youth.Email, "workshop-invitation", "report-published");
    }

    private static async Task ConsultAsync(Journey journey)
    {
        await journey.Secretariat.OpenAsync("consultation");
        await journey.Person(Party.Ministry).AnswerAsync("consultation",
            ("recommendations", "11"), ("recommendations", "12-a"), ("action@11", "Train teachers"), ("lead@11", "Ministry of Children"),
            ("action@12-a", "Count every school"), ("lead@12-a", "Children First"));
        DateTimeOffset answered = DateTimeOffset.UtcNow;
        await journey.Mails.ArrivedAsync(Party.Ngo.Email, "consultation", "reminder");
        await journey.Secretariat.GiveTimeAsync("consultation");
        await journey.Person(Party.Ngo).AnswerAsync("consultation", ("recommendations", "13"), ("action@13", Khmer));

        JsonNode closed = await journey.Secretariat.CloseAsync("consultation");
        WebPage late = await journey.Person(Party.Province).AnswerAsync("consultation", ("remarks", "We were on a journey."));

        Assert.Equal((2, 0, 1), ((int)closed["answered"]!, (int)closed["late"]!, (int)closed["reminders"]!));
        // On a host that is far behind, the answer may come after the reminder: then it proves nothing.
        Assert.DoesNotContain(await journey.Mails.ReadAsync("consultation", "reminder"), l => l.To == Party.Ministry.Email && l.Message.Date > answered.AddSeconds(5));
        Assert.Contains("after the closing date", late.Text, StringComparison.Ordinal);
        Assert.Equal(1, (int)(await journey.Secretariat.RoundAsync("consultation"))!["late"]!);
    }

    private static async Task SettleAsync(Journey journey)
    {
        await journey.Secretariat.ApproveAsync("draft-review");
        await journey.Secretariat.GiveTimeAsync("responsibility");
        await journey.Person(Party.Ministry).AnswerAsync("responsibility", ("reply", "accept"));
        await journey.Person(Party.Ngo).AnswerAsync("responsibility", ("reply", "decline"), ("instead", "Youth Council"));
        await journey.Secretariat.CloseAsync("responsibility");
        await journey.Secretariat.ApproveAsync("plan-review");
        await journey.Mails.ArrivedAsync(Party.Ministry.Email, "consultation", "plan-thanks");
        await journey.Mails.ArrivedAsync(Party.International.Email, "consultation", "plan-published");
    }

    private async Task ReadPlanAsync(Journey journey)
    {
        WebPage version = await journey.PlanAsync(1);
        WebPage khmer = await new Browser(host.Anybody).GetAsync(version.Link("a[hreflang='km']"));
        JsonNode plan = await journey.DataAsync(version);

        Assert.Equal((HttpStatusCode.OK, "en"), (version.Status, version.Language));
        Assert.Equal((HttpStatusCode.OK, "km"), (khmer.Status, khmer.Language));
        Assert.Equal(("Ministry of Children", "accepted"), (Of(plan, "11", "responsible"), Of(plan, "11", "responsibilityState")));
        Assert.Equal(("declined", "Youth Council"), (Of(plan, "12-a", "responsibilityState"), Of(plan, "12-a", "proposedInstead")));
        Assert.DoesNotContain("@example.org", version.Html + khmer.Html + plan.ToJsonString(), StringComparison.Ordinal);
    }

    private static async Task RankAsync(Journey journey)
    {
        await journey.Secretariat.GiveTimeAsync("monitoring-invitation");
        foreach (Party party in new[] { Party.Ngo, Party.International, Party.Youth })
            await journey.Person(party).AnswerAsync("monitoring-invitation", ("attending", "yes"), ("people", "1"), ("cluster", "2"));
        await journey.Secretariat.CloseAsync("monitoring-invitation");

        await journey.Secretariat.GiveTimeAsync("ballot");
        await journey.Secretariat.GiveTimeAsync("show-of-hands");
        await journey.Person(Party.International).AnswerAsync("ballot", ("order~16-a", "1"), ("order~15", "2"));
        Person rapporteur = (await InvitedAsync(journey, "show-of-hands")).Single();
        await rapporteur.AnswerAsync("show-of-hands", ("voted", "yes"), ("order~13", "1"), ("order~16-a", "2"), ("people", "2"));
        await journey.Secretariat.CloseAsync("ballot");
        await journey.Secretariat.CloseAsync("show-of-hands");

        await journey.Secretariat.GiveTimeAsync("monitoring-plan");
        foreach (Person leader in await InvitedAsync(journey, "monitoring-plan"))
        {
            await leader.AnswerAsync("monitoring-plan",
                ("strategy", "Visit ten schools"), ("organisation", "Children First"), ("deadline-day", "31"), ("deadline-month", "12"), ("deadline-year", year));
        }

        await journey.Secretariat.CloseAsync("monitoring-plan");
        await journey.Secretariat.PublishedAsync(2);
    }

    private static async Task ReportAsync(Journey journey)
    {
        await journey.Secretariat.GiveTimeAsync("progress-1");
        await journey.Person(Party.Ministry).AnswerAsync("progress-1", ("status", "under-way"), ("evidence", "https://example.org/report"), ("hindrance", "Too few people"));
        await journey.Secretariat.CloseAsync("progress-1");
        await journey.Secretariat.PublishedAsync(3);
    }

    private async Task CloseAsync(Journey journey)
    {
        JsonNode status = await journey.Secretariat.EndedAsync();
        Letter told = await journey.Mails.ArrivedAsync(journey.CoordinatorEmail, "plan-review", "closing-report");
        JsonNode plan = await journey.DataAsync(await journey.PlanAsync(3));
        WebPage report = await new Browser(host.Anybody).GetAsync(told.Text.Split((char[]?)null).First(w => w.Contains("closing-report", StringComparison.Ordinal)));

        Assert.Empty(status["waiting"]!.AsArray());
        Assert.Contains("under-way", Recommendation(plan, "11")["progress"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("Visit ten schools", (string)Recommendation(plan, "11")["monitoring"]![0]!["strategy"]!);
        Assert.NotEmpty(plan["rankings"]!.AsArray());
        Assert.Equal((HttpStatusCode.OK, "en"), (report.Status, report.Language));
        (await journey.Secretariat.PostAsync("/restart", [])).IsProblem(HttpStatusCode.Conflict, "has ended");
    }

    /// <summary>Everybody who was mailed the invitation of a round, once it is with all of them.</summary>
    private static async Task<IReadOnlyList<Person>> InvitedAsync(Journey journey, string round)
    {
        IReadOnlyList<Letter> letters = await Wait.ForAsync(
            $"all invitations to {round}",
            async () => await journey.Mails.ReadAsync(round, "invitation") is { Count: > 0 } there
                && there.Count == (int)(await journey.Secretariat.RoundAsync(round))!["invited"]! ? there : null);
        return [.. letters.Select(l => journey.Person(l.To))];
    }

    private static string? Of(JsonNode plan, string recommendation, string what) => (string?)Recommendation(plan, recommendation)[what];

    private static JsonNode Recommendation(JsonNode plan, string key) =>
        plan["clusters"]!.AsArray().SelectMany(c => c!["recommendations"]!.AsArray()).Single(r => (string)r!["key"]! == key)!;
}
