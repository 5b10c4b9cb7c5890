namespace FollowUp.Domain.Forms;

/// <summary>Sheets that were not filled in page by page: on paper, or in a spreadsheet.</summary>
public static class Filling
{
    /// <summary>
    /// The sheet with what a person would have had to choose on the way to its answers: the recommendations that they are about, and the yes that
    /// opens a page. A choice that was made stays, also a no; what it hides is told by <see cref="Hidden"/>.
    /// </summary>
    public static AnswerSheet Completed(Form form, AnswerSheet sheet, IReadOnlyList<string> asked)
    {
        Dictionary<string, IReadOnlyList<string>> answers = new(sheet.Answers);
        foreach (FormPage page in form.Pages.Reverse().Where(p => p.ShownWhen is { Answer: not null }))
        {
            foreach (string? about in page.PerRecommendation ? (IReadOnlyList<string?>)[.. asked] : [null])
            {
                if (page.Questions.Any(q => answers.ContainsKey(AnswerSheet.Key(q.Id, about))))
                    answers.TryAdd(AnswerSheet.Key(page.ShownWhen!.Question, about), [page.ShownWhen.Answer!]);
            }
        }

        if (form.RecommendationsQuestion is { } choice)
        {
            string[] chosen = [.. asked.Where(key => sheet.All(choice.Id).Contains(key) || Answers(form, sheet, key))];
            if (chosen.Length > 0)
                answers[choice.Id] = chosen;
        }

        return sheet with { Answers = answers };
    }

    /// <summary>Keys of answers that no page of the form would show: to another recommendation than was asked about, or behind a no.</summary>
    public static IReadOnlyList<string> Hidden(Form form, AnswerSheet sheet, IReadOnlyList<string> asked)
    {
        HashSet<string> shown = [.. FormSteps.Of(form, sheet, asked).SelectMany(s => s.Page.Questions.Select(q => AnswerSheet.Key(q.Id, s.Recommendation)))];
        return [.. sheet.Answers.Keys.Where(key => !shown.Contains(key))];
    }

    private static bool Answers(Form form, AnswerSheet sheet, string recommendation) =>
        form.Pages.Where(p => p.PerRecommendation).SelectMany(p => p.Questions)
            .Any(q => sheet.Answer(q.Id, recommendation) is { } answer && answer != q.Default);
}
