using System.Diagnostics;
using FollowUpFunctions.Links;
using FollowUpFunctions.Telemetry;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;

namespace FollowUpFunctions.Tests.Operations;

/// <summary>What leaves the app for a collector, as it arrives there.</summary>
public sealed class TelemetryTests(AzuriteFixture azurite)
{
    private const string Token = "1.Ab3-_fGhIjKlMnOpQrStUv0x";
    private const string Path = $"/r/testland-2031/consultation/0000abcdefghij/{Token}";
    private const string Source = "a library that traces addresses";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sweep_is_told_to_the_collector_by_the_name_that_alert_rules_look_for_and_requests_are_counted_by_their_route()
    {
        await using Collector collector = await Collector.StartAsync();
        await using (Story story = await Story.BeginAsync(azurite, options: new() { Settings = collector.Settings }))
        {
            await story.App.Anybody.GetAsync(Path, Cancellation);
            await story.GoToDayAsync(0.1);
        }

        Assert.Contains(Alerts.SweepDone, collector.Of("logs"), StringComparison.Ordinal);
        Assert.Contains("Swept: 1 cycles on record, 0 of them stuck", collector.Of("logs"), StringComparison.Ordinal);
        Assert.Contains("r/{cycle}/{round}/{invitation}/{token}", collector.Of("metrics"), StringComparison.Ordinal);
        Assert.DoesNotContain("Request starting", collector.Of("logs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_token_gets_to_the_collector_in_a_log_or_a_trace()
    {
        await using Collector collector = await Collector.StartAsync();
        TestAppOptions options = new()
        {
            Settings = collector.Settings,
            Services = (services, _) => services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddSource(Source, "Microsoft.AspNetCore")),
        };
        await using (TestApp app = await TestApp.StartAsync(azurite, options))
        {
            using HttpResponseMessage dead = await app.Anybody.GetAsync(Path, Cancellation);
            using ActivitySource source = new(Source);
            using (Activity? activity = source.StartActivity($"GET {Path}"))
                activity!.SetTag("url.path", Path).SetStatus(ActivityStatusCode.Error, $"Nothing at {Path}");
#pragma warning disable CA1848, CA2254, CA1873 // As a library logs that knows nothing of us.
            app.Service<ILoggerFactory>().CreateLogger("library").LogError(new InvalidOperationException($"Nothing at {Path}"), "Failed at {Path}", Path);
#pragma warning restore CA1848, CA2254, CA1873
        }

        foreach (string signal in (string[])["logs", "traces"])
        {
            Assert.Contains(TokenMask.Blank, collector.Of(signal), StringComparison.Ordinal);
            Assert.DoesNotContain(Token, collector.Of(signal), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Token, collector.Of("metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_setting_names_anybody_nothing_is_gathered()
    {
        await using TestApp app = await TestApp.StartAsync(azurite);

        Assert.Null(app.Host.Services.GetService<TracerProvider>());
    }
}
