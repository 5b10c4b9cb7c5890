namespace FollowUp.Domain.Plans;

/// <summary>What a coordinator decides about the draft; the names are those of the decisions.</summary>
public static class ReviewKinds
{
    public const string Accept = "accept-action";
    public const string Drop = "drop-action";
    public const string Edit = "edit-action";
    public const string Merge = "merge-actions";
    public const string Split = "split-action";
    public const string Support = "support";
    public const string Settle = "settle-dispute";

    public static IReadOnlyList<string> All { get; } = [Accept, Drop, Edit, Merge, Split, Support, Settle];
}

/// <summary>A coordinator's decision on a part of the plan, as the plan takes it in.</summary>
/// <param name="Id">Id of the decision.</param>
/// <param name="Kind">One of <see cref="ReviewKinds"/>.</param>
/// <param name="Note">Why.</param>
public sealed record ReviewDecision(string Id, string Kind, DateTimeOffset At, string Recommendation, string? Note, PlanChange Change);

/// <summary>What is decided; each kind has some of these.</summary>
/// <param name="Actions">Ids of the actions that it is about; of those that are merged the first stays.</param>
/// <param name="Parts">What an action is split into.</param>
/// <param name="Words">The action's words and details; what is null stays.</param>
/// <param name="Organisations">All that are to support, in place of those before.</param>
/// <param name="Priority"><c>high</c>, <c>medium</c> or <c>low</c>.</param>
public sealed record PlanChange(
    IReadOnlyList<string>? Actions = null,
    IReadOnlyList<ActionPart>? Parts = null,
    ActionWords? Words = null,
    IReadOnlyList<string>? Organisations = null,
    string? Priority = null);

/// <param name="Sources">Ids of the answers that it comes from; null where all answers of the whole stand behind it.</param>
public sealed record ActionPart(string Text, IReadOnlyList<string>? Sources = null);

/// <param name="Due">ISO 8601 date.</param>
public sealed record ActionWords(
    string? Text = null,
    string? Strategy = null,
    string? TimeFrame = null,
    string? Indicator = null,
    string? Resources = null,
    string? Funding = null,
    string? Due = null);
