using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Api;

namespace FollowUpFunctions.Tests.Contracts;

/// <summary>Cycles in the state that an example of the API needs.</summary>
internal sealed class ExampleCycles(RunningApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<HttpResponseMessage> StartAsync(int status)
    {
        JsonObject body = app.NewCycle();
        string? key = null;
        switch (status)
        {
            case 400:
                body["timeZone"] = "Mars/Olympus";
                break;
            case 409:
                body["id"] = ApiExamples.Known;
                break;
            case 413:
                return await app.Coordinator.PostAsync("cycles", new ByteArrayContent(new byte[CyclePosting.Limits[CyclePosting.Cycle] + 1]), Cancellation);
            case 422:
                key = "described";
                using (HttpResponseMessage first = await PostAsync(app.NewCycle(), key, ""))
                    first.EnsureSuccessStatusCode();
                break;
        }

        return await PostAsync(body, key, status == 200 ? "?dryRun=true" : "");
    }

    private async Task<HttpResponseMessage> PostAsync(JsonObject body, string? key, string query)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"cycles{query}") { Content = JsonContent.Create(body) };
        if (key is not null)
            request.Headers.Add(IdempotencyKeyHeader.Name, key);
        return await app.Coordinator.SendAsync(request, Cancellation);
    }

    // On record, and never started: as when its task hub was deleted.
    public async Task<string> LostAsync()
    {
        CycleIntake intake = await CycleIntake.Read(
            new MemoryStream(System.Text.Encoding.UTF8.GetBytes(app.NewCycle().ToJsonString())), app.Story.Time.Now, Cancellation);
        Assert.True(await app.Story.App.Cycles.CreateAsync(intake.Contents!, Cancellation));
        return intake.Id!;
    }

    public async Task<string> OverAsync()
    {
        string cycle = await LostAsync();
        await app.Story.App.Cycles.EnterAsync(cycle, null, Cancellation);
        return cycle;
    }

    public async Task<HttpContent> ArchiveAsync(int status)
    {
        string cycle = await OverAsync();
        byte[] archive = await app.Coordinator.GetByteArrayAsync($"cycles/{cycle}/archive", Cancellation);
        if (status == 409)
            return new ByteArrayContent(archive);
        await app.Story.App.Service<CycleStores>().ClearAsync(cycle, Cancellation);
        await app.Story.App.Service<AppStorage>().Cycles.DeleteEntityAsync(cycle, "cycle", cancellationToken: Cancellation);
        if (status == 200)
            (await app.Coordinator.PostAsync("cycles/restore", new ByteArrayContent(archive), Cancellation)).EnsureSuccessStatusCode();
        return new ByteArrayContent(archive);
    }

    public async Task<string> FollowingAsync()
    {
        JsonObject body = app.NewCycle();
        body["previousCycle"] = ApiExamples.Known;
        (await PostAsync(body, null, "")).EnsureSuccessStatusCode();
        return (string)body["id"]!;
    }
}
