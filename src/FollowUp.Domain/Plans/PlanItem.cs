using System.Text.Json.Serialization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Progress;

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

    /// <summary>The organisation, where it said that its answer may be quoted with its name; else null.</summary>
    public string? Quoted { get; init; }
}

/// <summary>A proposed action; proposals with nearly the same words are one action with several sources (see <see cref="NearWords"/>).</summary>
/// <param name="Strategy">Like the other details the one that most gave; what others gave is in <see cref="Others"/>.</param>
/// <param name="Sources">Empty where the plan was read without its sources.</param>
public sealed record PlannedAction(
    string Text,
    string? Strategy,
    string? TimeFrame,
    string? Indicator,
    string? Resources,
    IReadOnlyList<AnswerSource> Sources)
{
    /// <summary>Made from the recommendation and the words: the same draft has the same ids, however often it is made.</summary>
    public string Id { get; init; } = "";

    /// <summary>Who could pay.</summary>
    public string? Funding { get; init; }

    /// <summary>Set by a coordinator; proposals have time frames.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What else was proposed for a detail, and how often; the most often first.</summary>
    public IReadOnlyList<OtherDetail> Others { get; init; } = [];

    /// <summary>Ids of the coordinators' decisions that made it what it is, in their order; none for an action as it was drafted.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];
}

/// <summary>A detail of an action that others proposed beside the one that is shown.</summary>
/// <param name="Detail"><c>strategy</c>, <c>time-frame</c>, <c>indicator</c>, <c>resources</c> or <c>funding</c>.</param>
public sealed record OtherDetail(string Detail, string Value, int Count);

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

    /// <summary>Named by a coordinator's decision, and not confirmed by the organisation.</summary>
    Assigned,

    /// <summary>Asked, and silent until the end: never taken for a yes.</summary>
    NotConfirmed,
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

    /// <summary>When <see cref="Decision"/> was taken: what the organisation had said before is not its answer to it.</summary>
    public DateTimeOffset? Decided { get; init; }

    /// <summary>When the organisation said what <see cref="Reply"/> is: an older word of it counts no more.</summary>
    public DateTimeOffset? Replied { get; init; }

    /// <summary>Once the organisations have been asked, only a person can name somebody: nobody was proposed, or who was declined or never answered.</summary>
    public bool IsUnsettled => State is not (ResponsibilityState.Accepted or ResponsibilityState.Assigned);
}

/// <summary>An organisation that is to help with a recommendation which another leads.</summary>
/// <param name="Reply">The organisation's own answer, or null.</param>
/// <param name="Decision">Id of the coordinator's decision that named it, or null.</param>
public sealed record Support(string Organisation, ResponsibilityState State, AnswerSource? Reply = null, string? Decision = null);

/// <summary>What a sub-group of the monitoring workshop will watch, and how.</summary>
public sealed record MonitoringTask(
    string Strategy,
    string? Indicator,
    DateOnly? Deadline,
    string Organisation,
    AnswerSource Source)
{
    /// <summary><c>structure</c>, <c>process</c> or <c>outcome</c> (HR/PUB/12/5, chapter II); null where nobody said.</summary>
    public string? IndicatorKind { get; init; }
}

/// <summary>Where a recommendation stands in somebody's view; views stand side by side and are never averaged.</summary>
/// <param name="Status">Value of the progress form's status question, such as <c>under-way</c>.</param>
/// <param name="Assessor">Whose view: one of <see cref="StatusViews.Assessors"/>.</param>
/// <param name="Evidence">An address that the organisation gave, or null.</param>
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

    /// <summary>The file that the organisation gave, or null. Not published before a coordinator has released it.</summary>
    public EvidenceFile? EvidenceFile { get; init; }
}

/// <summary>What is known of a file that was given as evidence; nobody's name is in it, nor the name that the file had.</summary>
/// <param name="Title">Made from the recommendation, the organisation and the round.</param>
/// <param name="ContentType">As found in the file's own bytes, such as <c>application/pdf</c>.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal: its name in storage.</param>
public sealed record EvidenceFile(string Title, string ContentType, long Size, string Sha256)
{
    /// <summary>Id of the decision that released it to the public, or null.</summary>
    public string? Released { get; init; }
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
    public IReadOnlyList<Support> Supporting { get; init; } = [];

    /// <summary>Null where nobody said how important it is.</summary>
    public Priority? Priority { get; init; }

    /// <summary>What the proposals themselves leave open.</summary>
    public IReadOnlyList<Dispute> Doubts { get; init; } = [];

    /// <summary>Id of the decision by which a coordinator settled the doubts, or null.</summary>
    public string? Settled { get; init; }

    /// <summary>Actions that a coordinator took out; they are in no published plan.</summary>
    public IReadOnlyList<PlannedAction> Dropped { get; init; } = [];

    /// <summary>Which deadlines the coordinators were told of that had passed; each once.</summary>
    public IReadOnlyList<Escalation> Escalated { get; init; } = [];

    /// <summary>Why it should be talked about at a meeting; empty where nothing is disputed.</summary>
    public IReadOnlyList<Dispute> Disputed => Disputes.Of(this);

    public static PlanItem Empty(string recommendation) =>
        new(recommendation, [], [], Responsibility.None, [], []);
}
