using System.Text.Json.Serialization;
using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Rounds;

[JsonConverter(typeof(JsonStringEnumConverter<ClosedBy>))]
public enum ClosedBy
{
    /// <summary>Its time was over.</summary>
    End,

    /// <summary>Everybody had answered.</summary>
    Completeness,

    /// <summary>A coordinator closed it.</summary>
    Decision,

    /// <summary>The whole cycle was cancelled: nothing that was answered counts as its result.</summary>
    Cancellation,
}

/// <summary>A round as it is on record.</summary>
/// <param name="Pages">Pages that its invitations are stored and mailed in; 0 until they are known.</param>
/// <param name="FormVersion">Fixed when the round opens.</param>
/// <param name="Reminded">Ordinal of the last reminder that went out; 0 for none.</param>
/// <param name="CloseDecision">Id of the decision that closes it, written before the orchestration hears of it.</param>
public sealed record Round(
    string Id,
    RoundWindow Window,
    int FormVersion,
    int Pages,
    int Invited,
    DateTimeOffset? OpenedAt = null,
    int Reminded = 0,
    DateTimeOffset? ClosedAt = null,
    ClosedBy? ClosedBy = null,
    string? CloseDecision = null)
{
    /// <summary>The meeting's sequence that all who were invited to it have been told of; null while it has not changed.</summary>
    public int? MeetingTold { get; init; }

    /// <summary>Invitations of a page, fixed when the round opens: who stands on which page must not change while it does.</summary>
    public int? PageSize { get; init; }

    /// <summary>When all that comes of a progress round was done: its answers are in the plan, it is published, the coordinators know what is overdue. Null before, and in other rounds.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    public bool IsOpen => OpenedAt is not null && ClosedAt is null;

    /// <summary>The round as the cancelled cycle leaves it; one that was over stays as it was.</summary>
    public Round CancelledAt(DateTimeOffset at) => ClosedAt is null ? this with { ClosedAt = at, ClosedBy = Rounds.ClosedBy.Cancellation } : this;
}
