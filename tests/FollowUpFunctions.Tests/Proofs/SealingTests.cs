using Azure;
using Azure.Data.Tables;
using FollowUp.Domain.Children;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Tests.Proofs;

/// <summary>Voices get an order of chance when the asking is over; wherever that breaks off, it is done again.</summary>
public sealed class SealingTests(AzuriteFixture azurite)
{
    private const int Many = 120;
    private readonly GroupRef group = new("cycle", "0000abcdefghjk");
    private int left = int.MaxValue;
    private bool before;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Wherever_storage_fails_no_voice_is_lost_or_doubled(bool beforeItTookEffect)
    {
        before = beforeItTookEffect;
        int calls = 1;
        for (int n = 1; n <= calls; n++)
        {
            VoicesTable voices = await FilledAsync();
            left = n;
            calls = Math.Max(calls, await SealAsync(voices));

            IReadOnlyList<VoiceOnRecord> there = await voices.SealedAsync(group.Cycle, Cancellation);
            Assert.Equal(Enumerable.Range(0, Many), there.Select(v => int.Parse(v.Voice.Words!, System.Globalization.CultureInfo.InvariantCulture)).Order());
            Assert.Equal((Many, true), ((await voices.GroupAsync(group, Cancellation))!.Voices, (await voices.GroupAsync(group, Cancellation))!.Sealed));
        }

        Assert.InRange(calls, 5, 30);
    }

    [Fact]
    public async Task Neither_the_order_nor_a_key_nor_a_time_tells_who_wrote_when()
    {
        VoicesTable voices = await FilledAsync();
        DateTimeOffset lastWritten = (await RowsAsync()).Max(r => r.Timestamp!.Value);
        string[] keys = [.. (await RowsAsync()).Select(r => r.RowKey)];

        await voices.SealAsync(group, Cancellation);

        List<TableEntity> rows = [.. (await RowsAsync()).Where(r => r.RowKey != "group")];
        Assert.All(rows, r => Assert.True(r.Timestamp > lastWritten));
        Assert.Empty(rows.Select(r => r.RowKey[(r.RowKey.IndexOf('~', StringComparison.Ordinal) + 1)..]).Intersect(keys.Select(k => k[(k.IndexOf('~', StringComparison.Ordinal) + 1)..])));
        int[] order = [.. rows.Select(r => int.Parse(r.Document<Voice>().Words!, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.NotEqual(order.Order(), order);
        Assert.NotEqual(order, [.. rows.OrderBy(r => r.Timestamp).Select(r => int.Parse(r.Document<Voice>().Words!, System.Globalization.CultureInfo.InvariantCulture)).Order()]);
    }

    [Fact]
    public async Task A_voice_that_comes_while_the_group_is_sealed_is_refused_or_sealed_too()
    {
        VoicesTable voices = await FilledAsync();
        Task<VoiceOutcome> late = voices.AddAsync(group, "late", "late", a => Voice(999, a), Cancellation);
        await voices.SealAsync(group, Cancellation);

        VoiceOutcome outcome = await late;

        await voices.SealAsync(group, Cancellation);
        Assert.Equal(outcome == VoiceOutcome.Taken ? Many + 1 : Many, (await voices.SealedAsync(group.Cycle, Cancellation)).Count);
        Assert.DoesNotContain(await RowsAsync(), r => r.RowKey.StartsWith("new~", StringComparison.Ordinal));
        Assert.Equal(VoiceOutcome.Over, await voices.AddAsync(group, "later", "later", a => Voice(1000, a), Cancellation));
    }

    private AppStorage Storage { get; set; } = null!;

    private async Task<VoicesTable> FilledAsync()
    {
        left = int.MaxValue;
        ServiceCollection services = new();
        new StorageTap(CallAsync, _ => Task.CompletedTask).Register(
            services, new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", azurite.ConnectionString)]).Build());
        await using ServiceProvider provider = services.BuildServiceProvider();
        Storage = new(
            provider.GetRequiredService<TableServiceClient>(),
            provider.GetRequiredService<Azure.Storage.Blobs.BlobServiceClient>(),
            new(provider.GetRequiredService<Azure.Storage.Blobs.BlobServiceClient>()),
            new FollowUpOptions { StoragePrefix = $"s{Guid.NewGuid().ToString("N")[..12]}" });
        VoicesTable voices = new(Storage);
        await voices.AttestAsync(group, new(Many + 5, "10-13", null), Cancellation);
        for (int n = 0; n < Many; n++)
            Assert.Equal(VoiceOutcome.Taken, await voices.AddAsync(group, $"{n:000}", $"{n}", a => Voice(n, a), Cancellation));
        return voices;
    }

    /// <summary>As an activity does it: again until it is through. Gives the number of calls that it took.</summary>
    private async Task<int> SealAsync(VoicesTable voices)
    {
        int start = left;
        for (int tries = 1; tries <= 3; tries++)
        {
            try
            {
                await voices.SealAsync(group, Cancellation);
                int calls = start - left;
                left = int.MaxValue;
                return calls;
            }
            catch (RequestFailedException)
            {
            }
        }

        throw new InvalidOperationException("It failed more than once.");
    }

    private Task CallAsync(bool isBefore)
    {
        if (isBefore)
            left--;
        return left == 0 && isBefore == before && left-- == 0 ? throw new RequestFailedException(503, "Storage fails here.") : Task.CompletedTask;
    }

    private async Task<List<TableEntity>> RowsAsync() =>
        await Storage.Voices.QueryAsync<TableEntity>(r => r.PartitionKey == "cycle~children-consultation~0000abcdefghjk", cancellationToken: Cancellation).ToListAsync(Cancellation);

    private static Voice Voice(int n, Attestation attested) => new("en", attested.AgeBand, attested.Region, ["1"], $"{n}", true);
}
