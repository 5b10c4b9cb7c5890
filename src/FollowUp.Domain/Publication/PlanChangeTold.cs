namespace FollowUp.Domain.Publication;

/// <summary>Something that is other than in the version before, to be told in words.</summary>
/// <param name="Kind">One of <see cref="ChangeKinds"/>; its sentence stands under <c>change.{Kind}</c>.</param>
/// <param name="Recommendation">Key.</param>
/// <param name="What">What it is about: an action, a commitment, a task, an organisation; null where the kind says it all.</param>
/// <param name="From">How it was, or null.</param>
/// <param name="To">How it is, or null.</param>
public sealed record PlanChangeTold(string Kind, string Recommendation, string? What = null, string? From = null, string? To = null);

public static class ChangeKinds
{
    public const string RecommendationAdded = "recommendation-added";
    public const string Responsible = "responsible";
    public const string ResponsibilityState = "responsibility-state";
    public const string SupportAdded = "support-added";
    public const string SupportState = "support-state";
    public const string SupportGone = "support-gone";
    public const string Priority = "priority";
    public const string DisputeBegun = "dispute-begun";
    public const string DisputeOver = "dispute-over";
    public const string ActionAdded = "action-added";
    public const string ActionReworded = "action-reworded";
    public const string ActionDetails = "action-details";
    public const string ActionGone = "action-gone";
    public const string CommitmentAdded = "commitment-added";
    public const string CommitmentGone = "commitment-gone";
    public const string TaskAdded = "task-added";
    public const string TaskGone = "task-gone";
    public const string StatusAdded = "status-added";

    public static IReadOnlyList<string> All { get; } =
    [
        RecommendationAdded, Responsible, ResponsibilityState, SupportAdded, SupportState, SupportGone, Priority, DisputeBegun, DisputeOver,
        ActionAdded, ActionReworded, ActionDetails, ActionGone, CommitmentAdded, CommitmentGone, TaskAdded, TaskGone, StatusAdded,
    ];
}
