using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Keeping.Retention;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Proofs.Faults;

namespace FollowUpFunctions.Tests.Keeping;

/// <summary>Whichever storage call fails: what broke off goes on, and comes to the same end.</summary>
public sealed partial class KeepingFaultTests(AzuriteFixture azurite)
{
    private const int Stride = 5;

    private readonly Fuse fuse = new();
    private readonly Timeline time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_erasure_comes_to_the_same_end_whichever_storage_call_of_it_fails()
    {
        await using TestApp app = await StartAsync();
        int calls = await fuse.CountAsync(async () => Assert.Equal(200, await EraseAsync(app, await LeaveAsync(app))), afterFirst: LeaveCalls(app));
        string undisturbed = await LeaveAsync(app);
        Assert.Equal(200, await EraseAsync(app, undisturbed));
        List<string> struck = [];
        for (int n = 1; n <= calls; n += Stride)
        {
            string cycle = await LeaveAsync(app);
            fuse.Arm(n, before: n % 2 == 0);
            int status = await EraseAsync(app, cycle);
            bool blown = fuse.Disarm();
            // What is on record is finished without anybody asking again.
            if (status >= 500 && !await app.Service<ErasuresTable>().ArePendingAsync(cycle, Cancellation))
                Assert.Equal(200, await EraseAsync(app, cycle));
            if (blown)
                struck.Add(cycle);
        }

        await time.GoToAsync(time.Now.AddMinutes(40));

        EndState ends = await EndState.ReadAsync(app, [undisturbed, .. struck]);
        string[] expected = Lines(ends, undisturbed);
        TestContext.Current.TestOutputHelper!.WriteLine($"{calls} calls, {struck.Count} faults, {expected.Length} lines.");
        Assert.True(struck.Count > 10);
        Assert.DoesNotContain(expected, l => l.Contains("Person 0", StringComparison.Ordinal) || l.Contains("~erasures", StringComparison.Ordinal));
        Assert.All(struck, cycle => Assert.Equal(expected, Lines(ends, cycle)));
    }

