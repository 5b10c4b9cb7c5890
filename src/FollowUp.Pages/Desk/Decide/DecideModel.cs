namespace FollowUp.Pages.Desk.Decide;

/// <summary>The form of one decision.</summary>
/// <param name="Kind">Such as <c>close-round</c>.</param>
/// <param name="Id">Of the decision that the form makes: sent twice it is one.</param>
/// <param name="Back">One of <see cref="DeskSections"/>.</param>
public sealed record DecideModel(DeskFrame Frame, string Kind, string Id, string Back, IReadOnlyList<DecideField> Fields) : PageModel
{
    /// <summary>The field of the id, hidden in the form.</summary>
    public const string IdField = "_id";

    /// <summary>What must be known before the rest can be asked, chosen already; null where nothing must.</summary>
    public DecideField? First { get; init; }

    /// <summary>Nothing but <see cref="First"/> is asked yet.</summary>
    public bool IsChoosing { get; init; }

    /// <summary>Why it can't be decided now, or null.</summary>
    public DecideError? Conflict { get; init; }

    /// <summary>The same form was sent before and said something else.</summary>
    public bool WasTaken { get; init; }

    /// <summary>How many people get a mail at once; null where that is not known before.</summary>
    public int? Mails { get; init; }

    /// <summary>What it is about, in words that somebody typed: the action, the voice. Null for nothing.</summary>
    public string? About { get; init; }

    /// <summary>The recommendation of the action that was chosen first, carried along; else null.</summary>
    public string? Recommendation { get; init; }

    internal override Type Component => typeof(DecidePage);
}
