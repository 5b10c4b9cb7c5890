using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Hosting;

/// <summary>What an app's functions did, and when on the host's clock.</summary>
public sealed class Diary(TimeProvider time)
{
    private readonly ConcurrentQueue<(string What, DateTimeOffset When)> entries = new();

    public IReadOnlyList<(string What, DateTimeOffset When)> Entries => [.. entries];

    public void Write(string what) => entries.Enqueue((what, time.GetUtcNow()));
}

public sealed record Wait(string Name, int Days);

/// <summary>An app that waits: an orchestration with a long timer, and two timer functions beside it.</summary>
public sealed class WaitingApp(Diary diary)
{
    [Function("StartWait")]
    public static async Task<IResult> Start(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "waits/{name}/{days}")] HttpRequest _,
        string name,
        int days,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        string id = await client.ScheduleNewOrchestrationInstanceAsync("Waiting", new Wait(name, days), new(name), cancellation);
        return Results.Text(id);
    }

    [Function("Waiting")]
    public static async Task<string> Waiting([OrchestrationTrigger] TaskOrchestrationContext context, Wait wait)
    {
        await context.CreateTimer(TimeSpan.FromDays(wait.Days), CancellationToken.None);
        return await context.CallActivityAsync<string>("WriteDown", wait);
    }

    [Function("WriteDown")]
    public string WriteDown([ActivityTrigger] Wait wait, string instanceId)
    {
        diary.Write(wait.Name);
        return $"{wait.Name} after {wait.Days} days in {instanceId}";
    }

    [Function("Sweep")]
    public void Sweep([TimerTrigger("0 */5 * * * *")] TimerInfo timer) => diary.Write(timer.IsPastDue ? "sweep late" : "sweep");

    [Function("Warm")]
    public Task Warm([TimerTrigger("%WarmSchedule%", RunOnStartup = true)] TimerInfo timer)
    {
        diary.Write("warm");
        return timer.ScheduleStatus is { Next: var next } && next > DateTime.UnixEpoch ? Task.CompletedTask : throw new InvalidOperationException();
    }
}
