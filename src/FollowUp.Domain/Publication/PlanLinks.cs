using FollowUp.Domain.Reiterations;
using FollowUp.Domain.StrategicPlans;

namespace FollowUp.Domain.Publication;

/// <summary>What people have found to belong to a plan's recommendations elsewhere: in strategic plans, and in the cycle before.</summary>
/// <param name="Earlier">What was confirmed as said again, with the relative address of the earlier plan's recommendation; null where nothing was published.</param>
public sealed record PlanLinks(IReadOnlyList<AcceptedObjective> Objectives, IReadOnlyList<(ConfirmedReiteration Reiteration, string? Address)> Earlier)
{
    public static PlanLinks None { get; } = new([], []);
}

/// <summary>An organisation's own objective that is about the same as a recommendation.</summary>
/// <param name="Objective">In the words and the language of its strategic plan.</param>
public sealed record PublishedObjective(string Organisation, string Objective, string Language);

/// <summary>An earlier recommendation that is said again, and that the cycle before left open.</summary>
/// <param name="Key">In the earlier cycle.</param>
/// <param name="Address">Of the recommendation in the earlier plan, relative to this version's folder; null where none was published.</param>
public sealed record PublishedReiteration(string Cycle, string Key, string Citation, string? Address);
