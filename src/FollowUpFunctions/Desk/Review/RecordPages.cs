using System.Text.Json;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Decide;
using FollowUp.Pages.Desk.Review;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Consultation;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Desk.Decide;
using FollowUpFunctions.Http;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Desk.Review;

/// <summary>Somebody's form, as a coordinator fills it in for them.</summary>
public sealed record RecordVisit(DeskFrame Frame, FormVisit Visit);

/// <summary>Makes the page on which answers are recorded, and reads what was typed there.</summary>
public sealed class RecordPages(CyclesTable cycles, Recording recording, RolesAsked roles)
{
    // More on one page would be long to fill in and to send: it is chosen first what the paper is about.
    private const int MostAtOnce = 4;

    /// <summary>The form of somebody who was asked in a round, or null where they were not.</summary>
    public async Task<RecordVisit?> VisitAsync(DeskFrame frame, string cycle, Round round, RoundKind kind, string who, CancellationToken cancellation)
    {
        CycleFacts facts = await cycles.CurrentFactsAsync(cycle, cancellation);
        if (!Slug.IsSlug(who) || facts.ContactOf(who) is not { } contact
            || await recording.InvitationOfAsync(new(cycle, round.Id), round, who, cancellation) is not { } invitation)
        {
            return null;
        }

        Form form = RoundForms.Find(kind.Form.Id, round.FormVersion);
        FormVisit visit = new(
            new(cycle, round.Id, invitation.Ref.Id, "", null), invitation, facts, contact, round, kind, form, null, AnswerSheet.Blank(form, contact.Language), frame.Language);
        return new(frame, visit with
        {
            Commitments = kind == RoundKinds.CoSigning ? await cycles.CommitmentsAsync(cycle, invitation.Asked, cancellation) : [],
            Roles = kind == RoundKinds.Responsibility ? await roles.OfAsync(facts, invitation.Asked, cancellation) : visit.Roles,
        });
    }

    /// <param name="about">Keys of what was chosen.</param>
    public static RecordModel Page(RecordVisit record, IReadOnlyList<string> about)
    {
        FormVisit visit = record.Visit;
        IReadOnlyList<string> asked = visit.Invitation.Asked;
        bool repeats = visit.Form.Pages.Any(p => p.PerRecommendation) && asked.Count > 0;
        string[] chosen = [.. asked.Where(about.Contains)];
        bool choosing = repeats && chosen.Length == 0 && (visit.Form.RecommendationsQuestion is not null || asked.Count > MostAtOnce);
        string[] meant = chosen.Length > 0 ? chosen : choosing || !repeats ? [] : [.. asked];
        return new(record.Frame, visit.Round.Id, visit.Invitation.Who, visit.Contact.Organisation, visit.Form, choosing ? [] : Steps(record, meant, visit.Sheet, []), Choices(visit, choosing))
        {
            About = meant,
            Answered = visit.Invitation.Submitted is not null,
        };
    }

    /// <summary>The page again, with what was typed and what is wrong with it.</summary>
    public static RecordModel Again(RecordVisit record, PostedForm posted, RecordingAnswer answer)
    {
        FormVisit visit = record.Visit;
        Wording text = Wording.For(record.Frame.Language);
        RecordModel page = Page(record, About(posted));
        AnswerSheet sheet = answer.Sheet ?? visit.Sheet;
        IReadOnlyList<FormError> wrong = answer.Standing ? [] : FormCheck.Sheet(visit.Form, sheet, visit.Invitation.Asked);
        Dictionary<string, DecideError> errors = [];
        foreach (Problem problem in answer.Problems)
        {
            string head = problem.Pointer.Split('/').ElementAtOrDefault(1) ?? "";
            if (head is RecordModel.HowField or RecordModel.NoteField)
                errors.TryAdd(head, posted.Field(head) is { Length: > 0 } ? DecisionPages.InEnglish(problem.Message, text) : new(text["decide.missing"]));
            else if (wrong.Count == 0)
                errors.TryAdd("", head == "answers" && sheet.Answers.Count == 0 ? new(text["desk.record.nothing"]) : DecisionPages.InEnglish(problem.Message, text));
        }

        if (answer.Standing)
            errors[""] = new(text["desk.record.standing"]);
        return page with
        {
            Steps = page.Steps.Count == 0 ? [] : Steps(record, page.About, sheet, wrong),
            How = posted.Field(RecordModel.HowField),
            Note = posted.Field(RecordModel.NoteField),
            Answered = page.Answered || answer.Standing,
            Errors = errors,
        };
    }

    /// <summary>The page again where the cycle takes no answers any more.</summary>
    public static RecordModel Over(RecordVisit record, PostedForm posted) =>
        Page(record, About(posted)) with { Errors = new Dictionary<string, DecideError> { [""] = new(Wording.For(record.Frame.Language)["desk.record.over"]) } };

    /// <summary>What was typed, as the API would be sent it.</summary>
    public static RecordingRequest Request(RecordVisit record, PostedForm posted)
    {
        Dictionary<string, JsonElement> answers = [];
        foreach (FormPageModel step in Page(record, About(posted)).Steps)
        {
            foreach ((string question, IReadOnlyList<string> values) in FormInput.ReadTogether(step.Step, posted.Fields))
                answers[AnswerSheet.Key(question, step.Step.Recommendation)] = JsonSerializer.SerializeToElement(values);
        }

        return new(record.Visit.Invitation.Who, posted.Field(RecordModel.HowField), answers, posted.Field(RecordModel.NoteField), posted.Field(RecordModel.ReplaceField) is not null);
    }

    private static IReadOnlyList<string> About(PostedForm posted) => posted.Fields.GetValueOrDefault(RecordModel.AboutField) ?? [];

    // All pages stand there: whoever writes down from paper sees at once what the form asks, and a yes that opens a page follows from what stands on it.
    private static IReadOnlyList<FormPageModel> Steps(RecordVisit record, IReadOnlyList<string> about, AnswerSheet sheet, IReadOnlyList<FormError> errors)
    {
        FormVisit visit = record.Visit;
        PageFrame frame = new(record.Frame.Language, [], visit.Facts.Settings.Title, visit.Facts.Settings.TimeZone);
        return
        [
            .. visit.Form.Pages.Where(p => !p.Questions.All(q => q.Kind == QuestionKind.RecommendationChoice))
                .Where(p => !p.PerRecommendation)
                .Select(p => new FormStep(p, null))
                .Concat(about.SelectMany(key => visit.Form.Pages.Where(p => p.PerRecommendation).Select(p => new FormStep(p, key))))
                .Select(step => new FormPageModel(
                    frame,
                    visit.Form,
                    step,
                    1,
                    1,
                    step.Recommendation is { } key ? FormPages.View(visit, key) : null,
                    [.. visit.Invitation.Asked.Select(k => FormPages.View(visit, k)).OfType<RecommendationView>()],
                    sheet,
                    [.. errors.Where(e => e.Step.Page.Id == step.Page.Id && e.Step.Recommendation == step.Recommendation)],
                    "",
                    null,
                    visit.Facts.Organisations,
                    visit.Round.Window.Closes,
                    visit.IsLate,
                    visit.Contact.Organisation)),
        ];
    }

    private static IReadOnlyList<DecideOption> Choices(FormVisit visit, bool choosing) => !choosing ? [] :
    [
        .. visit.Invitation.Asked.Select(key => FormPages.View(visit, key)).OfType<RecommendationView>()
            .Select(r => DecideOptions.Recommendation(r.Commitment is { } commitment ? r with { Text = commitment.Action } : r)),
    ];
}
