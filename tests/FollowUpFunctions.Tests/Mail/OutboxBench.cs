using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Mail.Events;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Infrastructure.SendGrid;

namespace FollowUpFunctions.Tests.Mail;

/// <summary>The outbox of the app on real storage, with a round that is open and no orchestration: a test sends, sweeps and moves the clock itself.</summary>
public sealed class OutboxBench : IAsyncDisposable
{
    public const string Round = "consultation";

    private readonly SampleCycle cycle = new();

    private OutboxBench(TestApp app, SendGridServer server)
    {
        App = app;
        Server = server;
    }

    public TestApp App { get; }

    public SendGridServer Server { get; }

    public string Cycle => cycle.Id;

    public PageRef Page => new(Cycle, Round, 0);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<OutboxBench> StartAsync(AzuriteFixture azurite, IReadOnlyList<Stakeholder> people, TestAppOptions? options = null, params (string, string)[] settings)
    {
        SendGridServer server = await SendGridServer.StartAsync();
        Dictionary<string, string?> all = new(server.Settings);
        foreach ((string name, string value) in settings)
            all[name] = value;
        TestApp app = await TestApp.StartAsync(azurite, (options ?? new()) with { Functions = [typeof(MailEventEndpoints)], Settings = all, PageSize = 1_000 });
        OutboxBench bench = new(app, server);
        await app.RunToAsync(app.Host.Clock.GetUtcNow());
        CycleContents contents = bench.cycle.Build();
        Assert.True(await app.Cycles.CreateAsync(
            contents with { Stakeholders = people, Settings = contents.Settings with { Languages = ["en", "fr", "km", "ar"] } }, Cancellation));
        await bench.OpenRoundAsync(Round, people);
        return bench;
    }

    public static IReadOnlyList<Stakeholder> People(int count) => [.. Enumerable.Range(0, count).Select(n => Somebody(n))];

    public static Stakeholder Somebody(int n, string? name = null, string? organisation = null, string? email = null, string? language = null) => new(
        $"who-{n:0000}", organisation ?? $"Organisation {n}", (StakeholderCategory)(n % 8), name ?? $"Person {n}", email ?? $"who-{n}@example.org", language ?? "en", []);

    public async Task OpenRoundAsync(string round, IReadOnlyList<Stakeholder> people)
    {
        DateTimeOffset now = App.Host.Clock.GetUtcNow();
        Round opened = new(round, new(now, now.AddDays(200), []), RoundKinds.Find(round)!.Form.Version, 1, people.Count, OpenedAt: now) { PageSize = 1_000 };
        await App.Cycles.Rounds.AddAsync(Cycle, opened, Cancellation);
        await App.Invitations.AddMissingAsync(
            new(Cycle, round, 0), people.Select(p => (new Addressee(p.Id, ["1"]), (StakeholderCategory?)p.Category, false)), now, Cancellation);
    }

    public MailBatch Batch(MailKind kind = MailKind.Invitation, int ordinal = 1) => new(Page, kind, ordinal);

    public Task<List<Invitation>> InvitationsAsync(string round = Round) => App.Invitations.PageAsync(new(Cycle, round, 0), Cancellation);

    public async Task SendAsync(MailBatch? batch = null) => await App.Service<Outbox>().SendAsync(batch ?? Batch(), await InvitationsAsync(), Cancellation);

    /// <summary>What the sweeper does after some time.</summary>
    public async Task SweepAfterAsync(TimeSpan time)
    {
        await App.RunToAsync(App.Host.Clock.GetUtcNow() + time);
        await App.Service<MailSettling>().SettleAsync(Cancellation);
    }

    public async Task<IReadOnlyList<JournalEntry>> JournalAsync(string what) =>
        [.. (await App.Service<JournalTable>().ReadAsync(Cycle, 10_000, Cancellation)).Where(e => e.Event == what)];

    public Task<Dictionary<string, OutboxMail>> RowsAsync(MailBatch? batch = null) => App.Service<OutboxTable>().ReadAsync(batch ?? Batch(), Cancellation);

    public Task<IReadOnlyList<OpenBatch>> OpenBatchesAsync() => App.Service<OpenBatches>().ListAsync(Cancellation);

    public async Task<int> NoticeAsync(HttpRequestMessage notice)
    {
        using HttpResponseMessage response = await App.Anybody.SendAsync(notice, Cancellation);
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Server.DisposeAsync();
    }
}
