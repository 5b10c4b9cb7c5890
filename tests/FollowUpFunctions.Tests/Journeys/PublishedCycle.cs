using System.Text.Json.Nodes;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

[CollectionDefinition(nameof(PublishedCycle))]
public sealed class PublishedCycleGroup : ICollectionFixture<PublishedCycle>;

/// <summary>A small cycle that people have carried from its start to its end. It is over: tests read what it left.</summary>
public sealed class PublishedCycle(AzuriteFixture azurite) : IAsyncLifetime
{
    public const string PrivateRemark = "Between us: the budget office is against it";

    public const string Need = "A wheelchair ramp";

    public const string Guest = "Petra Quill";

    public const string Formula = "=HYPERLINK(\"http://evil.example.com\";\"Train teachers\")";

    public Story Story { get; private set; } = null!;

    /// <summary>Who a rapporteur says will visit the schools; nobody whom the product knows as a person.</summary>
    public string Visitors { get; init; } = "";

    public TestAppOptions? Options { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = ["en", "km"];

    public async ValueTask InitializeAsync()
    {
        JsonObject body = new CycleBuilder { Languages = Languages }.Build();
        body["recommendations"]![1]!["texts"]!["km"] = new JsonObject { ["text"] = "គណៈកម្មាធិការសូមផ្តល់អនុសាសន៍", ["status"] = "checked" };
        Story = await Story.BeginAsync(azurite, body, Options);
        await DisseminateAsync();
        await ConsultAsync();
        await MonitorAsync();
        await ReportAsync("under-way", Schedule.FirstProgress);
        await ReportAsync("done", Schedule.SecondProgress);
        await Story.GoToDayAsync(Schedule.SecondProgress.Closes + 1);
    }

    public ValueTask DisposeAsync() => Story.DisposeAsync();

    private async Task DisseminateAsync()
    {
        await Story.GoToDayAsync(Schedule.WorkshopInvitation.Opens);
        foreach (Party party in Party.All.Except([Party.International]))
            await Story.Person(party).AnswerAsync(("attending", "yes"), ("people", "2"), ("names", $"{Guest}, Rolf Sander"), ("needs", Need));
        await Story.GoToDayAsync(Schedule.Commitments.Opens);
        await LeadersAsync("commitments",
            ("action@11", "Print the observations in Khmer"), ("organisation@11", "Ministry of Children"), ("co-signers@11", "Children First"), ("co-signers@11", "Youth Council"),
            ("by-day@11", "1"), ("by-month@11", "6"), ("by-year@11", "2032"), ("remarks", PrivateRemark));
        await Story.GoToDayAsync(Schedule.CoSigning.Opens);
        await Story.Person(Party.Ngo).AnswerAsync(("reply", "confirm"), ("remarks", PrivateRemark));
    }

    private async Task ConsultAsync()
    {
        await Story.GoToDayAsync(Schedule.Consultation.Opens);
        (string, string)[] answer =
        [
            ("recommendations", "11"), ("recommendations", "12-a"), ("recommendations", "13"), ("remarks", PrivateRemark), ("strategy", "Ask Nadia Goodwin at nadia@example.org"),
            ("action@11", Formula), ("action@12-a", "Count every school"), ("action@13", "បណ្តុះបណ្តាលគ្រូ"),
            ("lead@11", "Ministry of Children"), ("lead@12-a", "Children First"), ("lead@13", "Nobody on the list"), ("priority", "high"),
        ];
        foreach (Party party in new[] { Party.Ministry, Party.Ngo, Party.Province })
            await Story.Person(party).AnswerAsync(answer);
        await Story.GoToDayAsync(Schedule.Consultation.Closes);
        await Story.Person(Schedule.CoordinatorEmail).AnswerAsync(("verdict", "ask"), ("remarks", PrivateRemark));
        await Story.GoToDayAsync(Schedule.Responsibility.Opens);
        await Story.Person(Party.Ministry).AnswerAsync(("reply", "accept"));
        await Story.Person(Party.Ngo).AnswerAsync(("reply", "decline"), ("instead", "Youth Council"), ("remarks", PrivateRemark));
        await Story.GoToDayAsync(Schedule.Responsibility.Closes);
        await Story.Coordinator.DecideAsync(new() { ["id"] = "youth-leads", ["decision"] = "assign", ["recommendation"] = "13", ["organisation"] = "Youth Council" });
        await Story.Person(Schedule.CoordinatorEmail).AnswerAsync(("verdict", "publish"), ("remarks", PrivateRemark));
    }

    private async Task MonitorAsync()
    {
        await Story.GoToDayAsync(Schedule.MonitoringInvitation.Opens);
        await Story.Person(Party.Ngo).AnswerAsync(("attending", "yes"), ("people", "3"), ("cluster", "2"), ("needs", Need));
        await Story.Person(Party.Youth).AnswerAsync(("attending", "yes"), ("people", "5"), ("cluster", "2"));
        await Story.GoToDayAsync(Schedule.MonitoringPlan.Opens);
        await LeadersAsync("monitoring-plan", ("strategy", "Visit ten schools" + Visitors), ("organisation", "Children First"), ("indicator", $"Schools visited by {Guest}"),
            ("deadline-day", "31"), ("deadline-month", "12"), ("deadline-year", "2031"), ("remarks", PrivateRemark));
    }

    private async Task ReportAsync(string status, Window round)
    {
        await Story.GoToDayAsync(round.Opens);
        foreach (Party party in new[] { Party.Ministry, Party.Ngo })
            await Story.Person(party).AnswerAsync(("status", status), ("evidence", "https://example.org/report"), ("hindrance", $"Too few people, says {Guest}"), ("law-stage", "drafted"), ("remarks", PrivateRemark));
    }

    private async Task LeadersAsync(string round, params (string, string)[] answers)
    {
        foreach (Letter letter in await Story.Mails.ReadAsync(round, "invitation"))
            await Story.Person(letter.To).AnswerAsync(answers);
    }
}
