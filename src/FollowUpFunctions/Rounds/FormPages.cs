using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;
using FollowUp.Pages;
using FollowUp.Pages.Children;
using FollowUp.Pages.Forms;
using FollowUp.Pages.Messages;
using FollowUp.Pages.Plan;
using FollowUpFunctions.Advocacy;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Consultation;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Rounds;

/// <summary>What each page of a form says, from what is on record of the visit.</summary>
public sealed class FormPages(PlanComposer plans, ProposalOutcomes outcomes, FollowUpOptions options, TimeProvider clock)
{
    private const int ReferenceLength = 6;
    private readonly string _basePath = new Uri(options.BaseUrl).AbsolutePath.TrimEnd('/');

    /// <summary>What a person quotes when they ask about their answers.</summary>
    public static string Reference(Invitation invitation) =>
        $"{invitation.Ref.Id[^ReferenceLength..]}-{invitation.Revision}".ToUpperInvariant();

    /// <summary>
    /// Where somebody goes on who comes back: the first step that is not in order, or is about a recommendation that they chose and have said nothing
    /// about; else the check.
    /// </summary>
    public PageModel Resume(FormVisit visit) =>
        visit.Steps.Count == 0 || (visit.Steps.All(s => s.Page.PerRecommendation) && visit.Invitation.Asked.Count == 0)
            ? new MessagePageModel(Frame(visit), MessageKind.NothingAsked)
            : visit.Invitation.Started is null
                ? Step(visit, visit.Steps[0], [])
                : visit.Steps.FirstOrDefault(s => IsUnfinished(visit, s)) is { } unfinished
                    ? Step(visit, unfinished, [])
                    : Check(visit, []);

    private static bool IsUnfinished(FormVisit visit, FormStep step) =>
        FormCheck.Step(step, visit.Sheet, visit.Invitation.Asked).Count > 0
        || (step.Recommendation is not null && visit.Form.RecommendationsQuestion is not null && !FormCheck.IsAnswered([step], visit.Sheet));

    public FormPageModel Step(FormVisit visit, FormStep step, IReadOnlyList<FormError> errors)
    {
        IReadOnlyList<FormStep> steps = visit.Steps;
        int index = steps.ToList().IndexOf(step);
        bool choosing = step.Page.Questions.Any(q => q.Kind is QuestionKind.RecommendationChoice or QuestionKind.Ranking);
        return new FormPageModel(
            Frame(visit),
            visit.Form,
            step,
            index + 1,
            steps.Count,
            step.Recommendation is { } key ? View(visit, key) : null,
            choosing ? Views(visit, visit.Invitation.Asked) : [],
            visit.Sheet,
            errors,
            Address(visit, step.Path),
            index > 0 ? Address(visit, steps[index - 1].Path) : null,
            step.Page.Questions.Any(q => q.Kind is QuestionKind.Organisation or QuestionKind.Organisations) ? visit.Facts.Organisations : [],
            visit.Round.Window.Closes,
            visit.IsLate,
            visit.Contact.Organisation,
            Meetings.Of(visit.Round.Id, visit.Facts.Settings) is { Cancelled: false } meeting ? meeting : null,
            visit.Kind.IsReview ? Address(visit, FormEndpoints.Draft) : null,
            visit.Into)
        {
            Concern = visit.Invitation.Concern,
            Spreadsheet = SpreadsheetAddress(visit),
            Letter = visit.Kind == RoundKinds.Letters ? Address(visit, LetterEndpoints.Document) : null,
            Children = visit.Children,
            Keeps = !IsYoung(visit),
            Helpline = Helpline(visit),
        };
    }

    /// <summary>The step with what was typed, beside what was saved since its page was opened.</summary>
    public PageModel ChangedElsewhere(FormVisit visit, FormStep step, AnswerSheet saved, IReadOnlyList<FormError> errors) => Step(visit, step, errors) with { SavedElsewhere = saved, Keeps = false };

    public CheckModel Check(FormVisit visit, IReadOnlyList<FormError> errors) => new CheckModel(
        Frame(visit),
        visit.Form,
        visit.Steps,
        Views(visit, visit.Invitation.Asked),
        visit.Sheet,
        errors,
        Form(visit),
        Address(visit, FormEndpoints.Check),
        visit.Round.Window.Closes,
        visit.IsLate,
        visit.Contact.Organisation,
        visit.Invitation.Submitted)
    {
        Recorded = visit.Invitation.Recorded is not null,
        Spreadsheet = SpreadsheetAddress(visit),
        Helpline = Helpline(visit),
    };

    /// <summary>The check where the answers are not those that somebody saw who wanted to send them.</summary>
    public PageModel CheckAgain(FormVisit visit) => Check(visit, []) with { Changed = true };

    public PageModel Spreadsheet(FormVisit visit, IReadOnlyList<SpreadsheetProblem> problems, bool mayReplace = false) => new SpreadsheetModel(
        Frame(visit),
        visit.Form,
        Address(visit, FormEndpoints.SpreadsheetFile),
        Address(visit, FormEndpoints.Spreadsheet),
        $"{Form(visit)}?lang={Uri.EscapeDataString(visit.Language)}",
        problems,
        mayReplace,
        visit.Round.Window.Closes,
        visit.IsLate,
        visit.Contact.Organisation);

