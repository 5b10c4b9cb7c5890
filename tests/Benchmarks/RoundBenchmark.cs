using System.Diagnostics;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using LocalHost.Durable;
using LocalHost.Storage;

namespace Benchmarks;

/// <summary>A round over 10,000 people: what its history grows with, what memory it takes, and its rates beside bare writes of the same rows.</summary>
internal static class RoundBenchmark
{
    private const int Pages = 10;
    private const int AtOnce = 16;

    public static async Task RunAsync()
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new() { InMemory = true });
        int few = await RunAsync(azurite, people: 1_000, quiet: true);
        int many = await RunAsync(azurite, people: 10_000, quiet: false);
        Print("history events, 1,000 / 10,000 people", $"{few} / {many} (both {Pages} pages; turns not counted)");
    }

    private static async Task<int> RunAsync(AzuriteProcess azurite, int people, bool quiet)
    {
        await using RoundApp app = await RoundApp.StartAsync(azurite.ConnectionString, people, people / Pages);
        double opened = await app.OpenAsync();
        double submitted = await SecondsAsync(() => SubmitAsync(app));
        await app.CloseAsync();
        if (!quiet)
        {
            // Before the bare writes, which are no part of a round.
            Print("peak memory of the process", $"{Peak():N0} MB (limit 300)");
            Print("invited: invitations, outbox, mails", $"{people / opened:N0} people/s");
            Print("bare: the same rows and mails", $"{people / await SecondsAsync(() => BareInvitationsAsync(app, azurite)):N0} people/s");
            Print("submitted", $"{people / submitted:N0} people/s");
            Print("bare: the same rows", $"{people / await SecondsAsync(() => BareAnswersAsync(app, azurite)):N0} people/s");
        }

        return (await app.Host.Engine.GetHistoryAsync(app.Round.InstanceId)).Count(e => e is not (TurnStarted or TurnCompleted));
    }

    private static async Task SubmitAsync(RoundApp app)
    {
        for (int page = 0; page < Pages; page++)
        {
            List<Invitation> invitations = await app.Get<InvitationsTable>().PageAsync(app.Page(page), default);
            await Parallel.ForEachAsync(
                invitations,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (invitation, cancellation) => await app.Get<Submissions>().SubmitAsync(invitation, Sheet, cancellation));
        }
    }

    private static AnswerSheet Sheet => new(
        RoundForms.WorkshopInvitation.Id, 1, "en",
        new Dictionary<string, IReadOnlyList<string>> { ["attending"] = ["yes"], ["people"] = ["2"], ["needs"] = ["A seat near the door."] });

    // A row and two writes of the outbox, and a mark, in transactions of 100 as the app has them; a blob for each mail.
    private static async Task BareInvitationsAsync(RoundApp app, AzuriteProcess azurite)
    {
        TableClient table = new(azurite.ConnectionString, "BareInvitations");
        await table.CreateIfNotExistsAsync();
        BlobContainerClient blobs = new(azurite.ConnectionString, "bare");
        await blobs.CreateIfNotExistsAsync();
        BinaryData mail = (await app.Get<AppStorage>().Pickup.GetBlobClient(await app.FirstMailAsync()).DownloadContentAsync()).Value.Content;
        await Parallel.ForEachAsync(Enumerable.Range(0, Pages), async (page, cancellation) =>
        {
            List<Invitation> invitations = await app.Get<InvitationsTable>().PageAsync(app.Page(page), cancellation);
            TableEntity Row(Invitation i, string kind) => new($"{page}{kind}", i.Ref.Id) { ["Who"] = i.Who, ["Category"] = "Ministry", ["At"] = i.Sent };
            foreach (string kind in (string[])["invitation", "sending", "accepted", "sent"])
                await table.WriteAllAsync(TableTransactionActionType.UpsertMerge, invitations.Select(i => Row(i, kind)), cancellation);
            await Parallel.ForEachAsync(
                invitations,
                new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation },
                async (i, token) => await blobs.GetBlobClient($"{i.Ref.Id}.eml").UploadAsync(mail, overwrite: true, token));
        });
    }

    // A document and the mark that makes it count.
    private static async Task BareAnswersAsync(RoundApp app, AzuriteProcess azurite)
    {
        TableClient table = new(azurite.ConnectionString, "BareAnswers");
        await table.CreateIfNotExistsAsync();
        for (int page = 0; page < Pages; page++)
        {
            List<Invitation> invitations = await app.Get<InvitationsTable>().PageAsync(app.Page(page), default);
            await Parallel.ForEachAsync(
                invitations,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (i, cancellation) =>
                {
                    await table.AddEntityAsync(new TableEntity($"{page}", $"{i.Ref.Id}~r1~00") { ["Chunks"] = 1 }.With(Sheet), cancellation);
                    await table.UpsertEntityAsync(new TableEntity($"{page}", i.Ref.Id) { ["Revision"] = 1, ["Submitted"] = i.Submitted }, TableUpdateMode.Merge, cancellation);
                });
        }
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        Stopwatch watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }

    private static double Peak()
    {
        using Process process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1_000_000.0;
    }

    private static void Print(string what, string figure) => Console.WriteLine($"{what,-40} {figure}");
}
