using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using Azure.Data.Tables;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Links;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using LocalHost.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benchmarks;

/// <summary>
/// The consultation's form as a whole at 8 clients: pages and submissions a second, and what a first view takes, beside what the storage and the web
/// server alone give in the same run.
/// </summary>
internal static class FormBenchmark
{
    private const int Clients = 8;
    private const int People = 2_000;
    private const int Recommendations = 60;
    private const double TheirPages = 26;
    private const double TheirSubmissions = 9;

    public static async Task RunAsync()
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new() { InMemory = true });
        await using RoundApp app = await RoundApp.StartAsync(azurite.ConnectionString, People, pageSize: 100, RoundKinds.Consultation, Recommendations);
        await app.OpenAsync();
        List<Invitation> people = [];
        for (int page = 0; page < People / 100; page++)
            people.AddRange(await app.Get<InvitationsTable>().PageAsync(app.Page(page), default));
        string[] links = [.. people.Select(i => app.Host.BaseAddress + app.Get<PersonalLinks>().Form(i.Ref, i.Generation)[("http://localhost".Length + 1)..])];
        using HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = Clients });

        await FirstViewAsync(http, links[0]);
        foreach ((Invitation person, string link) in people.Zip(links))
            await app.Get<AnswersTable>().TryWriteDraftAsync(person.Ref, Sheet, null, default);
        Console.WriteLine($"form of {Sheet.Answers.Count} answers, {People} people, {Clients} clients");

        // Once to warm up.
        await RateAsync(2_000, n => GetAsync(http, links[n % People] + "/proposal/30"));
        Rate empty = await EmptyPagesAsync(http);
        Rate reads = await RateAsync(6_000, n => ReadAsync(app, people[n % People]));
        Rate opened = await RateAsync(6_000, n => GetAsync(http, links[n % People] + "/proposal/30"));
        Rate choosing = await RateAsync(1_500, n => GetAsync(http, links[n % People] + "/choose"));
        Rate writes = await BareWritesAsync(azurite, people);
        Rate sent = await RateAsync(People, n => SendAsync(http, links[n]));
        Print("pages of nine questions", opened, TheirPages);
        Print($"pages of {Recommendations} recommendations to choose from", choosing, TheirPages);
        Print("submissions", sent, TheirSubmissions);
        Print("bare: two reads of the same rows", reads);
        Print("bare: two reads and two writes of the same rows", writes);
        Print("bare: an empty page of the web server", empty);
    }

    private static AnswerSheet Sheet { get; } = new(
        RoundForms.Consultation.Id, RoundForms.Consultation.Version, "en",
        new Dictionary<string, IReadOnlyList<string>>(
            Enumerable.Range(1, Recommendations).Select(n => KeyValuePair.Create(AnswerSheet.Key("action", $"{n}"), (IReadOnlyList<string>)[$"Train teachers in every district of province {n}."])))
        {
            ["recommendations"] = [.. Enumerable.Range(1, Recommendations).Select(n => $"{n}")],
        });

    private static async Task FirstViewAsync(HttpClient http, string link)
    {
        string page = await http.GetStringAsync(link);
        using MemoryStream compressed = new();
        await using (BrotliStream brotli = new(compressed, CompressionLevel.Optimal, leaveOpen: true))
            await brotli.WriteAsync(Encoding.UTF8.GetBytes(page));
        string[] others = ["src=", "<link", "@import", "url("];
        Console.WriteLine($"first view: {1 + others.Sum(o => page.Split(o).Length - 1)} request, {Encoding.UTF8.GetByteCount(page) / 1000.0:N1} kB ({compressed.Length / 1000.0:N1} kB compressed); LimeSurvey 22 requests, 370 kB");
    }

    private static async Task GetAsync(HttpClient http, string address)
    {
        using HttpResponseMessage response = await http.GetAsync(address);
        if (response.StatusCode != HttpStatusCode.OK || (await response.Content.ReadAsByteArrayAsync()).Length < 5_000)
            throw new InvalidOperationException($"{address} answered {response.StatusCode}.");
    }

    private static async Task SendAsync(HttpClient http, string link)
    {
        using FormUrlEncodedContent content = new([new(FormInput.ButtonField, FormInput.Send), new(FormInput.SeenField, Fingerprint.Of(Sheet))]);
        using HttpResponseMessage response = await http.PostAsync($"{link}/check", content);
        if (response.StatusCode != HttpStatusCode.SeeOther)
            throw new InvalidOperationException($"{link} answered {response.StatusCode}.");
    }

    private static async Task ReadAsync(RoundApp app, Invitation person)
    {
        AppStorage storage = app.Get<AppStorage>();
        string partition = InvitationsTable.Partition(person.Ref.OfPage);
        await Task.WhenAll(
            storage.Invitations.GetEntityAsync<TableEntity>(partition, person.Ref.Id),
            storage.Answers.GetEntityAsync<TableEntity>(partition, $"{person.Ref.Id}~draft~00"));
    }

    private static async Task<Rate> BareWritesAsync(AzuriteProcess azurite, List<Invitation> people)
    {
        TableClient table = new(azurite.ConnectionString, "BareForms");
        await table.CreateIfNotExistsAsync();
        await Parallel.ForEachAsync(people, async (i, token) =>
        {
            await table.AddEntityAsync(new TableEntity($"{i.Ref.Page}", i.Ref.Id) { ["Who"] = i.Who }, token);
            await table.AddEntityAsync(new TableEntity($"{i.Ref.Page}", $"{i.Ref.Id}~draft~00") { ["Chunks"] = 1 }.With(Sheet), token);
        });
        return await RateAsync(People, async n =>
        {
            (string page, string id) = ($"{people[n].Ref.Page}", people[n].Ref.Id);
            await Task.WhenAll(table.GetEntityAsync<TableEntity>(page, id), table.GetEntityAsync<TableEntity>(page, $"{id}~draft~00"));
            await table.AddEntityAsync(new TableEntity(page, $"{id}~r0001~00") { ["Chunks"] = 1 }.With(Sheet));
            await table.UpsertEntityAsync(new TableEntity(page, id) { ["Revision"] = 1 }, TableUpdateMode.Merge);
        });
    }

    private static async Task<Rate> EmptyPagesAsync(HttpClient http)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication web = builder.Build();
        web.MapGet("/", () => Results.Content("<!DOCTYPE html>", "text/html"));
        await web.StartAsync();
        string address = web.Urls.First();
        Rate rate = await RateAsync(10_000, async _ => (await http.GetAsync(address)).Dispose());
        await web.StopAsync();
        return rate;
    }

    private static async Task<Rate> RateAsync(int times, Func<int, Task> work)
    {
        int next = -1;
        using Process own = Process.GetCurrentProcess();
        TimeSpan before = own.TotalProcessorTime;
        Stopwatch watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            for (int n; (n = Interlocked.Increment(ref next)) < times;)
                await work(n);
        })));
        double seconds = watch.Elapsed.TotalSeconds;
        own.Refresh();
        return new(times / seconds, (own.TotalProcessorTime - before).TotalMilliseconds / times);
    }

    private static void Print(string what, Rate rate, double? theirs = null) => Console.WriteLine(
        $"{what,-50} {rate.PerSecond,8:N0} /s {rate.Milliseconds,8:N2} ms{(theirs is { } t ? $"   {rate.PerSecond / t:N0} times LimeSurvey's {t:N0} /s" : "")}");

    /// <param name="Milliseconds">Time of a processor in this process, the client's part with it: what a busy machine does not change.</param>
    private sealed record Rate(double PerSecond, double Milliseconds);
}
