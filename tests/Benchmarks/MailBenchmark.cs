using System.Diagnostics;
using Azure.Data.Tables;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;
using FollowUpFunctions;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure.SendGrid;
using LocalHost.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Benchmarks;

/// <summary>10,000 invitations to the consultation, in three languages, through the SendGrid path, beside bare writes of the rows that they need.</summary>
internal static class MailBenchmark
{
    private const int People = 10_000;
    private const int MostCalls = 20;
    private const int Runs = 2;
    private const int PagesAtOnce = 4;
    private static readonly string[] Languages = ["en", "km", "fr"];

    public static async Task RunAsync()
    {
        await using SendGridServer server = await SendGridServer.StartAsync(keeps: false);
        for (int run = 0; run <= Runs; run++)
        {
            // Tables slow down as they grow: each run has a storage of its own, and what is bare is measured before and after.
            await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new() { InMemory = true });
            int people = run == 0 ? FollowUpOptions.LargestPage : People;
            int calls = server.Calls;
            double before = await BareAsync(azurite, "BareBefore", people);
            double sent = await SendAsync(azurite, server, $"mail-{run}", people);
            double bare = (before + await BareAsync(azurite, "BareAfter", people)) / 2;
            if (run == 0)
                continue;
            Print($"run {run}: API calls", $"{server.Calls - calls} (limit {MostCalls})");
            Print($"run {run}: invited and mailed", $"{sent:N2} s, {people / sent:N0} people/s");
            Print($"run {run}: bare writes of the same rows", $"{bare:N2} s, {people / bare:N0} people/s");
            Print($"run {run}: times the bare writes", $"{sent / bare:N2} (limit 2)");
        }

        Print("refused by the server", $"{server.Complaints.Count}");
    }

    private static async Task<double> SendAsync(AzuriteProcess azurite, SendGridServer server, string cycle, int people)
    {
        IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(server.Settings)
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["Storage:Prefix"] = cycle.Replace("-", "", StringComparison.Ordinal),
            ["App:BaseUrl"] = "https://followup.example.org",
            ["Links:SigningKey"] = Convert.ToBase64String(new byte[32]),
            ["Mail:From"] = "secretariat@example.org",
            ["Mail:SendGridTimeout"] = "00:01:00",
        }).Build();
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole());
        FollowUpApp.ConfigureServices(services, settings);
        services.AddSingleton<RoundActivities>();
        await using ServiceProvider app = services.BuildServiceProvider();
        await app.GetRequiredService<CyclesTable>().CreateAsync(Cycle(cycle, people), default);
        await app.GetRequiredService<CyclesTable>().EnterAsync(cycle, Phase.Consultation, default);
        RoundActivities activities = app.GetRequiredService<RoundActivities>();
        RoundRef round = new(cycle, RoundKinds.Consultation.Id);

        Stopwatch watch = Stopwatch.StartNew();
        RoundOpening opening = await activities.OpenRound(round, default);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, opening.Pages),
            new ParallelOptions { MaxDegreeOfParallelism = PagesAtOnce },
            async (page, cancellation) => await activities.InvitePage(new(cycle, round.Round, page), cancellation));
        double seconds = watch.Elapsed.TotalSeconds;
        List<Invitation> all = await app.GetRequiredService<InvitationsTable>().CountedAsync(round, opening.Pages, default);
        return all.Count(i => i.Sent is not null) == people ? seconds : throw new InvalidOperationException($"{all.Count(i => i.Sent is not null)} of {people} were sent.");
    }

    // A row for the invitation, one for the mail, that it was taken, that the person was invited: in transactions of 100, as many at once as the app has.
    private static async Task<double> BareAsync(AzuriteProcess azurite, string name, int people)
    {
        TableClient invitations = new(azurite.ConnectionString, $"{name}Invitations");
        TableClient mails = new(azurite.ConnectionString, $"{name}Mail");
        await invitations.CreateIfNotExistsAsync();
        await mails.CreateIfNotExistsAsync();
        string[] asked = [.. Cycle(name, 1).Recommendations.Select(r => r.Key)];
        int size = FollowUpOptions.LargestPage;
        Stopwatch watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, (people + size - 1) / size),
            new ParallelOptions { MaxDegreeOfParallelism = PagesAtOnce },
            async (page, cancellation) =>
            {
                string[] ids = [.. Enumerable.Range(page * size, Math.Min(size, people - (page * size))).Select(n => $"{page:0000}{n:0000000000}")];
                DateTimeOffset now = DateTimeOffset.UtcNow;
                await invitations.WriteAllAsync(TableTransactionActionType.Add, ids.Select(id => Invited(page, id, asked)), cancellation);
                await mails.WriteAllAsync(TableTransactionActionType.Add, ids.Select(id => Mailed(page, id, now)), cancellation);
                await mails.WriteAllAsync(TableTransactionActionType.UpsertMerge, ids.Select(id => new TableEntity($"c~{page:0000}", $"consultation~invitation~001~{id}") { ["Accepted"] = now }), cancellation);
                await invitations.WriteAllAsync(TableTransactionActionType.UpdateMerge, ids.Select(id => new TableEntity($"c~consultation~{page:0000}", id) { ["Sent"] = now }), cancellation);
            });
        return watch.Elapsed.TotalSeconds;
    }

    private static TableEntity Invited(int page, string id, string[] asked) =>
        new TableEntity($"c~consultation~{page:0000}", id) { ["Who"] = id, ["Category"] = "Ministry", ["Generation"] = 1 }.With(asked);

    private static TableEntity Mailed(int page, string id, DateTimeOffset now) =>
        new($"c~{page:0000}", $"consultation~invitation~001~{id}") { ["Sending"] = now, ["Tries"] = 1, ["By"] = "0192f0c1a2b37c4d8e9f001122334455" };

    private static CycleContents Cycle(string id, int people)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        RoundWindow window = new(now.AddDays(-1), now.AddDays(30), []);
        return new(
            new(
                id, "Follow-up", "Sampleland", "CRC/C/XXX/CO/1", "UTC", "en", Languages,
                [new Coordinator("Cory Dinator", "coordinator@example.org", "en")],
                new(
                    new(now.AddDays(-9), now.AddDays(-8), "Town hall"),
                    new(now.AddDays(60), now.AddDays(61), "School"),
                    new Dictionary<string, RoundWindow> { [RoundKinds.Consultation.Id] = window }),
                TimeSpan.FromDays(3)),
            [.. Enumerable.Range(1, 60).Select(n => new Recommendation(
                $"{n}", "CRC/C/XXX/CO/1", n, null, 1 + (n % 9), "Cluster", "Heading",
                new Dictionary<string, RecommendationText> { ["en"] = new($"The Committee recommends matter {n}.") }))],
            // Half in one language and a quarter in each of two others, as in a real list, in no order.
            [.. Enumerable.Range(0, people).Select(n => new Stakeholder(
                $"who-{n:00000}", $"Organisation {n}", (StakeholderCategory)(n % 7), $"Person {n}", $"who-{n:00000}@example.org", Languages[new[] { 0, 1, 0, 2 }[n % 4]], []))],
            [],
            []);
    }

    private static void Print(string what, string figure) => Console.WriteLine($"{what,-40} {figure}");
}
