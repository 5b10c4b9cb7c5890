using FollowUp.Domain.Children;
using FollowUp.Domain.Forms;

namespace FollowUp.Pages.Forms;

/// <summary>All answers on one page, to be checked and sent.</summary>
/// <param name="Recommendations">Every recommendation that a step or an answer names.</param>
/// <param name="Errors">What is wrong with the whole sheet; each leads to its step.</param>
/// <param name="FormAddress">Address of the form: a step's is this, a slash and the step's path.</param>
/// <param name="Action">Where sending is posted to.</param>
/// <param name="Sent">When these answers, or earlier ones, were last sent; null for never.</param>
public sealed record CheckModel(
    PageFrame Frame,
    Form Form,
    IReadOnlyList<FormStep> Steps,
    IReadOnlyList<RecommendationView> Recommendations,
    AnswerSheet Sheet,
    IReadOnlyList<FormError> Errors,
    string FormAddress,
    string Action,
    DateTimeOffset? Closes,
    bool Late,
    string Organisation,
    DateTimeOffset? Sent = null) : PageModel
{
    /// <summary>An empty sheet is not offered to be sent: nothing would count as an answer.</summary>
    internal bool HasAnswers => FormCheck.IsAnswered(Steps, Sheet);

    /// <summary>The answers are not those that were on the page from which they were to be sent.</summary>
    public bool Changed { get; init; }

    /// <summary>What counts was recorded by a coordinator.</summary>
    public bool Recorded { get; init; }

    /// <summary>Address of the page for answering in a spreadsheet, or null.</summary>
    public string? Spreadsheet { get; init; }

    /// <summary>See <see cref="FormPageModel.Helpline"/>.</summary>
    public Helpline? Helpline { get; init; }

    internal override Type Component => typeof(CheckPage);
}

/// <summary>The page after sending, which can be bookmarked: its address shows it again.</summary>
/// <param name="Reference">What a person quotes when they ask about their answers.</param>
public sealed record ReceiptModel(
    PageFrame Frame,
    Form Form,
    string Reference,
    DateTimeOffset ReceivedAt,
    string FormAddress,
    DateTimeOffset? Closes,
    bool Late,
    string Organisation) : PageModel
{
    /// <summary>How the answers were recorded for the person (see <see cref="Domain.Forms.Recorded.Ways"/>); null where they sent them.</summary>
    public string? Recorded { get; init; }

    /// <summary>The files that came with the answers, as the person calls them.</summary>
    public IReadOnlyList<FileReference> Files { get; init; } = [];

    /// <summary>What became of the answers, once the plan is out; null before, and for other rounds.</summary>
    public BecameView? Became { get; init; }

    /// <summary>See <see cref="FormPageModel.Helpline"/>.</summary>
    public Helpline? Helpline { get; init; }

    internal override Type Component => typeof(ReceiptPage);
}
