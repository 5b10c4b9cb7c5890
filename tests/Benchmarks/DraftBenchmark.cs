using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Consultation;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using LocalHost.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks;

/// <summary>
/// The draft of a plan from 10,000 submissions about 60 recommendations each. Of the proposals nine in ten are one of forty texts to a recommendation,
/// each in some of ten spellings; one in ten is nobody else's.
/// </summary>
internal static class DraftBenchmark
{
    private const int Pages = 10;
    private const int Recommendations = 60;
    private const int AtOnce = 4;
    private static readonly DateTimeOffset _starts = new(2031, 1, 6, 8, 0, 0, TimeSpan.Zero);

    private static readonly string[] _verbs = ["Train", "Hire", "Consult", "Visit", "Support", "Inform", "Register", "Protect"];
    private static readonly string[] _whom = ["teachers", "judges", "police officers", "health workers", "parents", "village chiefs", "social workers", "employers", "young people", "journalists"];
    private static readonly string[] _where = ["in every district", "in the northern provinces", "in schools", "near the border", "in factories", "before the next elections", "with the communes", "on the islands"];

    public static async Task RunAsync(int people = 10_000)
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new() { InMemory = true });
        await using RoundApp app = await RoundApp.StartAsync(azurite.ConnectionString, people, people / Pages);
        CyclesTable cycles = app.Get<CyclesTable>();
        CycleContents cycle = Cycle(people);
        await cycles.CreateAsync(cycle, default);
        await cycles.Rounds.AddAsync(
            cycle.Settings.Id, new(RoundKinds.Consultation.Id, new(_starts, _starts.AddDays(6), []), 1, Pages, people, _starts, 0, _starts.AddDays(6), ClosedBy.End), default);

        double bare = await SecondsAsync(() => WriteAsync(cycle, people, (page, rows) => BareAsync(azurite, page, rows)));
        Print("bare writes of the same rows", $"{people / bare:N0} submissions/s, {bare:N1} s");
        double loaded = await SecondsAsync(() => WriteAsync(cycle, people, (page, rows) => LoadAsync(app, page, rows)));
        Print("loading", $"{people / loaded:N0} submissions/s, {loaded:N1} s");

        GC.Collect();
        ConsultationActivities activities = ActivatorUtilities.CreateInstance<ConsultationActivities>(app.Host.Services);
        double read = await SecondsAsync(async () =>
        {
            await foreach (SubmittedAnswer _ in app.Get<RoundAnswers>().CountedOneByOneAsync(new(cycle.Settings.Id, RoundKinds.Consultation.Id), default))
            {
            }
        });
        // What writing ten thousand submissions left behind is no part of drafting; Linux counts the peak from here on (proc(5), clear_refs).
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
            await File.WriteAllTextAsync("/proc/self/clear_refs", "5");
        double before = Resident();
        double worked = Worked();
        double drafted = await SecondsAsync(() => activities.DraftPlan(cycle.Settings.Id, default));
        Print("reading all submissions alone", $"{read:N1} s");
        Print($"drafting from {people:N0} submissions of {Recommendations} answers", $"{drafted:N1} s (limit 90), {Worked() - worked:N1} s of processor time");
        Print("memory: before drafting, peak while drafting", $"{before:N0} MB, {Peak():N0} MB (limit 400)");
        IReadOnlyList<PlanItem> items = await cycles.ItemsAsync(cycle.Settings.Id, default);
        Print("actions in the draft", $"{items.Sum(i => i.Actions.Count):N0} from {people * Recommendations:N0} proposals");
        await activities.DraftPlan(cycle.Settings.Id, default);
        Print("drafted again", Same(items, await cycles.ItemsAsync(cycle.Settings.Id, default)) ? "the same plan" : "ANOTHER PLAN");
    }

    private static bool Same(IReadOnlyList<PlanItem> a, IReadOnlyList<PlanItem> b) =>
        System.Text.Json.JsonSerializer.Serialize(a, RowDocument.Json) == System.Text.Json.JsonSerializer.Serialize(b, RowDocument.Json);

    private static async Task WriteAsync(CycleContents cycle, int people, Func<PageRef, IReadOnlyList<(string Who, AnswerSheet Sheet)>, Task> write) =>
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Pages),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (page, _) =>
            {
                int size = people / Pages;
                foreach (int[] some in Enumerable.Range(page * size, size).Chunk(50))
                    await write(new(cycle.Settings.Id, RoundKinds.Consultation.Id, page), [.. some.Select(n => (cycle.Stakeholders[n].Id, Sheet(n)))]);
            });

    private static async Task LoadAsync(RoundApp app, PageRef page, IReadOnlyList<(string Who, AnswerSheet Sheet)> rows)
    {
        TableClient table = app.Get<AppStorage>().Invitations;
        await table.WriteAllAsync(TableTransactionActionType.UpsertReplace, rows.Select(r => Invitation(page, r.Who, InvitationsTable.Partition(page))), default);
        foreach ((string who, AnswerSheet sheet) in rows)
            await app.Get<AnswersTable>().AddRevisionAsync(InvitationRef.For(page, who), 1, sheet, default);
    }

    private static async Task BareAsync(AzuriteProcess azurite, PageRef page, IReadOnlyList<(string Who, AnswerSheet Sheet)> rows)
    {
        TableClient table = new(azurite.ConnectionString, "BareDraft");
        await table.CreateIfNotExistsAsync();
        await table.WriteAllAsync(TableTransactionActionType.UpsertReplace, rows.Select(r => Invitation(page, r.Who, $"i{page.Page}")), default);
        foreach ((string who, AnswerSheet sheet) in rows)
            await table.AddEntityAsync(new TableEntity($"a{page.Page}", who) { ["Chunks"] = 1 }.With(sheet));
    }

    private static TableEntity Invitation(PageRef page, string who, string partition) => new(partition, InvitationRef.For(page, who).Id)
    {
        ["Who"] = who,
        ["Category"] = ((StakeholderCategory)(int.Parse(who.AsSpan(4), CultureInfo.InvariantCulture) % 7)).ToString(),
        ["Revision"] = 1,
        ["Frozen"] = 1,
        ["Submitted"] = _starts.AddDays(1),
    };

    private static AnswerSheet Sheet(int person)
    {
        Random random = new(person);
        Dictionary<string, IReadOnlyList<string>> answers = new() { ["recommendations"] = [.. Enumerable.Range(1, Recommendations).Select(n => $"{n}")] };
        for (int n = 1; n <= Recommendations; n++)
        {
            answers[$"action@{n}"] = [Action(random, n, person)];
            if (random.Next(3) == 0)
                answers[$"lead@{n}"] = [$"Organisation {n + random.Next(4)}"];
            if (random.Next(3) == 0)
                answers[$"priority@{n}"] = [random.Next(3) switch { 0 => "high", 1 => "medium", _ => "low" }];
            if (random.Next(4) == 0)
                answers[$"time-frame@{n}"] = ["one-year"];
        }

        return new("consultation", 1, "en", answers);
    }

    private static string Action(Random random, int recommendation, int person)
    {
        if (random.Next(10) == 0)
            return $"{Pick(_verbs, random.Next())} {random.Next(3, 400)} {Pick(_whom, random.Next())} {Pick(_where, random.Next())}, as office {person} of recommendation {recommendation} does already";
        int text = random.Next(40);
        string words = $"{Pick(_verbs, text + recommendation)} {Pick(_whom, text * 7)} {Pick(_where, text / 5)} about their duties to children";
        return random.Next(10) switch
        {
            0 => words + ".",
            1 => words.ToUpperInvariant(),
            2 => words.Replace("duties to", "duties  to", StringComparison.Ordinal),
            3 => words.Replace("their", "the", StringComparison.Ordinal).Replace("about the duties", "about duties", StringComparison.Ordinal),
            4 => words.Replace("children", "the children", StringComparison.Ordinal),
            5 => words.Replace("children", "childrens", StringComparison.Ordinal),
            _ => words,
        };
    }

    private static string Pick(string[] words, int n) => words[n % words.Length];

    private static CycleContents Cycle(int people) => new(
        new(
            "draft-bench", "Follow-up", "Sampleland", "CRC/C/XXX/CO/1", "UTC", "en", ["en"],
            [new Coordinator("Cory Dinator", "coordinator@example.org", "en")],
            new(
                new(_starts.AddDays(-30), _starts.AddDays(-29), "Town hall"),
                new(_starts.AddDays(60), _starts.AddDays(61), "School"),
                new Dictionary<string, RoundWindow>()),
            TimeSpan.FromDays(3)),
        [
            .. Enumerable.Range(1, Recommendations).Select(n => new Recommendation(
                $"{n}", "CRC/C/XXX/CO/1", n, null, 1 + (n % 9), "Cluster", "Heading",
                new Dictionary<string, RecommendationText> { ["en"] = new("The Committee recommends it.") })),
        ],
        [
            .. Enumerable.Range(0, people).Select(n => new Stakeholder(
                $"who-{n:00000}", $"Organisation {n}", (StakeholderCategory)(n % 7), $"Person {n}", $"who-{n:00000}@example.org", "en", [])),
        ],
        [],
        []);

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        Stopwatch watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }

    // On a machine that others use too, more telling than the clock.
    private static double Worked()
    {
        using Process process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static double Resident()
    {
        using Process process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1_000_000.0;
    }

    private static double Peak()
    {
        using Process process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1_000_000.0;
    }

    private static void Print(string what, string figure) => Console.WriteLine($"{what,-60} {figure}");
}
