using FollowUp.Pages.Desk.Decide;

namespace FollowUpFunctions.Desk.Decide;

/// <summary>How a kind of decision is asked for at the desk.</summary>
/// <param name="Kind">The name of a <see cref="Decisions.DecisionKind"/>.</param>
/// <param name="First">What must be chosen before the rest can be asked: the choices and words of the rest depend on it. Null where nothing must.</param>
public sealed record DecisionForm(string Kind, FormField? First, IReadOnlyList<FormField> Fields)
{
    public IEnumerable<FormField> All => First is null ? Fields : Fields.Prepend(First);
}

/// <summary>One member of a <see cref="Decisions.DecisionRequest"/> as the desk asks for it.</summary>
/// <param name="Name">The member's name in the API.</param>
/// <param name="Of">What it is chosen from.</param>
public sealed record FormField(string Name, DecideFieldKind Kind, bool Required = true, ChoiceOf Of = ChoiceOf.Nothing)
{
    /// <summary>What is left as it was is not sent: it stays.</summary>
    public bool Stays { get; init; }
}

/// <summary>What can be chosen in a field.</summary>
public enum ChoiceOf
{
    Nothing,
    OpenRounds,
    RoundsToExtend,
    OpenReviews,
    Steps,
    Meetings,
    Recommendations,
    Stakeholders,
    Members,
    Contacts,
    OptedOut,
    Ministries,

    /// <summary>Organisations on the list of stakeholders, by their names.</summary>
    Organisations,

    /// <summary>Organisations whose strategic plan is there, by the plan's slug.</summary>
    StrategicPlans,
    Objectives,
    EarlierRecommendations,
    Groups,

    /// <summary>Actions of the plan; with those that were dropped for what brings them back.</summary>
    Actions,
    ActionsAndDropped,
    Files,
    ReleasedFiles,
    Voices,
    Priorities,
    Verdicts,
    TimeFrames,
}
