using System.Globalization;
using FollowUp.Domain.Forms;
using FollowUp.Pages.Forms;

namespace FollowUpFunctions.Rounds.Sheets;

/// <summary>
/// Carries a spreadsheet into what is saved, row by row: a row that was not touched since it was downloaded changes nothing, one that was changed
/// there alone is taken, and one that was changed in both places is for the person to decide.
/// </summary>
/// <param name="replace">The person decided for the spreadsheet.</param>
internal sealed class FormSheetMerge(FormSheetLayout layout, IReadOnlyList<FilledRow> rows, IReadOnlyList<string> asked, bool replace)
{
    private readonly List<SpreadsheetProblem> _problems = [];
    private readonly List<FilledRow> _taken = [];

    public IReadOnlyList<SpreadsheetProblem> Problems => _problems;

    /// <summary>Answers were changed in both places.</summary>
    public bool IsTorn { get; private set; }

    public IReadOnlyList<FilledRow> Taken => _taken;

    /// <summary>The sheet with the spreadsheet's answers; it may be saved where there are no problems.</summary>
    public AnswerSheet Into(AnswerSheet there)
    {
        _problems.Clear();
        _taken.Clear();
        AnswerSheet merged = there;
        foreach (FilledRow row in rows)
        {
            AnswerSheet filled = Filled(merged, row);
            string now = Print(merged, row);
            string file = Print(filled, row);
            if (file == now || file == row.Seen)
                continue;
            if (now != row.Seen && !replace)
            {
                IsTorn = true;
                _problems.Add(new(row.Number.ToString(CultureInfo.InvariantCulture), layout.Wording["sheet.problem.changed"]));
                continue;
            }

            merged = filled;
            _taken.Add(row);
        }

        merged = Filling.Completed(layout.Form, Unchosen(merged), asked);
        Check(merged);
        return merged;
    }

    private void Check(AnswerSheet sheet)
    {
        HashSet<string> hidden = [.. Filling.Hidden(layout.Form, sheet, asked)];
        ILookup<(string?, string), FormError> errors = FormSteps.Of(layout.Form, sheet, asked)
            .SelectMany(step => FormCheck.Step(step, sheet, asked))
            .ToLookup(e => (e.Step.Recommendation, e.Question.Id));
        foreach (FilledRow row in _taken)
        {
            foreach ((string question, string cell) in row.Cells)
            {
                if (errors[(row.About, question)].FirstOrDefault() is { } error)
                    _problems.Add(new(cell, Sentence(error)));
                else if (row.Answers[question].Count > 0 && hidden.Contains(AnswerSheet.Key(question, row.About)))
                    _problems.Add(new(cell, layout.Wording["sheet.problem.hidden"]));
            }
        }
    }

    private string Sentence(FormError error) =>
        error is { Problem: FormProblem.NotAnOption, Question.Kind: QuestionKind.Choice }
            ? FormSheetCells.Options(layout, error.Question, "sheet.help.options")
            : layout.Words.Error(error);

    // Who cleared a row has nothing to say about it any more.
    private AnswerSheet Unchosen(AnswerSheet sheet)
    {
        if (layout.Form.RecommendationsQuestion is not { } choice)
            return sheet;
        HashSet<string?> cleared = [.. _taken.Where(r => r.Answers.All(a => a.Value.Count == 0)).Select(r => r.About)];
        string[] chosen = [.. sheet.All(choice.Id).Where(key => !cleared.Contains(key))];
        Dictionary<string, IReadOnlyList<string>> answers = new(sheet.Answers);
        if (chosen.Length > 0)
            answers[choice.Id] = chosen;
        else
            answers.Remove(choice.Id);
        return sheet with { Answers = answers };
    }

    private string Print(AnswerSheet sheet, FilledRow row) =>
        row.About is { } about ? Fingerprint.Of(layout.Form, sheet, about) : Fingerprint.Of(Step(row), sheet);

    private AnswerSheet Filled(AnswerSheet sheet, FilledRow row) =>
        row.About is { } about
            ? sheet.With(new("row", [.. layout.Questions.Where(q => row.Answers.ContainsKey(q.Id))]), about, row.Answers)
            : sheet.With(new("row", [.. Step(row).Page.Questions.Where(q => row.Answers.ContainsKey(q.Id))]), null, row.Answers);

    private FormStep Step(FilledRow row) => layout.Once.First(s => s.Page.Questions.Any(q => row.Answers.ContainsKey(q.Id)));
}
