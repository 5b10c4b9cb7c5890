using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Links;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Journeys;

namespace FollowUpFunctions.Tests.Keeping;

[Collection(nameof(PublishedCycle))]
public sealed class ArchiveTests(PublishedCycle published, AzuriteFixture azurite)
{
    private static readonly string[] exports =
    [
        "", "/journal", "/plan", "/translations", "/groups", "/voices", "/attendance", "/letters", "/bounces", "/recommendations?format=csv", "/recommendations?format=xlsx",
        "/stakeholders?format=csv", "/stakeholders?format=xlsx", "/rounds/workshop-invitation/answers", "/rounds/commitments/answers", "/rounds/consultation/answers",
        "/rounds/responsibility/answers", "/rounds/monitoring-plan/answers", "/rounds/progress-1/answers", "/rounds/progress-2/answers",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TestApp There => published.Story.App;

    private string Cycle => published.Story.Cycle;

    [Fact]
    public async Task Restored_elsewhere_a_cycle_is_served_byte_for_byte_but_for_the_date_of_restoring()
    {
        byte[] archive = await Archive.OfAsync(There, Cycle);
        await using TestApp here = await ElsewhereAsync();

        (int status, string body) = await Archive.RestoreAsync(here, archive);

        Assert.True(status == 201, body);
        IReadOnlyDictionary<string, string> before = await PublicAsync(There);
        Assert.True(before.Count >= 40, "Too few files: the test looks in the wrong place.");
        Assert.Equal(before, await PublicAsync(here));
        foreach (string export in exports)
        {
            byte[] then = await ExportAsync(There, export);
            byte[] now = await ExportAsync(here, export);
            if (export.Length == 0)
                now = WithoutRestored(now);
            Assert.True(then.AsSpan().SequenceEqual(now), $"{export} differs: {Encoding.UTF8.GetString(then)}\n{Encoding.UTF8.GetString(now)}");
        }

        Assert.Equal(Archive.Entries(archive).Where(e => e.Key != "manifest.json"), Archive.Entries(await Archive.OfAsync(here, Cycle)).Where(e => e.Key != "manifest.json"), (a, b) => a.Key == b.Key && a.Value.AsSpan().SequenceEqual(b.Value));
        Assert.Equal((200, body), await Archive.RestoreAsync(here, archive));
    }

    [Fact]
    public async Task A_restored_cycle_starts_nothing_and_mails_nobody()
    {
        await using TestApp here = await ElsewhereAsync();
        Assert.Equal(201, (await Archive.RestoreAsync(here, await Archive.OfAsync(There, Cycle))).Status);

        await here.RunToAsync(SampleCycle.Starts.AddDays(500));

        Assert.Null(await here.Host.Durable.GetInstanceAsync($"cycle-{Cycle}", cancellation: Cancellation));
        Assert.Empty(await new MailBag(here).ReadAsync());
    }

    [Fact]
    public async Task The_same_cycle_archived_twice_differs_in_the_date_alone()
    {
        IReadOnlyDictionary<string, byte[]> first = Archive.Entries(await Archive.OfAsync(There, Cycle));
        IReadOnlyDictionary<string, byte[]> second = Archive.Entries(await Archive.OfAsync(There, Cycle));

        Assert.Equal(first.Keys, second.Keys);
        Assert.All(first.Where(e => e.Key != "manifest.json"), e => Assert.Equal(e.Value, second[e.Key]));
        Assert.Equal(WithoutDate(first), WithoutDate(second));

        static string WithoutDate(IReadOnlyDictionary<string, byte[]> entries)
        {
            JsonObject manifest = JsonNode.Parse(entries["manifest.json"])!.AsObject();
            Assert.True(manifest.Remove("madeAt"));
            return manifest.ToJsonString();
        }
    }

    [Fact]
    public async Task No_personal_link_and_no_mail_file_is_in_an_archive()
    {
        IReadOnlyDictionary<string, byte[]> entries = Archive.Entries(await Archive.OfAsync(There, Cycle));
        string[] tokens = [.. (await published.Story.Mails.ReadAsync()).SelectMany(l => l.Links).SelectMany(l => l.Split('/', '?')).Where(TokenMask.Finds).Distinct()];

        Assert.True(tokens.Length > 30);
        Assert.DoesNotContain(entries.Keys, k => k.EndsWith(".eml", StringComparison.Ordinal));
        foreach ((string name, byte[] content) in entries)
        {
            foreach ((string part, string text) in FileTexts.Of(name, new(content)))
                Assert.All(tokens, token => Assert.False(text.Contains(token, StringComparison.Ordinal), $"{part} has a token"));
        }
    }

    public static TheoryData<string> Spoilt { get; } =
        ["no zip", "truncated", "byte changed", "entry added", "entry taken away", "two of one name", "no manifest", "other version", "other format", "row of another cycle", "file of another cycle", "path that climbs", "line that is no row", "smaller than it says"];

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task What_was_tampered_with_is_refused_and_nothing_is_written(string how)
    {
        byte[] archive = await Archive.OfAsync(There, Cycle);
        await using TestApp here = await ElsewhereAsync();
        IReadOnlyList<string> before = await new Stores(here.Host.Services).EverythingAsync();

        (int status, string body) = await Archive.RestoreAsync(here, Spoil(archive, how));

        Assert.True(status == 400, $"{status} {body}");
        string detail = (string)JsonNode.Parse(body)!["errors"]![0]!["detail"]!;
        TestContext.Current.TestOutputHelper!.WriteLine(detail);
        Assert.Matches("[.:] ?[A-Za-z]", detail);
        Assert.Equal(Ours(before), Ours(await new Stores(here.Host.Services).EverythingAsync()));
    }

    [Fact]
    public async Task An_id_that_is_in_use_is_refused_and_a_cycle_that_goes_on_is_not_archived()
    {
        byte[] archive = await Archive.OfAsync(There, Cycle);
        IReadOnlyList<string> before = await published.Story.EverythingStoredAsync();

        Assert.Equal(409, (await Archive.RestoreAsync(There, archive)).Status);

        Assert.Equal(before, await published.Story.EverythingStoredAsync());
        await using Story running = await Story.BeginAsync(azurite);
        using HttpResponseMessage refused = await running.Coordinator.GetAsync($"cycles/{running.Cycle}/archive");
        Assert.Equal(409, (int)refused.StatusCode);
    }

    private Task<TestApp> ElsewhereAsync() => TestApp.StartAsync(azurite, new()
    {
        Settings = new Dictionary<string, string?>
        {
            ["App:BaseUrl"] = There.Address.ToString(),
            ["Publication:BaseUrl"] = There.Service<AppStorage>().Plans.Uri.ToString(),
        },
    });

    // The engine's own rows move by themselves.
    private static IEnumerable<string> Ours(IEnumerable<string> all) => all.Where(l => !l.Split(' ')[0].EndsWith("Hub", StringComparison.Ordinal));

    private async Task<IReadOnlyDictionary<string, string>> PublicAsync(TestApp app)
    {
        SortedDictionary<string, string> all = new(StringComparer.Ordinal);
        BlobContainerClient plans = app.Service<AppStorage>().Plans;
        await foreach (BlobItem blob in plans.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{Cycle}/", Cancellation))
        {
            using HttpResponseMessage response = await app.Anybody.GetAsync(new Uri($"{plans.Uri}/{blob.Name}"), Cancellation);
            string content = Convert.ToBase64String(await response.Content.ReadAsByteArrayAsync(Cancellation));
            all[blob.Name] = $"{response.Content.Headers.ContentType} {response.Headers.CacheControl} {content}";
        }

        return all;
    }

    private async Task<byte[]> ExportAsync(TestApp app, string export)
    {
        using HttpResponseMessage response = await app.Coordinator.GetAsync($"cycles/{Cycle}{export}", Cancellation);
        byte[] bytes = await response.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, $"{export}: {Encoding.UTF8.GetString(bytes)}");
        return bytes;
    }

    private static byte[] WithoutRestored(byte[] report)
    {
        string text = Encoding.UTF8.GetString(report);
        string restored = $"\"restoredAt\":\"{(string)JsonNode.Parse(text)!["restoredAt"]!}\",";
        Assert.Contains(restored, text, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text.Replace(restored, "", StringComparison.Ordinal));
    }

    private byte[] Spoil(byte[] archive, string how)
    {
        Dictionary<string, byte[]> entries = new(Archive.Entries(archive));
        const string Rows = "tables/cycles.jsonl";
        switch (how)
        {
            case "no zip":
                return Encoding.UTF8.GetBytes("No archive at all");
            case "truncated":
                return archive[..(archive.Length / 2)];
            case "byte changed":
                entries[Rows][entries[Rows].Length / 2] ^= 1;
                return Archive.Of(entries);
            case "entry added":
                entries["files/plans/v9/index.html"] = [1];
                return Archive.Of(entries);
            case "entry taken away":
                entries.Remove("journal.csv");
                return Archive.Of(entries);
            case "two of one name":
                return Archive.Of([.. entries, KeyValuePair.Create(Rows, entries[Rows])]);
            case "no manifest":
                entries.Remove("manifest.json");
                return Archive.Of(entries);
            case "other version":
                return Manifest(m => m["version"] = 2);
            case "other format":
                return Manifest(m => m["format"] = "something-else");
            case "smaller than it says":
                return Manifest(m => m["entries"]![0]!["length"] = 1);
            case "row of another cycle":
                return Archive.Forged(archive, Rows, text => text.Replace($"\"partition\":\"{Cycle}\"", "\"partition\":\"another\"", StringComparison.Ordinal));
            case "file of another cycle":
                return Archive.Forged(archive, "files.jsonl", text => text.Replace("\"container\":\"plans\"", "\"container\":\"elsewhere\"", StringComparison.Ordinal));
            case "path that climbs":
                return Archive.Forged(archive, "files.jsonl", text => text.Replace("\"path\":\"v1/plan.csv\"", "\"path\":\"../another/plan.csv\"", StringComparison.Ordinal));
            case "line that is no row":
                return Archive.Forged(archive, Rows, text => text + "{\"partition\":7}\n");
            default:
                throw new ArgumentException(how);
        }

        byte[] Manifest(Action<JsonNode> change)
        {
            JsonNode manifest = JsonNode.Parse(entries["manifest.json"])!;
            change(manifest);
            entries["manifest.json"] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
            return Archive.Of(entries);
        }
    }
}
