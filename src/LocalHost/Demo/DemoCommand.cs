using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using FollowUpFunctions.Storage;
using LocalHost.Cli;
using LocalHost.Demo.Coordinators;
using LocalHost.Demo.Display;
using LocalHost.Demo.People;
using LocalHost.Demo.Sample;
using LocalHost.Demo.Summary;
using LocalHost.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace LocalHost.Demo;

/// <summary>The sample cycle.</summary>
public static class DemoCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
    };

    /// <returns>The exit code: 0 when the cycle ended as it should.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        DemoArguments arguments = DemoArguments.Parse(args);
        if (arguments.Help)
        {
            Console.WriteLine(DemoArguments.Usage);
            return 0;
        }

        using StopSignals signals = new();
        try
        {
            DemoFolder folder = await DemoFolder.OpenAsync(arguments, signals.Token);
            SampleCycle sample = await SampleCycle.OfAsync(folder, signals.Token);
            await using SimulatedPeople people = new(sample, folder);
            Standstill standstill = new();
            await using RunningHost host = await FunctionsHostApp.StartAsync(DemoHost.Options(folder, people, standstill), signals.Token);
            try
            {
                return await RunAsync(arguments, folder, sample, people, host, standstill, signals);
            }
            finally
            {
                // Before the clock that they live by.
                await people.StopAsync();
            }
        }
        catch (HttpRequestException e)
        {
            throw new HostException(e.Message, e);
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            Console.WriteLine("Stopped before the end. Go on with: demo --resume");
            return 1;
        }
    }

    private static async Task<int> RunAsync(
        DemoArguments arguments, DemoFolder folder, SampleCycle sample, SimulatedPeople people, RunningHost host, Standstill standstill, StopSignals signals)
    {
        Stopwatch watch = Stopwatch.StartNew();
        AppStorage storage = host.Services.GetRequiredService<AppStorage>();
        using CycleApi api = new(host.BaseAddress, host.Keys.Default, sample.Id);
        sample = await sample.ScheduledAsync(folder, signals.Token);
        people.Begin(sample, host.Clock, storage.Pickup, api);
        await api.StartAsync(sample.Json, signals.Token);
        await people.MarkAsync(signals.Token);

        // A pipe has no width of its own.
        if (!AnsiConsole.Profile.Out.IsTerminal)
            AnsiConsole.Profile.Width = 120;
        string? trouble = null;
        DemoRun run = new(host, sample, api, people);
        ICycleDisplay display = AnsiConsole.Profile.Out.IsTerminal ? new TerminalDisplay(AnsiConsole.Console) : new PlainDisplay(Console.Out);
        await display.ShowAsync(async show => trouble = await run.WatchAsync(show, signals.Token));
        standstill.Begin();
        await people.StopAsync();
        Successor? next = trouble is null ? await new NextCycle(host.BaseAddress, host.Keys.Default).BeginAsync(signals.Token) : null;
        TimeSpan took = watch.Elapsed;

        DemoSummary summary = await new SummaryMaker(sample, folder, people, api, storage.Plans).MakeAsync(trouble, next, took, signals.Token);
        new SummaryPrinter(AnsiConsole.Console).Print(summary);
        if (arguments.Out is { } file)
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(summary, _json), signals.Token);
        if (!arguments.Exit)
        {
            Console.WriteLine(Addresses(host, summary, api));
            await signals.Asked;
            Console.WriteLine("Stopping...");
        }

        return summary.AsItShould ? 0 : 1;
    }

    private static string Addresses(RunningHost host, DemoSummary summary, CycleApi api) =>
        $"""

        Published plan  {summary.PlanAddress ?? "none"}
        Progress        {summary.ProgressAddress ?? "none"}
        Commitments     {summary.ReportAddress ?? "none"}
        Closing report  {summary.ClosingAddress ?? "none"}
        All plans       {host.BaseAddress}plans
        Desk            {host.BaseAddress}desk  (sign in as coordinator@example.org; the link lies in the mailbox)
        Mailbox         {host.BaseAddress}_local/mailbox
        Instances       {host.BaseAddress}_local/instances
        Cycle's status  {api.StatusAddress}

        It all stays open for you to look around. Ctrl-C stops it.
        """;
}
