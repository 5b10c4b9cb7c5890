using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using LocalHost;
using LocalHost.Durable;
using LocalHost.Hosting;
using LocalHost.Storage;
using LocalHost.Time;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks;

/// <summary>One round over many people: its history, its memory and its pace, beside bare writes of the same rows and mails.</summary>
internal static class RoundBenchmark
{
    private const int Pages = 10;
    private const int Submitted = 1_000;
    private const int MailBytes = 8_000;
    private const int RowsWritten = 8;
    private const int MailsSent = 2;
    private static readonly DateTimeOffset Starts = new(2031, 1, 6, 8, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync()
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new() { InMemory = true });
        await RunAsync(azurite.ConnectionString, "warm", 200, measured: false);
        int few = await RunAsync(azurite.ConnectionString, "few", 1_000, measured: false);
        int many = await RunAsync(azurite.ConnectionString, "many", 10_000, measured: true);
        Print($"history events, 1,000 people on {Pages} pages", $"{few}");
        Print($"history events, 10,000 people on {Pages} pages", $"{many}");
        using Process self = Process.GetCurrentProcess();
        Print("peak memory of the process", $"{self.PeakWorkingSet64 / 1_048_576:N0} MB (limit 300)");
    }

    private static async Task<int> RunAsync(string storage, string name, int people, bool measured)
    {
        string folder = Directory.CreateTempSubdirectory("followup-benchmark").FullName;
        try
        {
            await using RunningHost host = await FunctionsHostApp.StartAsync(App.Options with
            {
                Storage = storage,
                Clock = ClockChoice.SkippingFrom(Starts),
                Port = 0,
                DataFolder = folder,
                TaskHub = $"hub{name}",
                Settings = new Dictionary<string, string?>
                {
                    ["Storage:Prefix"] = name,
                    ["Rounds:PageSize"] = (people / Pages).ToString(CultureInfo.InvariantCulture),
                },
            });
            CycleContents cycle = Cycle(name, people);
            await host.Services.GetRequiredService<CyclesTable>().CreateAsync(cycle, CancellationToken.None);
            RoundRef round = new(name, RoundKinds.WorkshopInvitation.Id);

            Stopwatch watch = Stopwatch.StartNew();
            await host.Durable.ScheduleNewOrchestrationInstanceAsync(nameof(RoundOrchestrator), round, new StartOrchestrationOptions(round.InstanceId));
            await host.Durable.WaitForInstanceCompletionAsync(round.InstanceId);
            TimeSpan took = watch.Elapsed;

            if (measured)
            {
                TimeSpan bare = await BareAsync(storage, people);
                Print($"{people:N0} invited, reminded, closed", $"{took.TotalSeconds:N1} s: {people / took.TotalSeconds:N0} people/s, {MailsSent * people / took.TotalSeconds:N0} mails/s");
                Print("bare writes of as many rows and mails", $"{bare.TotalSeconds:N1} s; the round takes {took / bare:N2} times as long");
                await SubmissionsAsync(host, round);
            }

            return (await host.Engine.GetHistoryAsync(round.InstanceId)).Count(e => e is not (TurnStarted or TurnCompleted));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task SubmissionsAsync(RunningHost host, RoundRef round)
    {
        InvitationsTable invitations = host.Services.GetRequiredService<InvitationsTable>();
        Submissions submissions = host.Services.GetRequiredService<Submissions>();
        List<Invitation> page = await invitations.PageAsync(new(round.Cycle, round.Round, 0), CancellationToken.None);
        AnswerSheet sheet = new("workshop-invitation", 1, "en", new Dictionary<string, IReadOnlyList<string>> { ["attending"] = ["no"] });
        Stopwatch watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            page.Take(Submitted), new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (invitation, cancellation) => await submissions.SubmitAsync(invitation, sheet, cancellation));
        Print($"{Submitted:N0} submissions, 8 at a time", $"{Submitted / watch.Elapsed.TotalSeconds:N0}/s");

        AppStorage storage = host.Services.GetRequiredService<AppStorage>();
        watch.Restart();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 2 * Submitted), new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (n, cancellation) => await storage.Answers.UpsertEntityAsync(Row($"bare{n % 8}", n), cancellationToken: cancellation));
        Print("bare writes of two rows for each", $"{Submitted / watch.Elapsed.TotalSeconds:N0}/s");
    }

    /// <summary>
    /// A round writes eight rows a person: invitation added, sent, reminded, frozen; two mails, each handed over and accepted. And two mails.
    /// </summary>
    private static async Task<TimeSpan> BareAsync(string storage, int people)
    {
        TableClient table = new(storage, "BareRows");
        await table.CreateIfNotExistsAsync();
        BlobContainerClient container = new(storage, "bare-mails");
        await container.CreateIfNotExistsAsync();
        byte[] mail = new byte[MailBytes];
        Stopwatch watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, RowsWritten * people / 100), new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (n, cancellation) => await table.SubmitTransactionAsync(
                Enumerable.Range(0, 100).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row($"p{n % Pages}", (n * 100) + row))),
                cancellation));
        await Parallel.ForEachAsync(
            Enumerable.Range(0, MailsSent * people), new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (n, cancellation) => await container.UploadBlobAsync($"{n}.eml", new BinaryData(mail), cancellation));
        return watch.Elapsed;
    }

    private static TableEntity Row(string partition, int n) => new(partition, $"{n:0000000}")
    {
        ["Who"] = $"who-{n:00000}", ["Category"] = "NationalNgo", ["Generation"] = 1, ["Sent"] = Starts,
    };

    private static CycleContents Cycle(string id, int people)
    {
        RoundWindow window = new(Starts.AddDays(1), Starts.AddDays(21), [Starts.AddDays(10)]);
        FollowUp.Domain.Cycles.Calendar calendar = new(
            new(Starts.AddDays(30), Starts.AddDays(31), "Town hall"),
            new(Starts.AddDays(60), Starts.AddDays(61), "School"),
            new Dictionary<string, RoundWindow> { [RoundKinds.WorkshopInvitation.Id] = window });
        return new(
            new(id, "Benchmark", "Sampleland", "CRC/C/XXX/CO/1", "UTC", "en", ["en"], [new("Coordinator", "coordinator@example.org", "en")], calendar, TimeSpan.FromDays(7)),
            [new("1", "CRC/C/XXX/CO/1", 1, null, 1, "A", "Heading", new Dictionary<string, RecommendationText> { ["en"] = new("Text") })],
            [.. Enumerable.Range(0, people).Select(n => new Stakeholder(
                $"who-{n:00000}", $"Organisation {n}", StakeholderCategory.NationalNgo, $"Person {n}", $"who-{n:00000}@example.org", "en", []))],
            [],
            []);
    }

    private static void Print(string what, string figure) => Console.WriteLine($"{what,-44} {figure}");
}
