using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Tests.Proofs.Traces;

/// <summary>What the whole demo leaves behind it; <c>tests/campaigns/links.sh</c> scans in every round and as often as asked.</summary>
[Collection(nameof(WitnessedDemo))]
public sealed partial class TraceTests(WitnessedDemo demo)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Whatever_a_mail_scanner_does_to_every_link_of_every_mail_changes_nothing_in_open_rounds_and_when_all_is_over()
    {
        foreach (ScanReport scan in demo.Scans)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{scan.At:yyyy-MM-dd}: {scan.Links} links of {scan.Kinds.Count} kinds, {scan.Requests} requests in {scan.Took.TotalSeconds:N0} s"));
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"The demo took {demo.Took.TotalSeconds:N0} s.\n{string.Join('\n', demo.Scans[^1].Kinds)}");
        Assert.True(demo.Scans.Count >= 3);
        Assert.All(demo.Scans, scan => Assert.Empty(scan.Changed));
        Assert.All(demo.Scans, scan => Assert.Empty(scan.Failed));
        Assert.True(demo.Scans[^1].Links > 500, "The scanner has found too few links: it looks in the wrong place.");
    }

    [Fact]
    public async Task No_token_of_any_link_stands_in_any_table_history_file_log_trace_or_metric()
    {
        IReadOnlyList<MailLink> links = await MailLinks.ReadAsync(demo.Stores.Pickup);
        string[] tokens = [.. links.Select(MailLinks.TokenOf).OfType<string>().Distinct()];
        long told = demo.Traces.Looks;

        await StoredTraces.LookAsync(demo.Traces, demo.Stores);

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{tokens.Length} tokens; {told} texts in logs and telemetry, {demo.Blanks} of them with a token blanked out; {demo.Traces.Looks - told} texts in tables and files"));
        Assert.True(tokens.Length > 500, "Too few tokens were found in the mails.");
        Assert.Empty(demo.Traces.Of(tokens));
        Assert.True(demo.Blanks > tokens.Length, "The witness has not seen the requests for the links: it looks in the wrong place.");
    }

    [Fact]
    public async Task No_published_file_in_whatever_format_names_a_person_of_the_cycle_or_an_address()
    {
        CycleContents cycle = await demo.Services.GetRequiredService<CyclesTable>().ContentsAsync(demo.Cycle, Cancellation);
        string[] names = await PersonsAsync(cycle);
        BlobContainerClient plans = demo.Services.GetRequiredService<AppStorage>().Plans;
        int files = 0;
        List<string> found = [];
        await foreach (BlobItem blob in plans.GetBlobsAsync(cancellationToken: Cancellation))
        {
            files++;
            foreach ((string part, string text) in FileTexts.Of(blob.Name, await Stores.ReadAsync(plans, blob.Name)))
            {
                found.AddRange(names.Where(n => text.Contains(n, StringComparison.OrdinalIgnoreCase)).Select(n => $"“{n}” is in {part}."));
                found.AddRange(Address.Matches(text).Select(m => $"The address {m.Value} is in {part}."));
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{names.Length} names, addresses and private answers; {files} files");
        Assert.True(names.Length > 100 && files > 20);
        Assert.Empty(found);
    }

    // Names as short as a word, and those that are an organisation's, are not people's alone.
    private async Task<string[]> PersonsAsync(CycleContents cycle)
    {
        HashSet<string> organisations = [.. cycle.Stakeholders.Select(s => s.Organisation)];
        string[] people =
        [
            .. cycle.Stakeholders.SelectMany(s => (string[])[s.Contact, s.Email]),
            .. cycle.Settings.Coordinators.SelectMany(c => (string[])[c.Name, c.Email]),
            .. cycle.Settings.Translators.SelectMany(t => (string[])[t.Name, t.Email]),
        ];
        IReadOnlyList<string> confided = await PrivateAnswers.OfAsync(demo.Services, demo.Cycle);
        return [.. people.Where(n => n.Length >= 4).Concat(confided).Except(organisations).Distinct()];
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+")]
    private static partial Regex Address { get; }
}
