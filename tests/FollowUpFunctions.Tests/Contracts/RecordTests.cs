using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Journeys;
using MimeKit;

namespace FollowUpFunctions.Tests.Contracts;

/// <summary>What is kept, and what people are sent, as approved.</summary>
[Collection(nameof(PublishedCycle))]
public sealed partial class RecordTests(PublishedCycle cycle)
{
    [Fact]
    public async Task Rows_have_the_keys_and_properties_that_were_approved()
    {
        SortedSet<string> shapes = new(StringComparer.Ordinal);
        foreach (TableClient table in Story.Tables(cycle.Story.App.Service<AppStorage>()))
        {
            await foreach (TableEntity row in table.QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
                shapes.Add($"{Prefix.Replace(table.Name, "")} | {Key(row.PartitionKey)} | {Key(row.RowKey)} | {Properties(row)} | {Document(row)}");
        }

        Approved.Match("rows", string.Join('\n', shapes));
    }

    [Fact]
    public async Task The_journal_of_a_small_cycle_is_as_approved()
    {
        IEnumerable<string> lines = (await cycle.Story.Coordinator.JournalAsync())
            .Select(e => Scrubbed.Of($"{e.At:yyyy-MM-dd} {e.Event} {e.Subject} {e.Detail}").TrimEnd())
            .Reverse();

        Approved.Match("journal", string.Join('\n', lines.GroupBy(l => l[..10]).SelectMany(day => day.Order(StringComparer.Ordinal))));
    }

    [Fact]
    public async Task An_invitation_reads_as_approved()
    {
        Letter letter = (await cycle.Story.Person(Party.Ministry).MailAsync()).First(l => l.Round == "workshop-invitation");
        IEnumerable<string> headers = letter.Message.Headers.Select(h => $"{h.Field}: {h.Value}").Concat(letter.Message.BodyParts.Select(Part));

        Approved.Match("invitation", Scrubbed.Of($"{Boundary.Replace(string.Join('\n', headers), "\"{boundary}\"")}\n\n{letter.Text}"));
    }

    private static string Part(MimeEntity part) => $"Part: {part.ContentType.MimeType}";

    private static string Key(string key)
    {
        string[] parts = PageOfInvitation.Replace(Scrubbed.Of(key), "{page}{invitation}").Split('~');
        return string.Join('~', parts.Select(p => p is "testland-2031" ? "{cycle}" : Number.IsMatch(p) ? "{n}" : Party.All.Any(x => x.Id == p) ? "{who}" : Recommendation.IsMatch(p) ? "{rec}" : p));
    }

    private static string Properties(TableEntity row) => string.Join(
        ' ', row.Where(p => p.Key is not ("odata.etag" or "PartitionKey" or "RowKey" or "Timestamp")).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}:{p.Value?.GetType().Name}"));

    private static string Document(TableEntity row) =>
        row.ContainsKey("D0") && JsonNode.Parse(row.Text()) is JsonObject document ? string.Join(' ', document.Select(p => p.Key).Order(StringComparer.Ordinal)) : "";

    [GeneratedRegex("^t[0-9a-f]{12}")]
    private static partial Regex Prefix { get; }

    [GeneratedRegex(@"\b\d{4}\{invitation\}")]
    private static partial Regex PageOfInvitation { get; }

    [GeneratedRegex(@"^r?\d{2,4}$")]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"^1\d(-a)?$")]
    private static partial Regex Recommendation { get; }

    [GeneratedRegex(@"""=-[^""]+""")]
    private static partial Regex Boundary { get; }
}
