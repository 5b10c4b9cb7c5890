using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs.Models;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Proofs.Restarts;

/// <summary>All that came out of a cycle, without its times of day.</summary>
/// <param name="Mails">Names of all mails, each of which is written once.</param>
/// <param name="Plans">Every published version as data, and the plan of the closing report.</param>
public sealed partial record EndOfCycle(string Items, IReadOnlyList<string> Rounds, IReadOnlyList<string> Mails, IReadOnlyList<string> Plans)
{
    public static async Task<EndOfCycle> OfAsync(TestApp app, string cycle)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        AppStorage storage = app.Service<AppStorage>();
        CycleReport report = await app.ReportAsync(cycle);
        List<Round> rounds = await app.Cycles.Rounds.ListAsync(cycle, cancellation);
        List<string> mails = [];
        await foreach (BlobItem mail in storage.Pickup.GetBlobsAsync(cancellationToken: cancellation))
            mails.Add(mail.Name);
        List<string> plans = [];
        await foreach (BlobItem file in storage.Plans.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (file.Name.EndsWith("/plan.json", StringComparison.Ordinal))
                plans.Add($"{file.Name}: {Timeless((await storage.Plans.GetBlobClient(file.Name).DownloadContentAsync(cancellation)).Value.Content.ToString())}");
        }

        return new(
            JsonSerializer.Serialize((await app.Cycles.ContentsAsync(cycle, cancellation)).Items, RowDocument.Json),
            [.. report.Rounds.Zip(rounds.OrderBy(r => r.OpenedAt), (counts, round) =>
                $"{round.Id} {round.OpenedAt:d} {round.ClosedAt:d} {round.ClosedBy} {round.Pages} {counts.Invited} {counts.Answered} {counts.Late} {counts.Reminders}")],
            mails,
            plans);
    }

    private static string Timeless(string json) => Moment().Replace(json, "\"a time\"");

    [GeneratedRegex(@"""\d{4}-\d\d-\d\dT[^""]*""")]
    private static partial Regex Moment();
}