    public async Task<PageModel> ReceiptAsync(FormVisit visit, CancellationToken cancellation) => new ReceiptModel(
        Frame(visit),
        visit.Form,
        Reference(visit.Invitation),
        visit.Invitation.Submitted!.Value,
        $"{Form(visit)}/{FormEndpoints.Check}",
        visit.IsLate ? null : visit.Round.Window.Closes,
        visit.Invitation.IsLate,
        visit.Contact.Organisation)
    {
        Recorded = visit.Invitation.Recorded,
        Files = Files(visit),
        Became = await outcomes.OfAsync(visit, cancellation),
        Helpline = Helpline(visit),
    };

    // What was saved since it was sent is not what was received.
    private static IReadOnlyList<FileReference> Files(FormVisit visit) =>
        visit.Form.Pages.SelectMany(p => p.Questions).All(q => q.Kind != QuestionKind.File) || Fingerprint.Of(visit.Sheet) != visit.Invitation.Fingerprint
            ? []
            :
            [
                .. visit.Steps.SelectMany(s => s.Page.Questions.Where(q => q.Kind == QuestionKind.File).Select(q => visit.Sheet.Answer(q.Id, s.Recommendation)))
                    .Select(FileReference.Parse).OfType<FileReference>(),
            ];

    /// <summary>The plan as it would be published now, for a coordinator to read before approving it.</summary>
    public async Task<PageModel> DraftAsync(FormVisit visit, CancellationToken cancellation) => new PlanPageModel(
        await plans.DraftAsync(visit.Facts.Settings.Id, clock.GetUtcNow(), cancellation),
        visit.Language,
        [.. visit.Facts.Settings.Languages.Select(l => new LanguageLink(l, $"?lang={Uri.EscapeDataString(l)}"))],
        Draft: true);

    public PageModel Saved(FormVisit visit) =>
        new MessagePageModel(Frame(visit), MessageKind.Saved, Link: Form(visit), Closes: visit.Round.Window.Closes);

    public static PageModel NothingToSend(FormVisit visit) => new MessagePageModel(Frame(visit), MessageKind.NothingToSend);

    public static PageModel Cancelled(FormVisit visit) => new MessagePageModel(Frame(visit), MessageKind.Cancelled);

    /// <summary>What a focal adult reads to the children.</summary>
    public static PageModel Told(FormVisit visit, ChildrensLetter? letter) => new LetterPageModel(Frame(visit), letter?.In(visit.Language), visit.Children!.Safety.Helpline);

    public PageModel NotFound(FormVisit visit) =>
        new MessagePageModel(Frame(visit), MessageKind.NotFound, Link: Form(visit));

    /// <summary>The address of the step after one, or of the check.</summary>
    public string After(FormVisit visit, FormStep step)
    {
        IReadOnlyList<FormStep> steps = visit.Steps;
        int next = steps.ToList().IndexOf(step) + 1;
        return Address(visit, next < steps.Count ? steps[next].Path : FormEndpoints.Check);
    }

    public string Address(FormVisit visit, string path) =>
        $"{Form(visit)}/{path}?lang={Uri.EscapeDataString(visit.Language)}";

    private string Form(FormVisit visit) => _basePath + visit.Address.Path;

    private static PageFrame Frame(FormVisit visit) =>
        new(visit.Language, visit.Facts.Settings.Languages, visit.Facts.Settings.Title, visit.Facts.Settings.TimeZone);

    private string? SpreadsheetAddress(FormVisit visit) => FormSheets.IsOffered(visit) ? Address(visit, FormEndpoints.Spreadsheet) : null;

    internal static RecommendationView? View(FormVisit visit, string key) =>
        visit.Facts.Recommendation(CommitmentKey.Recommendation(key)) is { } recommendation
            ? Words(visit)(recommendation, visit.Into is null ? visit.Language : visit.Facts.Settings.SourceLanguage, visit.Facts.Settings.SourceLanguage) with
            {
                Key = key,
                Commitment = visit.Commitments.FirstOrDefault(c => c.Key == key) is { } c
                    ? new(c.Action, c.Organisation, c.By, [.. c.CoSigners.Select(s => s.Organisation)])
                    : null,
                Role = visit.Roles.GetValueOrDefault(key),
            }
            : null;

    // Children and young people rank, and watch over, what they understand.
    private static Func<Recommendation, string, string, RecommendationView> Words(FormVisit visit) =>
        IsYoung(visit) && visit.Kind.Phase == Phase.MonitoringWorkshop
            ? RecommendationView.InPlainWords
            : RecommendationView.Of;

    // Whose phone, and who looks over the shoulder? What children and young people type is kept when they say so.
    private static bool IsYoung(FormVisit visit) => visit.Contact.Category == StakeholderCategory.ChildrenAndYouth;

    private static Helpline? Helpline(FormVisit visit) => IsYoung(visit) ? visit.Facts.Settings.Children?.Helpline : null;

    private static IReadOnlyList<RecommendationView> Views(FormVisit visit, IReadOnlyList<string> keys) =>
        [.. keys.Select(key => View(visit, key)).OfType<RecommendationView>()];
}
