using FollowUp.Domain.Forms;
using FollowUp.Pages;
using FollowUp.Pages.Forms;

namespace FollowUpFunctions.Rounds.Sheets;

/// <summary>
/// How a form stands in a spreadsheet. Row 1 is hidden and names the columns, whatever language row 2 says them in: <c>A1</c> whose form it is,
/// then <c>seen</c>, <c>citation</c>, <c>text</c>, and the questions' ids. Below stands a row for each recommendation, then one for each question
/// that is asked once, whose answer is in the first question's column. Column A has the row's key, column B what was saved when the file was made.
/// </summary>
internal sealed class FormSheetLayout(FormVisit visit)
{
    public const int Seen = 1;
    public const int Citation = 2;
    public const int Text = 3;
    public const int FirstAnswer = 4;

    /// <summary>Key of the row that names the columns for people.</summary>
    public const string Heading = "~";

    public const string SeenName = "seen";

    private const string OncePrefix = "=";

    public Form Form => visit.Form;

    public Wording Wording { get; } = Wording.For(visit.Language);

    public FormWording Words { get; } = new(Wording.For(visit.Language), visit.Form);

    /// <summary>Asked for each recommendation, in the order of their columns; no cell holds a file, which is given on the page.</summary>
    public IReadOnlyList<Question> Questions { get; } = [.. visit.Form.Pages.Where(p => p.PerRecommendation).SelectMany(p => p.Questions).Where(q => q.Kind != QuestionKind.File)];

    /// <summary>Asked once, but for the choice of recommendations, which follows from the rows that are filled in.</summary>
    public IReadOnlyList<FormStep> Once { get; } =
        [.. visit.Form.Pages.Where(p => !p.PerRecommendation && p.Questions.All(q => q.Kind != QuestionKind.RecommendationChoice)).Select(p => new FormStep(p, null))];

    /// <summary>No token: who finds the file can open nothing with it.</summary>
    public string Identity => $"followup~{visit.Invitation.Ref.Cycle}~{visit.Invitation.Ref.Round}~{visit.Invitation.Ref.Id}~v{visit.Form.Version}";

    public static string KeyOf(Question once) => OncePrefix + once.Id;
}
