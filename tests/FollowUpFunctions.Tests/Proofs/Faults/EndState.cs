using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;
using MimeKit;

namespace FollowUpFunctions.Tests.Proofs.Faults;

/// <summary>
/// All that cycles have left in tables and blobs, a line for each row, mail and file. Ids that follow from the cycle's are the same for all cycles,
/// and of times only the day is left: a step that is tried again comes some seconds later. Who took hold of a mail, and how often, is left out too.
/// </summary>
public sealed partial class EndState
{
    private const int AtOnce = 16;

    private readonly Dictionary<string, List<string>> lines;
    private readonly Dictionary<string, string> invitations = [];

    private EndState(IEnumerable<string> cycles) => lines = cycles.ToDictionary(c => c, _ => new List<string>());

    public static async Task<EndState> ReadAsync(TestApp app, IEnumerable<string> cycles)
    {
        EndState state = new(cycles);
        Stores stores = new(app.Host.Services);
        foreach (TableClient table in (await stores.TablesAsync()).OrderByDescending(t => t.Name == app.Service<AppStorage>().Invitations.Name))
        {
            if (!table.Name.EndsWith("Hub", StringComparison.Ordinal))
                await state.ReadAsync(table);
        }

        foreach (BlobContainerClient container in await stores.ContainersAsync())
            await state.ReadAsync(container, mail: container.Name == stores.Pickup.Name);
        return state;
    }

    /// <summary>In order, so that two can be compared.</summary>
    public IReadOnlyList<string> Of(string cycle) => [.. lines[cycle].Order(StringComparer.Ordinal)];

    private async Task ReadAsync(TableClient table)
    {
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
        {
            if (CycleIn(row.PartitionKey + row.RowKey) is not { } cycle)
                continue;
            if (row.GetString(nameof(Invitation.Who)) is { } who)
                invitations.TryAdd(row.RowKey, $"<{who} in {row.PartitionKey.Replace(cycle, "*", StringComparison.Ordinal)}>");
            IEnumerable<string> values = row.Where(p => p.Key is not ("odata.etag" or "Timestamp" or "PartitionKey" or "RowKey") and not (nameof(OutboxMail.By) or nameof(OutboxMail.Tries)))
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => $"{p.Key}={(p.Value is DateTimeOffset at ? $"{at:yyyy-MM-dd}" : $"{p.Value}")}");
            lines[cycle].Add(Same(cycle, $"{table.Name[13..]} {row.PartitionKey} {row.RowKey} {string.Join(' ', values)}"));
        }
    }

    private async Task ReadAsync(BlobContainerClient container, bool mail)
    {
        List<(string Cycle, string Name)> blobs = [];
        await foreach (BlobItem blob in container.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            if (CycleIn(blob.Name) is { } cycle)
                blobs.Add((cycle, blob.Name));
        }

        await Parallel.ForEachAsync(blobs, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (blob, _) =>
        {
            BinaryData content = await Stores.ReadAsync(container, blob.Name);
            string text = mail ? Letter(content) : string.Join(' ', FileTexts.Of("", content).Select(t => t.Text));
            string line = Same(blob.Cycle, $"{container.Name[13..]} {blob.Name} {text}");
            lock (lines)
                lines[blob.Cycle].Add(line);
        });
    }

    private static string Letter(BinaryData content)
    {
        using MimeMessage message = MimeMessage.Load(content.ToStream(), TestContext.Current.CancellationToken);
        string[] headers = [.. message.Headers.Where(h => h.Id is not (HeaderId.Date or HeaderId.ContentType)).Select(h => $"{h.Field}: {h.Value}")];
        return string.Join('\n', [.. headers, .. message.BodyParts.OfType<TextPart>().Select(p => p.Text)]);
    }

    private string? CycleIn(string key) => CycleId.Match(key) is { Success: true } found && lines.ContainsKey(found.Value) ? found.Value : null;

    private string Same(string cycle, string text)
    {
        text = InvertedTime.Replace(text, m => $"{new DateTime(DateTime.MaxValue.Ticks - long.Parse(m.Value, CultureInfo.InvariantCulture), DateTimeKind.Utc):yyyy-MM-dd}");
        text = Token.Replace(text, "<token>");
        text = Relationship.Replace(text, "<part>");
        text = PackedSize.Replace(text, "<size>");
        text = Moment.Replace(text, m => m.Value[..10]);
        text = InvitationId.Replace(text, m => invitations.GetValueOrDefault(m.Value, m.Value));
        return text.Replace(cycle, "*", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"c[0-9a-f]{10}")]
    private static partial Regex CycleId { get; }

    [GeneratedRegex(@"\b\d{19}\b")]
    private static partial Regex InvertedTime { get; }

    [GeneratedRegex(@"\b\d\.[A-Za-z0-9_-]{24}")]
    private static partial Regex Token { get; }

    // A Word document or a workbook names its parts anew each time it is written.
    [GeneratedRegex(@"\bR[0-9a-f]{16}\b|[0-9a-f-]{32,36}(?=\.psmdcp)")]
    private static partial Regex Relationship { get; }

    // How much such a file has after packing depends on the cycle's id in it.
    [GeneratedRegex(@"\b\d[\d.,]* (B|KB|MB)\b")]
    private static partial Regex PackedSize { get; }

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+(Z|\+\d\d:\d\d|\\u002B\d\d:\d\d)?")]
    private static partial Regex Moment { get; }

    [GeneratedRegex(@"\b\d{4}[a-z2-9]{10}\b")]
    private static partial Regex InvitationId { get; }
}
