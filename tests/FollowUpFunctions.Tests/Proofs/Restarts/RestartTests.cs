using System.Net;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Tests.Proofs.Restarts;

public sealed class RestartTests(AzuriteFixture azurite)
{
    private static readonly Lock gate = new();
    private static Task<EndOfCycle>? undisturbed;

    private readonly SampleCycle cycle = new() { Id = "sample" };

    [Theory]
    [InlineData("Dissemination", 3)]
    [InlineData("Consultation", 17)]
    [InlineData("MonitoringWorkshop", 31)]
    [InlineData("Progress", 45)]
    public async Task A_cycle_whose_orchestrations_are_lost_goes_on_from_the_tables_to_the_same_end(string phase, int day)
    {
        using Respondents people = new(cycle.Id);
        await using TestApp app = await StartAsync(people);
        await app.RunToAsync(SampleCycle.Starts.AddDays(day).AddHours(6));
        Assert.Equal(phase, (await app.ReportAsync(cycle.Id)).Phase);
        Assert.Equal(HttpStatusCode.Conflict, await RestartAsync(app));

        await people.LeaveAsync();
        await app.StopAsync();
        await app.DeleteTaskHubAsync();
        await app.StartAgainAsync();
        Assert.Equal(HttpStatusCode.Accepted, await RestartAsync(app));
        people.Come(app);
        app.RunOn();
        EndOfCycle end = await EndAsync(app, people);

        EndOfCycle expected = await UndisturbedAsync();
        Assert.Equal(expected.Rounds, end.Rounds);
        Assert.Equal(expected.Items, end.Items);
        Assert.Equal(expected.Mails, end.Mails);
        Assert.Equal(expected.Plans, end.Plans);
        Assert.Equal(HttpStatusCode.Conflict, await RestartAsync(app));
    }

    private Task<EndOfCycle> UndisturbedAsync()
    {
        lock (gate)
            return undisturbed ??= RunAsync();
    }

    private async Task<EndOfCycle> RunAsync()
    {
        using Respondents people = new(cycle.Id);
        await using TestApp app = await StartAsync(people);
        EndOfCycle end = await EndAsync(app, people);
        Assert.Equal(12, end.Rounds.Count(r => !r.StartsWith("progress-2", StringComparison.Ordinal)));
        Assert.Equal(5, end.Plans.Count);
        return end;
    }

    private async Task<TestApp> StartAsync(Respondents people)
    {
        TestApp app = await TestApp.StartAsync(azurite, new() { Holds = [people] });
        await app.StartCycleAsync(cycle.Build());
        people.Come(app);
        return app;
    }

    private async Task<EndOfCycle> EndAsync(TestApp app, Respondents people)
    {
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await app.EndOfCycleAsync(cycle.Id)).RuntimeStatus);
        await people.LeaveAsync();
        return await EndOfCycle.OfAsync(app, cycle.Id);
    }

    private async Task<HttpStatusCode> RestartAsync(TestApp app)
    {
        using HttpResponseMessage response = await app.Coordinator.PostAsync($"cycles/{cycle.Id}/restart", null, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
