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
    /// <summary>What is new since the version before; empty in the first.</summary>
    public IReadOnlyList<PlanChangeTold> Changes { get; init; } = [];

    /// <summary>Null where no children took part.</summary>
    public ChildrenSaid? Children { get; init; }

    /// <summary>In which order the sub-groups of the monitoring workshop put their recommendations; none before it, and of those that nobody voted in.</summary>
    public IReadOnlyList<PublishedRanking> Rankings { get; init; } = [];
}

/// <summary>Counts over the whole plan; each is a count of what the plan shows.</summary>
/// <param name="WithResponsible">Recommendations that an organisation has accepted.</param>
/// <param name="Disputed">Recommendations that ask for a meeting: see <see cref="Dispute"/>.</param>
/// <param name="Answered">People or offices that answered the consultation, by category.</param>
public sealed record PlanFigures(
    int Recommendations,
    int WithAction,
    int WithResponsible,
    int Disputed,
    int Commitments,
    int Actions,
    int MonitoringTasks,
    IReadOnlyDictionary<StakeholderCategory, int> Answered)
{
    /// <summary>Recommendations for which an organisation is named that has not confirmed.</summary>
    public int NotConfirmed { get; init; }
}

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
    IReadOnlyList<PublishedStatus> Progress)
{
    public IReadOnlyList<PublishedSupport> Supporting { get; init; } = [];

    /// <summary>Null where nobody said how important it is.</summary>
    public PublishedPriority? Priority { get; init; }

    public IReadOnlyList<Dispute> Disputed { get; init; } = [];

    /// <summary>Objectives of organisations' strategic plans that a person has found to be about the same.</summary>
    public IReadOnlyList<PublishedObjective> StrategicPlans { get; init; } = [];

    /// <summary>The concern that it answers, in the words of the document and its language; null where none was read.</summary>
    public string? Concern { get; init; }

    /// <summary>Targets of the Sustainable Development Goals that it cites, such as <c>4.1</c>.</summary>
    public IReadOnlyList<string> SdgTargets { get; init; } = [];

    /// <summary>What of the cycle before it says again, confirmed by a person; <see cref="ReiteratedFrom"/> is what the document says.</summary>
    public IReadOnlyList<PublishedReiteration> Reiterates { get; init; } = [];
}

public sealed record PublishedSupport(string Organisation, ResponsibilityState State);

/// <param name="Level"><c>high</c>, <c>medium</c> or <c>low</c>.</param>
/// <param name="Score">From 1 to 3; each kind of stakeholders weighs the same.</param>
/// <param name="Rank">Among the recommendations of the plan, from 1; those with the same score share one.</param>
/// <param name="Answers">How many said something.</param>
public sealed record PublishedPriority(string Level, decimal Score, int Rank, int Answers);

public sealed record PublishedCommitment(string Action, string Organisation, DateOnly? By)
{
    public IReadOnlyList<PublishedSignature> CoSigners { get; init; } = [];
}

public sealed record PublishedSignature(string Organisation, SignatureState State);

/// <param name="ProposedBy">How many proposed it, by category: who said what is not published.</param>
public sealed record PublishedAction(
    string Text,
    string? Strategy,
    string? TimeFrame,
    string? Indicator,
    string? Resources,
    IReadOnlyDictionary<StakeholderCategory, int> ProposedBy)
{
    /// <summary>The same in every version in which the action stands.</summary>
    public string Id { get; init; } = "";

    public string? Funding { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>What else was proposed for its details.</summary>
    public IReadOnlyList<OtherDetail> Others { get; init; } = [];

    /// <summary>Organisations that proposed it and said that they may be quoted by name.</summary>
    public IReadOnlyList<string> QuotedBy { get; init; } = [];
}

public sealed record PublishedTask(string Strategy, string? Indicator, DateOnly? Deadline, string Organisation)
{
    /// <summary><c>structure</c>, <c>process</c> or <c>outcome</c>; null where nobody said.</summary>
    public string? IndicatorKind { get; init; }
}

public sealed record PublishedStatus(
    string Round,
    string Status,
    string Assessor,
    string Organisation,
    string? Evidence,
    string? Hindrance,
    string? LawStage)
{
    /// <summary>The day on which it was said (UTC), by which the newest is known; null in what an earlier build published.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Null where no file was given, or none was released.</summary>
    public PublishedEvidence? EvidenceFile { get; init; }
}

/// <summary>A file that somebody gave as evidence and a coordinator released.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Address">Relative to the folder of the version.</param>
public sealed record PublishedEvidence(string Title, string ContentType, long Size, string Sha256, string Address);
