using FollowUp.Domain.Forms;
using FollowUp.Pages.Desk.Decide;
using FollowUp.Pages.Forms;

namespace FollowUp.Pages.Desk.Review;

/// <summary>A page to write down what somebody answered on paper, in a meeting or by telephone: their whole form at once.</summary>
/// <param name="Round">The round's id.</param>
/// <param name="Who">Stakeholder id.</param>
/// <param name="Organisation">Whose answers they are.</param>
/// <param name="Steps">The parts of the form; empty while it is to be chosen what they are about.</param>
/// <param name="Choices">What can be chosen; empty where nothing is.</param>
public sealed record RecordModel(
    DeskFrame Frame, string Round, string Who, string Organisation, Form Form, IReadOnlyList<FormPageModel> Steps, IReadOnlyList<DecideOption> Choices) : PageModel
{
    public const string AboutField = "about";
    public const string HowField = "how";
    public const string NoteField = "note";
    public const string ReplaceField = "replace";

    /// <summary>What was chosen: keys of recommendations.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>One of <see cref="Recorded.Ways"/>, or null.</summary>
    public string? How { get; init; }

    public string? Note { get; init; }

    /// <summary>They have answered: these answers count only where they are to replace those.</summary>
    public bool Answered { get; init; }

    /// <summary>What is wrong with <see cref="How"/> and <see cref="Note"/>, by field, and with the whole under an empty name.</summary>
    public IReadOnlyDictionary<string, DecideError> Errors { get; init; } = new Dictionary<string, DecideError>();

    internal override Type Component => typeof(RecordPage);
}
