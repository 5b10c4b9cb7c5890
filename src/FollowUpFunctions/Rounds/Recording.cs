using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Rounds;

/// <summary>What became of answers that were to be recorded.</summary>
/// <param name="Invitation">As it is then; null where the answers were not sound.</param>
/// <param name="Sheet">The answers as they were read; null where there was nobody to record them for.</param>
/// <param name="Problems">What is wrong with them.</param>
/// <param name="Standing">Somebody has answered otherwise, and these may not go over that.</param>
public sealed record RecordingAnswer(Invitation? Invitation, AnswerSheet? Sheet, IReadOnlyList<Problem> Problems, bool Standing = false);

/// <summary>Writes down what somebody answered on paper, in a meeting or by telephone: it counts like what they send themselves.</summary>
public sealed class Recording(CyclesTable cycles, InvitationsTable invitations, AnswersTable answers, Submissions submissions, JournalTable journal)
{
    /// <summary>The invitation of somebody in a round, or null.</summary>
    public async Task<Invitation?> InvitationOfAsync(RoundRef reference, Round round, string who, CancellationToken cancellation)
    {
        for (int page = 0; page < round.Pages; page++)
        {
            if (await invitations.FindAsync(InvitationRef.For(new(reference.Cycle, reference.Round, page), who), cancellation) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>Records answers in a round that has opened, where they are sound and nothing stands against it.</summary>
    public async Task<RecordingAnswer> TakeAsync(string cycle, Round round, RoundKind kind, RecordingRequest asked, CancellationToken cancellation)
    {
        Findings findings = new();
        asked.Check(findings);
        CycleFacts facts = await cycles.CurrentFactsAsync(cycle, cancellation);
        Invitation? invitation = asked.Who is { } who ? await InvitationOfAsync(new(cycle, round.Id), round, who, cancellation) : null;
        if (invitation is null || facts.ContactOf(invitation.Who) is not { } contact)
        {
            findings.Add("/who", $"“{asked.Who}” was not asked in this round: name a stakeholder of the cycle who was, by id.");
            return new(null, null, findings.Problems);
        }

        AnswerSheet sheet = Sheet(asked, RoundForms.Find(kind.Form.Id, round.FormVersion), contact.Language, invitation.Asked, findings);
        if (findings.Problems.Count > 0)
            return new(null, sheet, findings.Problems);
        Invitation now = await RecordAsync(invitation, sheet, asked.Replace == true, cancellation);
        return new(now, sheet, [], Standing: now.Fingerprint != Fingerprint.Of(sheet));
    }

    /// <summary>The answers as a sheet, and all that is wrong with them, each with its pointer.</summary>
    internal static AnswerSheet Sheet(RecordingRequest request, Form form, string language, IReadOnlyList<string> asked, Findings findings)
    {
        AnswerSheet given = AnswerSheet.Blank(form, language) with { Answers = request.Texts(findings) };
        AnswerSheet sheet = Filling.Completed(form, given, asked) with { Recorded = new(request.How ?? "", request.Note?.Trim()) };
        foreach (string key in Filling.Hidden(form, sheet, asked))
        {
            findings.Add(Findings.Pointer("/answers", key), $"The form asks no “{key}” of this person: write question@recommendation with a question of the form and a recommendation that they were asked about, and answer the question before it with yes where it has one.");
        }

        foreach (FormStep step in FormSteps.Of(form, sheet, asked))
        {
            foreach (Question question in step.Page.Questions.Where(q => q.Kind == QuestionKind.File && FileReference.Parse(sheet.Answer(q.Id, step.Recommendation)) is not null))
                findings.Add(Findings.Pointer("/answers", AnswerSheet.Key(question.Id, step.Recommendation)), Sentence(new(step, question, FormProblem.NotAFile)));
        }

        foreach (FormError error in FormCheck.Sheet(form, sheet, asked))
        {
            string key = AnswerSheet.Key(error.Question.Id, error.Step.Recommendation);
            findings.Missing(error.Problem == FormProblem.Nothing ? "/answers" : Findings.Pointer("/answers", key), Sentence(error));
        }

        return sheet;
    }

    /// <summary>Submits the sheet, unless somebody has answered otherwise and it may not go over that.</summary>
    /// <returns>The invitation as it is then.</returns>
    public async Task<Invitation> RecordAsync(Invitation invitation, AnswerSheet sheet, bool replace, CancellationToken cancellation)
    {
        Invitation recorded = (await submissions.SubmitAsync(invitation, sheet, cancellation, _ => replace))!;
        if (recorded.Fingerprint != Fingerprint.Of(sheet))
            return recorded;

        // The pages go on from what counts; what the person has begun to write is theirs.
        await answers.TryWriteDraftAsync(recorded.Ref, sheet with { Recorded = null }, null, cancellation);
        if (recorded.Recorded is { } how)
        {
            await journal.WriteAsync(
                recorded.Ref.Cycle,
                new(JournalEvents.AnswersRecorded, recorded.Submitted!.Value, recorded.Ref.Id, $"{recorded.Ref.Round}, {how}, revision {recorded.Revision}"),
                cancellation);
        }

        return recorded;
    }

    private static string Sentence(FormError error) => error.Problem switch
    {
        FormProblem.Missing => "This question needs an answer.",
        FormProblem.TooLong => $"This is longer than {error.Limit} characters: shorten it.",
        FormProblem.NotAnOption when error.Question.Options is { } options => $"Give one of {string.Join(", ", options)}.",
        FormProblem.NotAnOption when error.Question.Kind == QuestionKind.RecommendationChoice => "This is no recommendation that the person was asked about.",
        FormProblem.NotAnOption => "Give one answer to this question.",
        FormProblem.NotADate => "Write the date as year, month and day, such as 2031-06-30.",
        FormProblem.NotANumber => $"Write a whole number from 0 to {FormCheck.LargestNumber} in digits.",
        FormProblem.NotALink => "Give a web address that begins with https:// or http://.",
        FormProblem.NotAPlace => $"Give “{error.About}” a place from 1 to {error.Limit}, such as \"{error.About}=1\".",
        FormProblem.TwoPlaces => $"“{error.About}” has two places: give it one.",
        FormProblem.NotToRank => "Rank only the recommendations of the person's sub-group.",
        FormProblem.NotAFile => "A file can't be recorded here: give its address in the question for a link, or have the person send it on the page.",
        FormProblem.TooMany => $"Name {error.Limit} at most.",
        _ => "Give at least one answer that says something.",
    };
}
