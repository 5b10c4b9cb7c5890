using LocalHost.Hosting;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace LocalHost.Tests.Hosting;

public sealed class SkippingHostTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_years_of_waiting_pass_while_one_looks()
    {
        await using RunningHost host = await StartAsync(Options());

        await WaitAsync(host, "long", 730);

        OrchestrationMetadata done = await host.Durable.WaitForInstanceCompletionAsync("long", getInputsAndOutputs: true, Cancellation);
        Assert.Equal("long after 730 days in long", done.ReadOutputAs<string>());
        Assert.Contains(("long", SampleHost.Start.AddDays(730)), Diary(host));
    }

    [Fact]
    public async Task Timers_fire_once_on_the_way_and_once_on_arrival_however_many_times_were_passed()
    {
        await using RunningHost host = await StartAsync(Options());

        await WaitAsync(host, "month", 30);
        await host.Durable.WaitForInstanceCompletionAsync("month", false, Cancellation);

        Assert.Equal(
            [("sweep", SampleHost.Start.AddMinutes(5)), ("sweep late", SampleHost.Start.AddDays(30))],
            Diary(host).Where(e => e.What.StartsWith("sweep", StringComparison.Ordinal)).DistinctBy(e => e.When));
        Assert.Equal(SampleHost.Start, Assert.Single(Diary(host), e => e.What == "warm" && e.When < SampleHost.Start.AddDays(1)).When);
    }

    [Fact]
    public async Task What_is_due_at_different_times_happens_in_order()
    {
        await using RunningHost host = await StartAsync(Options());
        int[] days = [90, 7, 30, 14, 365];

        await Task.WhenAll(days.Select(d => WaitAsync(host, $"d{d}", d)));
        await Task.WhenAll(days.Select(d => host.Durable.WaitForInstanceCompletionAsync($"d{d}", false, Cancellation)));

        Assert.Equal(["d7", "d14", "d30", "d90", "d365"], Diary(host).Select(e => e.What).Where(w => w.StartsWith('d')));
    }

    [Fact]
    public async Task A_host_started_again_goes_on_at_the_time_where_it_stood()
    {
        HostOptions options = Options();
        await using (RunningHost first = await StartAsync(options))
        {
            await WaitAsync(first, "year", 365);
            await first.Durable.WaitForInstanceCompletionAsync("year", false, Cancellation);
        }

        await using RunningHost second = await StartAsync(options);

        Assert.Equal(SampleHost.Start.AddDays(365), second.Clock.GetUtcNow());
        Assert.True((await second.Durable.GetInstanceAsync("year", false, Cancellation))!.IsCompleted);
    }

    [Fact]
    public async Task The_app_is_told_the_storage_and_its_settings()
    {
        await using RunningHost host = await StartAsync(Options());
        var settings = host.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>();

        Assert.Equal(azurite.ConnectionString, settings["AzureWebJobsStorage"]);
        Assert.Equal("0 0 3 * * *", settings["WarmSchedule"]);
        Assert.Equal("kept", settings["Mail:Name"]);
        Assert.Same(host.Clock, host.Services.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public async Task A_schedule_that_can_not_be_read_stops_the_start()
    {
        HostOptions options = Options() with { Settings = new Dictionary<string, string?> { ["WarmSchedule"] = "every night" } };

        HostException error = await Assert.ThrowsAsync<HostException>(() => StartAsync(options));

        Assert.Contains("'Warm'", error.Message, StringComparison.Ordinal);
        Assert.Contains("every night", error.Message, StringComparison.Ordinal);
    }

    private HostOptions Options() => SampleHost.Options(azurite, folder.Path, typeof(WaitingApp)).Skipping() with
    {
        ConfigureServices = (services, _) => services.AddSingleton<Diary>(),
        Settings = new Dictionary<string, string?> { ["WarmSchedule"] = "0 0 3 * * *", ["Mail__Name"] = "kept" },
    };

    private static Task<RunningHost> StartAsync(HostOptions options) => FunctionsHostApp.StartAsync(options, Cancellation);

    private static IReadOnlyList<(string What, DateTimeOffset When)> Diary(RunningHost host) => host.Services.GetRequiredService<Diary>().Entries;

    private static async Task WaitAsync(RunningHost host, string name, int days)
    {
        using HttpClient http = host.Client();
        using HttpResponseMessage answer = await http.PostAsync(new Uri($"waits/{name}/{days}", UriKind.Relative), null, Cancellation);
        answer.EnsureSuccessStatusCode();
    }
}
