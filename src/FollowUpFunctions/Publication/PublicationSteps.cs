using FollowUpFunctions.Rounds;
using Microsoft.DurableTask;

namespace FollowUpFunctions.Publication;

/// <summary>After which steps a version of the plan is published; progress rounds publish under their own id.</summary>
public static class PublicationSteps
{
    public const string Plan = "plan";

    public const string Monitoring = "monitoring";

    /// <returns>Whether the cycle was cancelled: then nothing is published.</returns>
    public static Task<bool> PublishAsync(this TaskOrchestrationContext context, string cycle, string step) =>
        context.CallActivityAsync<bool>(nameof(PublicationActivities.PublishPlan), new PublicationOf(cycle, step), Retries.Storage);
}

public sealed record PublicationOf(string Cycle, string Step);
