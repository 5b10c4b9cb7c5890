using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Http;
using FollowUpFunctions.Tests.Api;

namespace FollowUpFunctions.Tests.Contracts;

/// <summary>A request for every answer that the API is said to give.</summary>
public sealed class ApiExamples(RunningApp app)
{
    private const string Known = "testland-2031";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> All { get; } = new()
    {
        { "StartCycle", 200 }, { "StartCycle", 202 }, { "StartCycle", 400 }, { "StartCycle", 401 }, { "StartCycle", 409 }, { "StartCycle", 413 }, { "StartCycle", 422 },
        { "ReadCycle", 200 }, { "ReadCycle", 401 }, { "ReadCycle", 404 },
        { "ReadJournal", 200 }, { "ReadJournal", 401 }, { "ReadJournal", 404 },
        { "ReadPlanItems", 200 }, { "ReadPlanItems", 401 }, { "ReadPlanItems", 404 },
        { "ReadTranslations", 200 }, { "ReadTranslations", 401 }, { "ReadTranslations", 404 },
        { "Decide", 202 }, { "Decide", 400 }, { "Decide", 401 }, { "Decide", 404 }, { "Decide", 409 },
        { "RestartCycle", 202 }, { "RestartCycle", 401 }, { "RestartCycle", 404 }, { "RestartCycle", 409 },
    };

    public async Task<HttpResponseMessage> SendAsync(ApiOperation operation, int status)
    {
        string cycle = status == 404 ? "nowhere" : Known;
        HttpContent? body = operation.Method == "post" ? JsonContent.Create(new JsonObject()) : null;
        switch (operation.Id, status)
        {
            case ("StartCycle", not 401):
                return await StartAsync(status);
            case ("Decide", 202):
                body = Decision("assign");
                break;
            case ("Decide", 409):
                body = Decision("approve-plan");
                break;
            case ("RestartCycle", 202):
                cycle = await LostAsync();
                break;
        }

        using HttpRequestMessage request = new(new(operation.Method), operation.Path.TrimStart('/').Replace("{cycle}", cycle, StringComparison.Ordinal)) { Content = body };
        return await (status == 401 ? app.Anybody : app.Coordinator).SendAsync(request, Cancellation);
    }

    private async Task<HttpResponseMessage> StartAsync(int status)
    {
        JsonObject body = app.NewCycle();
        string? key = null;
        switch (status)
        {
            case 400:
                body["timeZone"] = "Mars/Olympus";
                break;
            case 409:
                body["id"] = Known;
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
    private async Task<string> LostAsync()
    {
        CycleIntake intake = await CycleIntake.Read(
            new MemoryStream(System.Text.Encoding.UTF8.GetBytes(app.NewCycle().ToJsonString())), app.Story.Time.Now, Cancellation);
        Assert.True(await app.Story.App.Cycles.CreateAsync(intake.Contents!, Cancellation));
        return intake.Id!;
    }

    private static JsonContent Decision(string kind) => JsonContent.Create(new JsonObject
    {
        ["decision"] = kind,
        ["recommendation"] = "11",
        ["organisation"] = "Children First",
    });
}
