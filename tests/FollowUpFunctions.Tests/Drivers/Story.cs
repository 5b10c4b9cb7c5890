using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Drivers;

/// <summary>One cycle in the running app, the people in it, and the clock in the teller's hand.</summary>
public sealed class Story : IAsyncDisposable
{
    private Story(TestApp app, Timeline time, string cycle)
    {
        App = app;
        Time = time;
        Cycle = cycle;
        Coordinator = new(app, cycle);
        Mails = new(app);
        Plans = new(app, cycle);
    }

    public TestApp App { get; }

    public Timeline Time { get; }

    public string Cycle { get; }

    public Coordinator Coordinator { get; }

    public MailBag Mails { get; }

    public PublicReader Plans { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts the app, and the cycle over HTTP.</summary>
    public static async Task<Story> BeginAsync(AzuriteFixture azurite, CycleBuilder? cycle = null, TestAppOptions? options = null) =>
        await BeginAsync(azurite, (cycle ?? new()).Build(), options);

    public static async Task<Story> BeginAsync(AzuriteFixture azurite, JsonObject body, TestAppOptions? options = null)
    {
        Timeline time = new();
        TestApp app = await TestApp.StartAsync(azurite, (options ?? new()) with { Holds = [time] });
        time.Begin(app.Host.Clock);
        Story story = new(app, time, (string)body["id"]!);
        (await story.Coordinator.StartAsync(body)).EnsureSuccessStatusCode();
        return story;
    }

    /// <summary>A story that has come to a day of the calendar, such as the opening of a round.</summary>
    public static async Task<Story> OnDayAsync(AzuriteFixture azurite, double day, CycleBuilder? cycle = null, TestAppOptions? options = null)
    {
        Story story = await BeginAsync(azurite, cycle, options);
        await story.GoToDayAsync(day);
        return story;
    }

    public Person Person(Party party) => new(this, party.Email);

    public Person Person(string email) => new(this, email);

    public Task GoToDayAsync(double day) => Time.GoToAsync(Schedule.Day(day));

    /// <summary>Stops the app and starts it again where it stood.</summary>
    /// <param name="settings">In place of those that it had.</param>
    public async Task RestartAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        await App.StopAsync();
        await App.StartAgainAsync(before => before with { Settings = settings ?? before.Settings });
        Time.Begin(App.Host.Clock);
    }

    /// <summary>Every row of every table with its ETag, and every blob with its own: a write that changes nothing shows too.</summary>
    public async Task<IReadOnlyList<string>> EverythingStoredAsync()
    {
        AppStorage storage = App.Service<AppStorage>();
        List<string> all = [];
        foreach (TableClient table in Tables(storage))
        {
            await foreach (TableEntity row in table.QueryAsync<TableEntity>(cancellationToken: Cancellation))
                all.Add($"{table.Name} {row.PartitionKey} {row.RowKey} {row.ETag} {JsonSerializer.Serialize(row.OrderBy(p => p.Key, StringComparer.Ordinal))}");
        }

        foreach (BlobContainerClient container in new[] { storage.Pickup, storage.Plans, storage.Evidence })
        {
            await foreach (BlobItem blob in container.GetBlobsAsync(cancellationToken: Cancellation))
                all.Add($"{container.Name} {blob.Name} {blob.Properties.ETag}");
        }

        return all;
    }

    public static IReadOnlyList<TableClient> Tables(AppStorage storage) =>
        [storage.Cycles, storage.Invitations, storage.Answers, storage.Mail, storage.Journal, storage.Voices, storage.Disclosures];

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