    [Fact]
    public async Task A_restoring_that_broke_off_anywhere_goes_on_when_the_archive_is_sent_again()
    {
        await using TestApp app = await StartAsync();
        string cycle = await LeaveAsync(app);
        byte[] archive = await Archive.OfAsync(app, cycle);
        await ForgetAsync();
        int calls = await fuse.CountAsync(async () => Assert.Equal(201, (await Archive.RestoreAsync(app, archive)).Status));
        int struck = 0;
        for (int n = 1; n <= calls; n += 2)
        {
            await ForgetAsync();
            fuse.Arm(n, before: n % 4 == 1);
            (int first, _) = await Archive.RestoreAsync(app, archive);
            if (!fuse.Disarm())
                continue;
            struck++;
            if (first >= 500 && (await app.Service<AppStorage>().Cycles.FindAsync(cycle, "cycle", Cancellation))?.GetBoolean("Ready") == false)
                Assert.False(await app.Cycles.CreateAsync(new SampleCycle { Id = cycle }.Build(), Cancellation), "Another cycle could take the place of half of one.");
            Assert.InRange((await Archive.RestoreAsync(app, archive)).Status, 200, 201);
            IReadOnlyDictionary<string, byte[]> again = Archive.Entries(await Archive.OfAsync(app, cycle));
            Assert.All(Archive.Entries(archive).Where(e => e.Key != "manifest.json"), e => Assert.Equal(e.Value, again[e.Key]));
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{calls} calls, {struck} faults.");
        Assert.True(struck > 5);

        async Task ForgetAsync()
        {
            await app.Service<CycleStores>().ClearAsync(cycle, Cancellation);
            await app.Service<AppStorage>().Cycles.DeleteEntityAsync(cycle, "cycle", cancellationToken: Cancellation);
        }
    }

    [Fact]
    public async Task A_night_on_which_nothing_is_due_asks_the_storage_once_however_many_cycles_there_are()
    {
        await using TestApp app = await StartAsync();
        RetentionDates dates = app.Service<RetentionDates>();
        for (int n = 0; n < 3; n++)
        {
            CycleState over = (await app.Cycles.FindAsync(await LeaveAsync(app), Cancellation))!;
            await dates.PlanAsync(over.Settings, over.EndedAt!.Value, Cancellation);
        }

        Assert.Equal(1, await fuse.CountAsync(() => dates.CarryOutAsync(Cancellation)));
    }

    private async Task<TestApp> StartAsync()
    {
        TestApp app = await TestApp.StartAsync(azurite, new() { Holds = [time], Services = new StorageTap(fuse.OnCallAsync, _ => Task.CompletedTask).Register });
        time.Begin(app.Host.Clock);
        return app;
    }

    private Func<Task<int>> LeaveCalls(TestApp app) => () => fuse.CountAsync(() => LeaveAsync(app));

    private static async Task<int> EraseAsync(TestApp app, string cycle)
    {
        using HttpResponseMessage response = await app.Coordinator.PostAsJsonAsync($"cycles/{cycle}/people/erase", new JsonObject { ["who"] = SampleCycle.Who(0) }, Cancellation);
        return (int)response.StatusCode;
    }

    /// <summary>A cycle that is over, with somebody in many places.</summary>
    private static async Task<string> LeaveAsync(TestApp app)
    {
        SampleCycle sample = new();
        CycleContents contents = sample.Build();
        CycleSettings settings = contents.Settings;
        DateTimeOffset at = app.Host.Clock.GetUtcNow();
        Assert.True(await app.Cycles.CreateAsync(contents, Cancellation));
        PageRef page = new(sample.Id, RoundKinds.Consultation.Id, 0);
        await app.Cycles.Rounds.AddAsync(sample.Id, new(page.Round, new(at, at, []), RoundKinds.Consultation.Form.Version, 1, 2, OpenedAt: at), Cancellation);
        await app.Invitations.AddMissingAsync(page, contents.Stakeholders.Take(2).Select(s => (new Addressee(s.Id, []), (StakeholderCategory?)s.Category, false)), at, Cancellation);
        AnswersTable answers = app.Service<AnswersTable>();
        AnswerSheet sheet = new("consultation", 1, "en", new Dictionary<string, IReadOnlyList<string>> { ["remarks"] = ["Ask Person 0 at who-00000@example.org"] });
        foreach (int n in new[] { 0, 1 })
        {
            InvitationRef invitation = InvitationRef.For(page, SampleCycle.Who(n));
            await answers.AddRevisionAsync(invitation, 1, sheet, Cancellation);
            await app.Invitations.SetAsync(invitation, nameof(Invitation.Revision), 1, Cancellation);
            await answers.TryWriteDraftAsync(invitation, sheet, null, Cancellation);
        }

        await app.Service<DecisionsTable>().AddAsync(sample.Id, new("why", "assign", at, Note: "Person 0 said so"), Cancellation);
        await app.Service<AppStorage>().Pickup.GetBlobClient($"{sample.Id}/consultation~Invitation~1~{InvitationRef.For(page, SampleCycle.Who(0)).Id}.eml").UploadAsync(BinaryData.FromString("To: who-00000@example.org\n\nDear Person 0"), Cancellation);
        PlanVersion version = await app.Cycles.VersionForAsync(sample.Id, "plan", Cancellation);
        PublishedPlan plan = PublishedPlans.Compose(contents, version.Number, at, new Dictionary<StakeholderCategory, int>(), []) with { Title = "As Person 0 wishes" };
        await app.Service<PlanVersionFiles>().WriteAsync(settings, plan, version.Step, Cancellation);
        await app.Service<PlanFiles>().SwitchAsync(sample.Id, new(1, at, $"{sample.Id}/v1/index.html"), Cancellation);
        await app.Service<PublicIndex>().WriteAsync(settings, Cancellation);
        await app.Cycles.EnterAsync(sample.Id, null, Cancellation);
        return sample.Id;
    }

    // How much each pass found depends on where the first broke off; the rest must be the same.
    private static string[] Lines(EndState ends, string cycle) =>
        [.. ends.Of(cycle).Where(l => !l.Contains(" erasure~", StringComparison.Ordinal)).Select(l => Hash.Replace(l, "<hash>")).Order(StringComparer.Ordinal)];

    // And the minute at which it was finished.
    [GeneratedRegex(@"[0-9a-f]{12,}|\b08:\d\d\b")]
    private static partial Regex Hash { get; }

    /// <summary>Lets one storage call fail, before or after its effect.</summary>
    private sealed class Fuse
    {
        private int calls;
        private int at;
        private bool before;
        private bool blown;

        public async Task<int> CountAsync(Func<Task> work, Func<Task<int>>? afterFirst = null)
        {
            Volatile.Write(ref at, int.MaxValue);
            Volatile.Write(ref calls, 0);
            await work();
            int counted = Volatile.Read(ref calls);
            Disarm();
            return afterFirst is null ? counted : counted - await afterFirst();
        }

        public void Arm(int call, bool before)
        {
            (this.before, blown) = (before, false);
            Volatile.Write(ref calls, 0);
            Volatile.Write(ref at, call);
        }

        public bool Disarm()
        {
            Volatile.Write(ref at, 0);
            return blown;
        }

        public Task OnCallAsync(bool isBefore)
        {
            int call = Volatile.Read(ref at);
            if (call == 0)
                return Task.CompletedTask;
            int now = isBefore ? Interlocked.Increment(ref calls) : Volatile.Read(ref calls);
            if (now == call && isBefore == before && !blown)
            {
                blown = true;
                throw new RequestFailedException("The connection was lost.");
            }

            return Task.CompletedTask;
        }
    }
}
