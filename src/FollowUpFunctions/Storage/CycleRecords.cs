using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Plans;

namespace FollowUpFunctions.Storage;

/// <summary>A coordinator's decision as it is kept.</summary>
/// <param name="Who">Stakeholder id of somebody who is moved, or leads.</param>
/// <param name="Group">Id of the working group that somebody or something is moved to.</param>
/// <param name="Groups">How many working groups to form; null for a proposed number.</param>
/// <param name="Came">Stakeholder ids of those who came to the workshop.</param>
/// <param name="Kind">The name of a <see cref="Decisions.DecisionKind"/>.</param>
public sealed record DecisionOnRecord(
    string Id,
    string Kind,
    DateTimeOffset At,
    string? Round = null,
    DateTimeOffset? Closes = null,
    string? Recommendation = null,
    string? Organisation = null,
    string? Note = null,
    IReadOnlyList<string>? Came = null,
    string? Who = null,
    string? Group = null,
    int? Groups = null)
{
    /// <summary>A step of the calendar that begins later.</summary>
    public string? Step { get; init; }

    public DateTimeOffset? To { get; init; }

    public MeetingChange? Meeting { get; init; }

    public LetterSettings? Letters { get; init; }

    /// <summary>Somebody's corrected address.</summary>
    public string? Email { get; init; }

    /// <summary>What of the plan is decided.</summary>
    public PlanChange? Change { get; init; }

    /// <summary>SHA-256 of a file that was given as evidence.</summary>
    public string? File { get; init; }

    /// <summary>An objective of an organisation's strategic plan by its id; the organisation is named by its plan's slug.</summary>
    public string? Objective { get; init; }

    /// <summary>A recommendation of the earlier cycle by its key.</summary>
    public string? Earlier { get; init; }

    /// <summary>A child's voice by its id.</summary>
    public string? Voice { get; init; }

    public string? Verdict { get; init; }

    /// <summary>The edited words of a voice; forgotten when the child takes it back.</summary>
    public string? Words { get; init; }

    /// <summary>What children are told, by language.</summary>
    public IReadOnlyDictionary<string, string>? Texts { get; init; }
}

/// <summary>What is decided of a meeting; what is null stays as it is.</summary>
/// <param name="Id"><c>workshop</c> or <c>monitoring-workshop</c>.</param>
public sealed record MeetingChange(
    string Id, DateTimeOffset? Starts = null, DateTimeOffset? Ends = null, string? Place = null, string? Programme = null);

/// <summary>A version of the published plan.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Step">What it was published after, such as <c>plan</c>, <c>monitoring</c> or <c>progress-2</c>.</param>
public sealed record PlanVersion(int Number, string Step, DateTimeOffset At);
