using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;
using FollowUpFunctions.Consultation.Children;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Decisions.Kinds;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.NextCycle;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace LocalHost.Demo.Coordinators;

/// <summary>The coordinator's API of one cycle, with the function key.</summary>
internal sealed class CycleApi : IDisposable
{
    private readonly HttpClient http;
    private readonly string cycle;
    private readonly string key;
    private int requests;

    public CycleApi(Uri host, string key, string cycle)
    {
        this.cycle = cycle;
        this.key = key;
        http = new() { BaseAddress = host, Timeout = TimeSpan.FromSeconds(60) };
        http.DefaultRequestHeaders.Add("x-functions-key", key);
    }

    public int Requests => Volatile.Read(ref requests);

    /// <summary>The cycle's status for a browser: with the key.</summary>
    public string StatusAddress => $"{http.BaseAddress}cycles/{cycle}?code={Uri.EscapeDataString(key)}";

    /// <summary>Starts the cycle; one that was started before goes on, also where it was cut off before its first phase.</summary>
    public async Task StartAsync(string json, CancellationToken cancellation)
    {
        if (await StatusAsync(cancellation) is { } known)
        {
            if (known.Phase is null)
                await RestartAsync(cancellation);
            return;
        }

        using StringContent body = new(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await Counted(http.PostAsync(new Uri("cycles", UriKind.Relative), body, cancellation));
        await RequireAsync(response, "The cycle was not started", cancellation);
    }

    /// <summary>Where the cycle stands; null before it was started.</summary>
    public async Task<CycleReport?> StatusAsync(CancellationToken cancellation)
    {
        using HttpResponseMessage response = await Counted(http.GetAsync(new Uri($"cycles/{cycle}", UriKind.Relative), cancellation));
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        await RequireAsync(response, "The cycle's status could not be read", cancellation);
        return await response.Content.ReadFromJsonAsync<CycleReport>(RowDocument.Json, cancellation);
    }

    /// <summary>The newest entries first.</summary>
    public Task<IReadOnlyList<JournalEntry>> JournalAsync(CancellationToken cancellation) => ReadAsync<IReadOnlyList<JournalEntry>>("/journal", cancellation);

    public Task<IReadOnlyList<PlanItem>> ItemsAsync(CancellationToken cancellation) => ReadAsync<IReadOnlyList<PlanItem>>("/plan", cancellation);

    /// <summary>The decision has an id of its own, so that one taken twice is one.</summary>
    public Task AssignAsync(string recommendation, string organisation, CancellationToken cancellation) =>
        DecideAsync(new { id = $"assign-{recommendation}", decision = Assign.Kind, recommendation, organisation }, cancellation);

    /// <summary>Ends a review; one that has ended stays so.</summary>
    public Task ApproveAsync(string round, CancellationToken cancellation) =>
        DecideAsync(new { id = $"approve-{round}", decision = ApprovePlan.Kind, round }, cancellation, HttpStatusCode.Conflict);

    public Task<IReadOnlyList<GroupReport>> GroupsAsync(CancellationToken cancellation) => ReadAsync<IReadOnlyList<GroupReport>>("/groups", cancellation);

    public Task<VoicesToReview> VoicesAsync(CancellationToken cancellation) => ReadAsync<VoicesToReview>("/voices", cancellation);

    /// <summary>What a part of the cycle's API answers, as it comes.</summary>
    public Task<string> TextAsync(string part, CancellationToken cancellation) =>
        http.GetStringAsync(new Uri($"cycles/{cycle}{part}", UriKind.Relative), cancellation);

    public Task<ReiterationReport> ReiterationsAsync(CancellationToken cancellation) => ReadAsync<ReiterationReport>("/reiterations", cancellation);

    public Task<Attendance> AttendanceAsync(CancellationToken cancellation) => ReadAsync<Attendance>("/attendance", cancellation);

    public async Task<AnswersRecorded> RecordAsync<T>(string round, T answers, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await Counted(
            http.PostAsJsonAsync(new Uri($"cycles/{cycle}/rounds/{round}/answers", UriKind.Relative), answers, cancellation));
        await RequireAsync(response, "Answers were not recorded", cancellation);
        return (await response.Content.ReadFromJsonAsync<AnswersRecorded>(RowDocument.Json, cancellation))!;
    }

    public void Dispose() => http.Dispose();

    private async Task RestartAsync(CancellationToken cancellation)
    {
        using HttpResponseMessage response = await Counted(http.PostAsync(new Uri($"cycles/{cycle}/restart", UriKind.Relative), null, cancellation));
        if (response.StatusCode != HttpStatusCode.Conflict)
            await RequireAsync(response, "The cycle did not go on", cancellation);
    }

    /// <param name="fine">An answer that is as good as taken.</param>
    public async Task DecideAsync<T>(T decision, CancellationToken cancellation, HttpStatusCode? fine = null)
    {
        using HttpResponseMessage response = await Counted(http.PostAsJsonAsync(new Uri($"cycles/{cycle}/decisions", UriKind.Relative), decision, cancellation));
        if (response.StatusCode != fine)
            await RequireAsync(response, "A decision was not taken", cancellation);
    }

    private async Task<T> ReadAsync<T>(string part, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await Counted(http.GetAsync(new Uri($"cycles/{cycle}{part}", UriKind.Relative), cancellation));
        await RequireAsync(response, $"The cycle's {part.TrimStart('/')} could not be read", cancellation);
        return (await response.Content.ReadFromJsonAsync<T>(RowDocument.Json, cancellation))!;
    }

    private async Task<HttpResponseMessage> Counted(Task<HttpResponseMessage> request)
    {
        Interlocked.Increment(ref requests);
        return await request;
    }

    private static async Task RequireAsync(HttpResponseMessage response, string what, CancellationToken cancellation)
    {
        if (response.IsSuccessStatusCode)
            return;
        string body = await response.Content.ReadAsStringAsync(cancellation);
        throw new HttpRequestException($"{what} ({(int)response.StatusCode}): {Sentence(body)}", null, response.StatusCode);
    }

    private static string Sentence(string problem)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(problem);
            string title = json.RootElement.GetProperty("title").GetString()!;
            return json.RootElement.TryGetProperty("errors", out JsonElement errors)
                ? $"{title} {string.Join(' ', errors.EnumerateArray().Select(e => $"{e.GetProperty("pointer")}: {e.GetProperty("detail")}"))}"
                : title;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return problem.Length == 0 ? "no reason given." : problem;
        }
    }
}
