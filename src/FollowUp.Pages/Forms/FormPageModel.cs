using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Pages.Children;

namespace FollowUp.Pages.Forms;

/// <summary>One step of a form to fill in.</summary>
/// <param name="Number">Of this step, from 1.</param>
/// <param name="About">The recommendation that the step is about, on repeated pages.</param>
/// <param name="Asked">What the person was asked about, in the order shown; read where the step lets people choose or rank.</param>
/// <param name="Sheet">What is answered so far, or what was just typed where there are errors.</param>
/// <param name="Action">Where the step is posted to.</param>
/// <param name="Back">Address of the step before, or null.</param>
/// <param name="Organisations">Suggestions; left out of the page where there are more than <see cref="LargestSuggestions"/>.</param>
/// <param name="Late">The round has closed: what is sent now is kept and marked late.</param>
/// <param name="Organisation">The one that is asked.</param>
/// <param name="Meeting">What an invitation invites to.</param>
/// <param name="Into">Language that a translator translates into (BCP 47), or null.</param>
/// <param name="Draft">Address of the draft plan that a coordinator is asked to read, or null.</param>
public sealed record FormPageModel(
    PageFrame Frame,
    Form Form,
    FormStep Step,
    int Number,
    int Of,
    RecommendationView? About,
    IReadOnlyList<RecommendationView> Asked,
    AnswerSheet Sheet,
    IReadOnlyList<FormError> Errors,
    string Action,
    string? Back,
    IReadOnlyList<string> Organisations,
    DateTimeOffset? Closes,
    bool Late,
    string Organisation,
    Meeting? Meeting = null,
    string? Draft = null,
    string? Into = null) : PageModel
{
    public const int LargestSuggestions = 100;

    /// <summary>How many of <see cref="Asked"/>, from the first, concern the person most; the others stand behind them by cluster. Null: all do.</summary>
    public int? Concern { get; init; }

    /// <summary>What was saved for this step since the page was opened, where what was typed differs from it: the person decides.</summary>
    public AnswerSheet? SavedElsewhere { get; init; }

    /// <summary>Address of the coalition's letter as a document, or null.</summary>
    public string? Letter { get; init; }

    /// <summary>Address of the page for answering in a spreadsheet, or null.</summary>
    public string? Spreadsheet { get; init; }

    /// <summary>What is typed is kept as a draft while it is typed, where scripts run.</summary>
    public bool Keeps { get; init; }

    public override string ContentSecurityPolicy => Keeps ? PageScript.Draft.Policy : base.ContentSecurityPolicy;

    /// <summary>What the person saw saved when the page was made.</summary>
    internal string Seen => Fingerprint.Of(Step, SavedElsewhere ?? Sheet);

    /// <summary>Whom children and young people may call, on their forms; null on all others.</summary>
    public Helpline? Helpline { get; init; }

    /// <summary>What the focal adult of a children's group is shown beside the questions, or null.</summary>
    public ChildrensGroupView? Children { get; init; }

    internal bool SuggestsOrganisations => Organisations.Count is > 0 and <= LargestSuggestions;

    /// <summary>Nothing on the page is published, which is then said once.</summary>
    internal bool IsPrivate => Step.Page.Questions.All(q => q.Private);

    /// <summary>The document's text and the translation stand side by side where there is room.</summary>
    internal bool IsTranslation => Step.Page.Questions.Any(q => q.Kind == QuestionKind.Translation);

    /// <summary>Files need another encoding than other answers; null for the usual one.</summary>
    internal string? Encoding => Step.Page.Questions.Any(q => q.Kind == QuestionKind.File) ? "multipart/form-data" : null;

    internal override Type Component => typeof(QuestionsPage);
}
