using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

public sealed class RetryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_failed_activity_is_tried_again_further_and_further_apart()
    {
        double[] minutes = await MinutesOfAttemptsAsync(
            new(5, TimeSpan.FromMinutes(1), backoffCoefficient: 3, maxRetryInterval: TimeSpan.FromMinutes(10)), failures: 4);

        Assert.Equal([0, 1, 4, 13, 23], minutes);
    }

    [Fact]
    public async Task No_retry_begins_after_the_retry_timeout()
    {
        double[] minutes = await MinutesOfAttemptsAsync(
            new(10, TimeSpan.FromMinutes(5), retryTimeout: TimeSpan.FromMinutes(10)), failures: 9);

        Assert.Equal([0, 5, 10], minutes);
    }

    [Fact]
    public async Task The_last_failure_is_what_the_orchestrator_sees()
    {
        await using Bench bench = await new Bench(azurite)
            .Activity<object>("Mail", _ => throw new TimeoutException("The mail server is away.", new InvalidOperationException("deeper")))
            .Orchestrator("Send", async context =>
            {
                try
                {
                    await context.CallActivityAsync("Mail", null, TaskOptions.FromRetryPolicy(new(2, TimeSpan.FromSeconds(1))));
                    return null;
                }
                catch (TaskFailedException failure)
                {
                    return $"{failure.TaskName} {failure.FailureDetails.ErrorType} {failure.FailureDetails.ErrorMessage} {failure.FailureDetails.InnerFailure?.ErrorMessage}";
                }
            })
            .StartAsync();
        string id = await bench.ScheduleAsync("Send");

        await bench.SkipToEndAsync();

        Assert.Equal("Mail System.TimeoutException The mail server is away. deeper", (await bench.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_activity_that_does_not_exist_is_not_tried_again()
    {
        await using Bench bench = await new Bench(azurite)
            .Orchestrator("Typo", context => context.CallActivityAsync("Mial", null, TaskOptions.FromRetryPolicy(new(9, TimeSpan.FromDays(1)))))
            .StartAsync();

        OrchestrationMetadata end = await bench.RunAsync("Typo");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("no activity named 'Mial'", end.FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task A_sub_orchestration_is_retried_under_its_fixed_id()
    {
        int attempts = 0;
        await using Bench bench = await new Bench(azurite)
            .Activity<object>("Work", _ => ++attempts < 3 ? throw new TimeoutException("not yet") : attempts)
            .Orchestrator("Child", context => context.CallActivityAsync<int>("Work"))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<int>(
                "Child", null, TaskOptions.FromRetryPolicy(new(5, TimeSpan.FromHours(1))).WithInstanceId("child-1")))
            .StartAsync();
        DateTimeOffset start = bench.Clock.Now;
        string id = await bench.ScheduleAsync("Parent");

        await bench.SkipToEndAsync();

        Assert.Equal(3, (await bench.EndOfAsync(id)).ReadOutputAs<int>());
        Assert.Equal(start.AddHours(2), bench.Clock.Now);
        Assert.Equal(3, (await bench.EndOfAsync("child-1")).ReadOutputAs<int>());
    }

    private async Task<double[]> MinutesOfAttemptsAsync(RetryPolicy policy, int failures)
    {
        List<DateTimeOffset> attempts = [];
        await using Bench bench = new(azurite);
        bench.Activity<object>("Mail", _ =>
        {
            attempts.Add(bench.Clock.Now);
            return attempts.Count <= failures ? throw new TimeoutException("The mail server is away.") : null;
        });
        bench.Orchestrator("Send", context => context.CallActivityAsync("Mail", null, TaskOptions.FromRetryPolicy(policy)));
        await bench.StartAsync();
        await bench.ScheduleAsync("Send");
        await bench.SkipToEndAsync();
        return [.. attempts.Select(at => (at - attempts[0]).TotalMinutes)];
    }
}
