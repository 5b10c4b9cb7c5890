using FollowUpFunctions.Tests.Journeys;

namespace FollowUpFunctions.Tests.Contracts;

/// <summary>Holds <c>docs/openapi.yaml</c> against what is told of a cycle in which everything has happened.</summary>
[Collection(nameof(PublishedCycle))]
public sealed class OpenApiCycleTests(PublishedCycle cycle)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ReadCycle")]
    [InlineData("ReadJournal")]
    [InlineData("ReadPlanItems")]
    [InlineData("ReadTranslations")]
    [InlineData("ReadGroups")]
    [InlineData("ReadAttendance")]
    public async Task What_is_told_of_a_cycle_that_is_over_is_as_described(string operation)
    {
        ApiDescription api = await ApiDescription.ReadAsync(Cancellation);
        ApiOperation described = Assert.Single(api.Operations, o => o.Id == operation);

        string address = described.Path.TrimStart('/').Replace("{cycle}", cycle.Story.Cycle, StringComparison.Ordinal);
        string body = await cycle.Story.App.Coordinator.GetStringAsync(address, Cancellation);

        Assert.Empty(api.Faults(described, 200, "application/json", body));
    }
}
