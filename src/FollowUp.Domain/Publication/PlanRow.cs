using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Publication;

/// <summary>
/// One line of the plan as a flat table: a commitment, an action, a monitoring task or a status. A recommendation that has none of them has
/// one line of kind <c>none</c>, so that the table shows every recommendation.
/// </summary>
/// <param name="Citation">Such as <c>CRC/C/KHM/CO/2-3 ¶66(a)</c>.</param>
/// <param name="Recommendation">Key, such as <c>66-a</c>.</param>
/// <param name="Cluster">Number in CRC/C/58/Rev.3.</param>
/// <param name="RecommendationText">In the source language.</param>
/// <param name="Responsible">Organisation, or empty.</param>
/// <param name="ResponsibilityState"><c>open</c>, <c>proposed</c>, <c>accepted</c>, <c>declined</c>, <c>assigned</c> or <c>not-confirmed</c>.</param>
/// <param name="Kind"><c>commitment</c>, <c>action</c>, <c>task</c>, <c>status</c> or <c>none</c>.</param>
/// <param name="Text">Commitment or action; strategy of a task; status of a status line.</param>
/// <param name="Organisation">Who committed, watches or reports; empty for actions.</param>
/// <param name="Due">ISO 8601 date of a commitment, a task or an action; code of an action's time frame where it has no date.</param>
/// <param name="ProposedBy">How many proposed an action; null for other kinds.</param>
/// <param name="Round">Progress round of a status.</param>
/// <param name="Assessor"><c>government</c>, <c>coalition</c>, <c>children</c>, <c>human-rights-institution</c> or <c>other</c>.</param>
public sealed record PlanRow(
    string Citation,
    string Recommendation,
    int Cluster,
    string Heading,
    string RecommendationText,
    bool Urgent,
    string? Responsible,
    string ResponsibilityState,
    string Kind,
    string? Text = null,
    string? Organisation = null,
    string? Strategy = null,
    string? Due = null,
    string? Indicator = null,
    string? Resources = null,
    int? ProposedBy = null,
    string? Round = null,
    string? Assessor = null,
    string? Evidence = null,
    string? Hindrance = null,
    string? LawStage = null)
{
    /// <summary>Organisations that are to help, with a semicolon between them.</summary>
    public string? Supporting { get; init; }

    /// <summary><c>high</c>, <c>medium</c> or <c>low</c>.</summary>
    public string? Priority { get; init; }

    /// <summary>Why it asks for a meeting.</summary>
    public string? Disputed { get; init; }

    /// <summary>Who could pay for an action.</summary>
    public string? Funding { get; init; }

    public string? CoSigners { get; init; }

    public string? QuotedBy { get; init; }

    /// <summary>Address of a released file, relative to the folder of the version.</summary>
    public string? EvidenceFile { get; init; }

    /// <summary><c>structure</c>, <c>process</c> or <c>outcome</c>: of a task's indicator.</summary>
    public string? IndicatorKind { get; init; }

    /// <summary>The place that its sub-group gave the recommendation, from 1; null where none voted.</summary>
    public int? SubGroupPlace { get; init; }

    /// <summary>Objectives of strategic plans that are about the same, each behind its organisation.</summary>
    public string? StrategicPlans { get; init; }

    /// <summary>Citations of the cycle before that the recommendation says again, as a person has confirmed.</summary>
    public string? Reiterates { get; init; }
}
