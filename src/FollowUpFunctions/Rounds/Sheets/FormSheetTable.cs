using FollowUp.Domain.Forms;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Cycles.Sheets;

namespace FollowUpFunctions.Rounds.Sheets;

/// <summary>What a person's spreadsheet says, prefilled with what is saved.</summary>
internal static class FormSheetTable
{
    public static IReadOnlyList<IReadOnlyList<string>> Rows(FormVisit visit, FormSheetLayout layout) =>
    [
        [layout.Identity, FormSheetLayout.SeenName, "citation", "text", .. layout.Questions.Select(q => q.Id)],
        [
            FormSheetLayout.Heading, "", layout.Wording["sheet.citation"], layout.Wording["sheet.text"],
            .. layout.Questions.Select(q => q.Kind == QuestionKind.Translation ? layout.Wording["sheet.text"] : layout.Words.Label(q)),
        ],
        .. visit.Invitation.Asked.Select(key => FormPages.View(visit, key)).OfType<RecommendationView>().Select(about => (IReadOnlyList<string>)
        [
            about.Key, Fingerprint.Of(layout.Form, visit.Sheet, about.Key), about.ShortCitation,
            about.Commitment is { } c ? $"{c.Organisation}: {c.Action}" : about.Text,
            .. layout.Questions.Select(q => FormSheetCells.Show(layout.Words, q, visit.Sheet.All(q.Id, about.Key))),
        ]),
        .. layout.Once.SelectMany(step => step.Page.Questions.Select(q => (IReadOnlyList<string>)
        [
            FormSheetLayout.KeyOf(q), Fingerprint.Of(step, visit.Sheet), layout.Words.Page(step.Page), layout.Words.Label(q),
            FormSheetCells.Show(layout.Words, q, visit.Sheet.All(q.Id)),
        ])),
    ];

    public static IReadOnlyList<IReadOnlyList<string>> Help(FormSheetLayout layout) =>
    [
        [layout.Wording["sheet.help.intro"]],
        .. layout.Questions.Concat(layout.Once.SelectMany(s => s.Page.Questions)).Select(q => (IReadOnlyList<string>)
            [q.Kind == QuestionKind.Translation ? layout.Wording["sheet.text"] : layout.Words.Label(q), Hint(layout, q)]),
    ];

    private static string Hint(FormSheetLayout layout, Question question) => string.Join(' ', new[]
    {
        layout.Words.Hint(question),
        question.Private ? layout.Wording["form.private"] : null,
        question.Kind switch
        {
            QuestionKind.Choice => FormSheetCells.Options(layout, question, "sheet.help.options"),
            QuestionKind.Organisations => layout.Wording["sheet.help.several"],
            QuestionKind.Date => layout.Wording["sheet.help.date"],
            QuestionKind.LongText or QuestionKind.Translation => layout.Wording.Format("form.limit", ("limit", question.MaxLength)),
            _ => null,
        },
    }.OfType<string>());
}
