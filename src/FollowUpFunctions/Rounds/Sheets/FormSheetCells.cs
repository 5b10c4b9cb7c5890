using System.Globalization;
using System.Text.RegularExpressions;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Pages;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Cycles.Sheets;

namespace FollowUpFunctions.Rounds.Sheets;

/// <summary>Answers as cells, both ways.</summary>
internal static partial class FormSheetCells
{
    public static string Show(FormWording words, Question question, IReadOnlyList<string> values) => question.Kind switch
    {
        _ when values.Count == 0 => "",
        QuestionKind.Choice when question.Options!.Contains(values[0]) => words.Option(question, values[0]),
        QuestionKind.Organisations => CellLists.Write(values),
        _ => values[0],
    };

    /// <summary>
    /// What a cell answers; none for a blank one. An option may be named in any language, or by its id. What can't be understood stays as it is,
    /// for <see cref="FormCheck"/> to refuse.
    /// </summary>
    public static IReadOnlyList<string> Read(Form form, Question question, string cell)
    {
        string text = cell.Trim();
        return text.Length == 0 ? [] : question.Kind switch
        {
            QuestionKind.Choice => [Option(form, question, text) ?? text],
            QuestionKind.Organisations => CellLists.Read(text),
            QuestionKind.Number => [FormInput.LatinDigits(text)],
            QuestionKind.Date => [Date(FormInput.LatinDigits(text))],
            _ => [text],
        };
    }

    public static string Options(FormSheetLayout layout, Question question, string sentence) => layout.Wording.Format(
        sentence, ("options", string.Join("; ", question.Options!.Select(o => layout.Words.Option(question, o)))));

    private static string? Option(Form form, Question question, string text) =>
        question.Options!.FirstOrDefault(option => Same(option, text)
            || Wording.Languages.Any(language => Same(new FormWording(Wording.For(language), form).Option(question, option), text)));

    private static bool Same(string a, string b) => string.Equals(SameWords.OneLine(a), SameWords.OneLine(b), StringComparison.OrdinalIgnoreCase);

    private static string Date(string text)
    {
        Match match = YearFirst.Match(text) is { Success: true } first ? first : DayFirst.Match(text);
        return match.Success
            ? string.Create(CultureInfo.InvariantCulture, $"{match.Groups["year"]}-{Two(match, "month")}-{Two(match, "day")}")
            : text;
    }

    private static string Two(Match match, string part) => match.Groups[part].Value.PadLeft(2, '0');

    [GeneratedRegex(@"^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(T[\d:]+)?$")]
    private static partial Regex YearFirst { get; }

    [GeneratedRegex(@"^(?<day>\d{1,2})[./ -](?<month>\d{1,2})[./ -](?<year>\d{4})$")]
    private static partial Regex DayFirst { get; }
}
