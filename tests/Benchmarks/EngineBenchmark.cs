using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using LocalHost.Durable;
using LocalHost.Functions;
using LocalHost.Storage;
using LocalHost.Time;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace Benchmarks;

/// <summary>Orchestrations a second and latency of an event, beside what the same Azurite can take at all.</summary>
internal static class EngineBenchmark
{
    private const int Instances = 500;
    private const int Events = 200;

    private static readonly DurableFunctions Functions = new(
        new Dictionary<string, OrchestratorFunction>
        {
            ["One"] = async context => await context.CallActivityAsync<int>("Add", 1),
            ["Waiting"] = async context => await context.WaitForExternalEvent<int>("Go"),
        },
        new Dictionary<string, ActivityFunction> { ["Add"] = (input, _, _) => Task.FromResult<object?>(2) });

    public static async Task RunAsync()
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new() { InMemory = true });
        TableServiceClient tables = new(azurite.ConnectionString);
        Print("bare rows in transactions of 100", $"{await BareRowsAsync(tables):N0} rows/s");
        Print("bare write of one row, median", $"{await BareLatencyAsync(tables):N1} ms");

        await using DurableEngine engine = new(tables, "engine", Functions, new RealClock(), NullLoggerFactory.Instance);
        await engine.StartAsync();
        await ThroughputAsync(engine, 50);
        Print($"{Instances} instances of one activity", $"{await ThroughputAsync(engine, Instances):N0} orchestrations/s (target 200)");
        double[] latencies = await LatenciesAsync(engine);
        Print("event to completion, median", $"{latencies[Events / 2]:N1} ms (target 12)");
        Print("event to completion, 95 %", $"{latencies[Events * 95 / 100]:N1} ms");
    }

    private static async Task<double> ThroughputAsync(DurableEngine engine, int instances)
    {
        Stopwatch watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, instances).Select(async _ =>
        {
            string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("One");
            await engine.Client.WaitForInstanceCompletionAsync(id);
        }));
        return instances / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double[]> LatenciesAsync(DurableEngine engine)
    {
        double[] latencies = new double[Events];
        for (int i = 0; i < Events; i++)
        {
            string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Waiting");
            long start = Stopwatch.GetTimestamp();
            Task<OrchestrationMetadata> end = engine.Client.WaitForInstanceCompletionAsync(id);
            await engine.Client.RaiseEventAsync(id, "Go", 1);
            await end;
            latencies[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(latencies);
        return latencies;
    }

    private static async Task<double> BareRowsAsync(TableServiceClient tables)
    {
        const int Transactions = 20;
        TableClient table = tables.GetTableClient("bare");
        await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(Row("warm"));
        Stopwatch watch = Stopwatch.StartNew();
        for (int i = 0; i < Transactions; i++)
        {
            await table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(row =>
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(string.Create(CultureInfo.InvariantCulture, $"{i}~{row}")))));
        }

        return Transactions * 100 / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> BareLatencyAsync(TableServiceClient tables)
    {
        TableClient table = tables.GetTableClient("bare");
        double[] latencies = new double[Events];
        for (int i = 0; i < Events; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await table.UpsertEntityAsync(Row(string.Create(CultureInfo.InvariantCulture, $"single~{i}")));
            latencies[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(latencies);
        return latencies[Events / 2];
    }

    private static TableEntity Row(string key) => new("bare", key) { ["Text"] = new string('x', 200), ["Number"] = 7 };

    private static void Print(string what, string figure) => Console.WriteLine($"{what,-36} {figure}");
}
