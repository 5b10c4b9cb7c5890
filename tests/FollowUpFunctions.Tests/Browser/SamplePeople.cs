using System.Text.Json.Nodes;
using FollowUpFunctions.Tests.Contracts;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Browser;

/// <summary>Carries the sample cycle to its first published plan, so that a picture can be taken of it.</summary>
public sealed class SamplePeople(AzuriteFixture azurite)
{
    private static readonly string[] actions =
    [
        "Train two focal points in every district office", "Draft a sub-decree and consult children on it", "Publish the figures of each province once a year",
        "Set aside a line for it in the next budget", "Print a guide in plain Khmer for schools and health centres", "Visit ten communes and report what was seen",
    ];

    private readonly JsonObject body = JsonNode.Parse(Repository.Read("samples", "khm-2011", "cycle.json"))!.AsObject();

    /// <param name="meanwhile">Told of each round when some have answered it.</param>
    public async Task<Story> UntilThePlanIsPublishedAsync(Func<Story, string, Task> meanwhile)
    {
        Story story = await Story.BeginAsync(azurite, body, new() { Start = Opens("workshop-invitation").AddDays(-1), PageSize = 1_000 });
        await EveryAsync(story, meanwhile, "workshop-invitation", 3, _ => [("attending", "yes"), ("people", "2")]);
        await EveryAsync(story, meanwhile, "commitments", 1, n => [("action", actions[n % actions.Length]), ("organisation", Organisation(n)), ("by-day", "30"), ("by-month", "6"), ("by-year", "2031")]);
        await EveryAsync(story, meanwhile, "consultation", 4, Proposal);
        await story.Time.GoToAsync(At((string)body["calendar"]!["rounds"]!["consultation"]!["closes"]!).AddDays(1));
        await story.Coordinator.ApproveAsync("draft-review");
        await EveryAsync(story, meanwhile, "responsibility", 1, n => n % 5 == 4 ? [("reply", "decline"), ("instead", Organisation(n + 1))] : [("reply", "accept")]);
        await story.Time.GoToAsync(At((string)body["calendar"]!["rounds"]!["responsibility"]!["closes"]!).AddDays(2));
        await story.Coordinator.ApproveAsync("plan-review");
        await story.Time.SettleAsync();
        return story;
    }

    private async Task EveryAsync(Story story, Func<Story, string, Task> meanwhile, string round, int nth, Func<int, (string, string)[]> answers)
    {
        await story.Time.GoToAsync(Opens(round).AddDays(1));
        Letter[] asked = [.. (await story.Mails.ReadAsync(round, "invitation")).OrderBy(l => l.To, StringComparer.Ordinal)];
        for (int n = 0; n < asked.Length; n += nth)
            await story.Person(asked[n].To).AnswerAsync(answers(n));
        await meanwhile(story, round);
    }

    private (string, string)[] Proposal(int n)
    {
        string[] keys = [.. body["recommendations"]!.AsArray().Select(r => r!["letter"] is { } letter ? $"{r["paragraph"]}-{letter}" : $"{r["paragraph"]}")];
        return
        [
            .. Enumerable.Range(0, 9).Select(k => ("recommendations", keys[(n + (k * 7)) % keys.Length])).Distinct(),
            ("action", actions[n % actions.Length]), ("lead", Organisation(n / 4)), ("strategy", "With the working group of the province"), ("time-frame", "two-years"),
        ];
    }

    private string Organisation(int n) => (string)body["stakeholders"]![n % 12]!["organisation"]!;

    private DateTimeOffset Opens(string round) => At((string)body["calendar"]!["rounds"]![round]!["opens"]!);

    private static DateTimeOffset At(string date) => new(DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(1, 0), TimeSpan.Zero);
}
