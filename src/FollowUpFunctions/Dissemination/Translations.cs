using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Dissemination;

/// <summary>
/// What translators write. A text counts as soon as its page is saved, since the workshop goes ahead with what is there: it becomes the
/// recommendation's text in that language unless an official one stands there.
/// </summary>
public sealed class Translations(CyclesTable cycles)
{
    private const string Text = "text";
    private const string Status = "status";

    /// <summary>The language that somebody translates into; null for all who are asked something else.</summary>
    public static string? Into(CycleFacts facts, Invitation invitation) =>
        facts.Settings.Translators.Where((_, n) => Contact.TranslatorId(n) == invitation.Who).Select(t => t.Into).FirstOrDefault();

    /// <summary>The sheet with the texts on record where the translator wrote none, and where there is an official one.</summary>
    public static AnswerSheet Shown(RoundKind kind, CycleFacts facts, Invitation invitation, AnswerSheet sheet)
    {
        if (kind != RoundKinds.Translation || Into(facts, invitation) is not { } into)
            return sheet;
        Dictionary<string, IReadOnlyList<string>> answers = new(sheet.Answers);
        foreach (string key in invitation.Asked)
        {
            string field = AnswerSheet.Key(Text, key);
            if (facts.Recommendation(key)?.Texts.GetValueOrDefault(into) is not { } onRecord
                || (answers.ContainsKey(field) && onRecord.Status != TextStatus.Official))
            {
                continue;
            }

            answers[field] = [onRecord.Text];
            answers[AnswerSheet.Key(Status, key)] = [onRecord.Status == TextStatus.Informal ? "informal" : "checked"];
        }

        return sheet with { Answers = answers };
    }

    /// <summary>Takes one page of a translator's form that was saved; of all other forms nothing.</summary>
    public async Task TakeAsync(FormVisit visit, FormStep step, CancellationToken cancellation)
    {
        if (visit.Into is not { } into || step.Recommendation is not { } key
            || FormCheck.Step(step, visit.Sheet, visit.Invitation.Asked).Any(e => e.Problem == FormProblem.TooLong))
        {
            return;
        }

        TextStatus status = visit.Sheet.Answer(Status, key) == "checked" ? TextStatus.Checked : TextStatus.Informal;
        RecommendationText? text = visit.Sheet.Answer(Text, key) is { } words ? new(SameWords.Compose(words), status) : null;
        CycleSettings settings = visit.Facts.Settings;
        await cycles.ChangeRecommendationAsync(
            settings.Id, key, recommendation => recommendation.Translated(into, settings.SourceLanguage, text), cancellation);
    }
}
