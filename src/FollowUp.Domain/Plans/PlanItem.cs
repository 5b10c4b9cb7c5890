using System.Text.Json.Serialization;
using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Plans;

/// <summary>
/// The answer that something in the plan comes from.
/// </summary>
/// <param name="Answer">Id of the answer: <c>round~invitation~r1@recommendation</c>. Kept in our tables, never published.</param>
public sealed record AnswerSource(string Answer, StakeholderCategory Category)
{
    /// <summary>Key of the recommendation that the answer is about.</summary>
    [JsonIgnore]
    public string Recommendation => Answer[(Answer.LastIndexOf('@') + 1)..];

    /// <summary>The invitation that was answered, whatever the revision: <c>round~invitation</c>.</summary>
    [JsonIgnore]
    public string Invitation => Answer[..Answer.LastIndexOf('~')];
}

/// <summary>A proposed action; proposals with the same words are one action with several sources.</summary>
public sealed record PlannedAction(
    string Text,
    string? Strategy,
    string? TimeFrame,
    string? Indicator,
    string? Resources,
    IReadOnlyList<AnswerSource> Sources);

[JsonConverter(typeof(JsonStringEnumConverter<ResponsibilityState>))]
public enum ResponsibilityState
{
    /// <summary>Nobody was proposed, or nobody who can be asked.</summary>
    Open,

    /// <summary>Proposed by others, not answered yet.</summary>
    Proposed,
    Accepted,

    /// <summary>Declined, and nobody else has taken it on.</summary>
    Declined,

    /// <summary>Settled by the coordinator's decision.</summary>
    Assigned,
}

/// <summary>Who follows up a recommendation, and how that came about.</summary>
/// <param name="Organisation">With <see cref="ResponsibilityState.Open"/>: who was named most but is not on the list of contacts, or null.</param>
/// <param name="Proposals">All answers that named an organisation as the one to lead, this one or another.</param>
/// <param name="Reply">The organisation's own answer, or null.</param>
/// <param name="ProposedInstead">The organisation that a declining one named in its place, or null.</param>
/// <param name="Decision">Id of the coordinator's decision, or null.</param>
public sealed record Responsibility(
    string? Organisation,
    ResponsibilityState State,
    IReadOnlyList<AnswerSource> Proposals,
    AnswerSource? Reply = null,
    string? ProposedInstead = null,
    string? Decision = null)
{
    public static Responsibility None { get; } = new(null, ResponsibilityState.Open, []);

    /// <summary>
    /// Once the organisations have been asked, only a person can settle it: nobody was proposed, or who was proposed declined or never answered.
    /// </summary>
    public bool IsDisputed => State is not (ResponsibilityState.Accepted or ResponsibilityState.Assigned);
}

/// <summary>What a sub-group of the monitoring workshop will watch, and how.</summary>
public sealed record MonitoringTask(
    string Strategy,
    string? Indicator,
    DateOnly? Deadline,
    string Organisation,
    AnswerSource Source);

/// <summary>Where a recommendation stands in somebody's view; views stand side by side and are never averaged.</summary>
/// <param name="Status">Value of the progress form's status question, such as <c>under-way</c>.</param>
/// <param name="Assessor">Whose view: <c>government</c>, <c>coalition</c>, <c>children</c> or <c>other</c>.</param>
public sealed record StatusReport(
    string Round,
    string Status,
    string Assessor,
    string Organisation,
    string? Evidence,
    string? Hindrance,
    string? LawStage,
    AnswerSource Source)
{
    /// <summary>When it was said; null in what an earlier build recorded.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>All that the plan holds about one recommendation.</summary>
public sealed record PlanItem(
    string Recommendation,
    IReadOnlyList<Commitment> Commitments,
    IReadOnlyList<PlannedAction> Actions,
    Responsibility Responsibility,
    IReadOnlyList<MonitoringTask> Monitoring,
    IReadOnlyList<StatusReport> Progress)
{
    public static PlanItem Empty(string recommendation) =>
        new(recommendation, [], [], Responsibility.None, [], []);
}
