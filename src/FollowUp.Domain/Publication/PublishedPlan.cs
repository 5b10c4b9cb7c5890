using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Publication;

/// <summary>
/// The one model that every published form of the plan is made from: HTML, JSON, CSV. It names organisations, never people, and no answer's id.
/// </summary>
/// <param name="Version">From 1; a version is published once and never changed.</param>
/// <param name="Clusters">In the Convention's order, only those that have recommendations.</param>
public sealed record PublishedPlan(
    string Cycle,
    string Title,
    string Country,
    string Symbol,
    int Version,
    DateTimeOffset PublishedAt,
    string TimeZone,
    string SourceLanguage,
    IReadOnlyList<string> Languages,
    PlanFigures Figures,
    IReadOnlyList<PublishedCluster> Clusters)
{
    /// <summary>Null where no children took part.</summary>
    public ChildrenSaid? Children { get; init; }
}

/// <summary>Counts over the whole plan; each is a count of what the plan shows.</summary>
/// <param name="Disputed">Recommendations for which nobody has taken responsibility.</param>
/// <param name="Answered">People or offices that answered the consultation, by category.</param>
public sealed record PlanFigures(
    int Recommendations,
    int WithAction,
    int WithResponsible,
    int Disputed,
    int Commitments,
    int Actions,
    int MonitoringTasks,
    IReadOnlyDictionary<StakeholderCategory, int> Answered);

public sealed record PublishedCluster(int Number, IReadOnlyList<PublishedRecommendation> Recommendations);

/// <param name="Texts">By language.</param>
public sealed record PublishedRecommendation(
    string Key,
    string Citation,
    int Paragraph,
    string? Letter,
    string ClusterAsPrinted,
    string Heading,
    IReadOnlyDictionary<string, RecommendationText> Texts,
    bool Urgent,
    string? ReiteratedFrom,
    string? Uncertain,
    string? Responsible,
    ResponsibilityState ResponsibilityState,
    string? ProposedInstead,
    IReadOnlyList<PublishedCommitment> Commitments,
    IReadOnlyList<PublishedAction> Actions,
    IReadOnlyList<PublishedTask> Monitoring,
    IReadOnlyList<PublishedStatus> Progress);

public sealed record PublishedCommitment(string Action, string Organisation, DateOnly? By);

/// <param name="ProposedBy">How many proposed it, by category: who said what is not published.</param>
public sealed record PublishedAction(
    string Text,
    string? Strategy,
    string? TimeFrame,
    string? Indicator,
    string? Resources,
    IReadOnlyDictionary<StakeholderCategory, int> ProposedBy);

public sealed record PublishedTask(string Strategy, string? Indicator, DateOnly? Deadline, string Organisation);

public sealed record PublishedStatus(
    string Round,
    string Status,
    string Assessor,
    string Organisation,
    string? Evidence,
    string? Hindrance,
    string? LawStage);
