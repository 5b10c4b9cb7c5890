using System.Globalization;
using FollowUp.Domain.Forms;

namespace FollowUp.Pages.Forms;

/// <summary>The fields of the form pages, and what was posted in them. A field's name is its question's id; no id begins with an underscore.</summary>
public static class FormInput
{
    /// <summary>
    /// Which button was pressed: <see cref="Continue"/>, <see cref="Enter"/>, <see cref="Later"/>, <see cref="Keep"/>, <see cref="Speak"/> and a language,
    /// <see cref="Send"/>, <see cref="TakeSheet"/>, <see cref="FreshLink"/> or <see cref="Unsubscribe"/>.
    /// </summary>
    public const string ButtonField = "_button";

    /// <summary>The language that the page was shown in (BCP 47).</summary>
    public const string LanguageField = "_language";

    /// <summary>Fingerprint of what was saved when the page was made.</summary>
    public const string SeenField = "_seen";

    /// <summary>What a page sent before to be kept, and does not know whether it was: the form as it was posted (<c>application/x-www-form-urlencoded</c>).</summary>
    public const string SentField = "_sent";

    /// <summary>The spreadsheet, and whether it goes over what was changed on the pages since.</summary>
    public const string SheetField = "_sheet";

    public const string ReplaceField = "_replace";

    public const string Continue = "continue";

    /// <summary>The same as <see cref="Continue"/>, by the key: browsers then press a form's first button, which else were that of a language.</summary>
    public const string Enter = "enter";

    /// <summary>What is typed so far is kept as a draft; a script presses it.</summary>
    public const string Keep = "draft";

    /// <summary>Before a language (BCP 47): the same page in that one, with what is typed.</summary>
    public const string Speak = "language:";

    public const string Later = "later";
    public const string Send = "send";
    public const string TakeSheet = "take-sheet";
    public const string FreshLink = "fresh-link";
    public const string Unsubscribe = "unsubscribe";

    private const char PlaceSign = '~';

    /// <summary>Behind a file question's id: takes the file away that is there.</summary>
    public const string Remove = "-remove";

    internal const string Day = "-day";
    internal const string Month = "-month";
    internal const string Year = "-year";

    /// <summary>
    /// The answers to one step by question id. Dates are put together from their three fields; impossible ones stay as they were typed,
    /// such as <c>2030-13-45</c>, for <see cref="FormCheck"/> to refuse. Khmer and Arabic digits count as digits in dates and numbers. What a page says
    /// of a file is no answer: files are kept by whoever has their bytes.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(
        FormStep step, IReadOnlyDictionary<string, IReadOnlyList<string>> posted)
    {
        Dictionary<string, IReadOnlyList<string>> answers = [];
        foreach (Question question in step.Page.Questions)
        {
            IReadOnlyList<string> values = question.Kind switch
            {
                QuestionKind.Date => Date(question.Id, posted) is { } date ? [date] : [],
                QuestionKind.Ranking => [.. Places(question.Id, posted)],
                QuestionKind.Number => [.. Values(question.Id, posted).Select(LatinDigits)],
                QuestionKind.File => [],
                _ => Values(question.Id, posted),
            };
            if (values.Any(v => !string.IsNullOrWhiteSpace(v)))
                answers[question.Id] = values;
        }

        return answers;
    }

    /// <summary>The answers to one of several steps that stood on one page: their fields have the recommendation in their names.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ReadTogether(
        FormStep step, IReadOnlyDictionary<string, IReadOnlyList<string>> posted)
    {
        if (step.Recommendation is null)
            return Read(step, posted);
        Dictionary<string, IReadOnlyList<string>> own = [];
        foreach (string id in step.Page.Questions.Select(q => q.Id))
        {
            foreach (string part in (string[])["", Day, Month, Year])
            {
                if (posted.TryGetValue(AnswerSheet.Key(id, step.Recommendation) + part, out IReadOnlyList<string>? values))
                    own[id + part] = values;
            }
        }

        return Read(step, own);
    }

    /// <summary>The field of one recommendation's place in a ranking.</summary>
    public static string PlaceField(string question, string recommendation) => $"{question}{PlaceSign}{recommendation}";

    /// <summary>Day, month and year of a date answer, as typed.</summary>
    internal static (string Day, string Month, string Year) Parts(string? date)
    {
        string[] parts = (date ?? "").Split('-');
        return parts.Length == 3 ? (parts[2], parts[1], parts[0]) : ("", "", date ?? "");
    }

    // Also of recommendations that nobody asked about, and several of one: FormCheck says what is wrong.
    private static IEnumerable<string> Places(string id, IReadOnlyDictionary<string, IReadOnlyList<string>> posted) =>
        posted.Where(field => field.Key.StartsWith(PlaceField(id, ""), StringComparison.Ordinal))
            .SelectMany(field => field.Value
                .Where(typed => !string.IsNullOrWhiteSpace(typed))
                .Select(typed => new Ranked(field.Key[(id.Length + 1)..], LatinDigits(typed.Trim())).ToString())
                .Distinct());

    private static string? Date(string id, IReadOnlyDictionary<string, IReadOnlyList<string>> posted)
    {
        string day = Part(id + Day);
        string month = Part(id + Month);
        string year = Part(id + Year);
        return (day + month + year).Length == 0 ? null : $"{year}-{Padded(month)}-{Padded(day)}";

        // A hyphen within a part would move the parts when the page shows them again; U+2010 looks the same.
        string Part(string field) => LatinDigits(string.Concat(Values(field, posted)).Trim()).Replace('-', '‐');
    }

    private static string Padded(string number) => number is [>= '0' and <= '9'] ? $"0{number}" : number;

    /// <summary>The text with every decimal digit, of whatever script, as one of ASCII.</summary>
    public static string LatinDigits(string text) =>
        string.Concat(text.Select(c => CharUnicodeInfo.GetDecimalDigitValue(c) is var digit and >= 0
            ? digit.ToString(CultureInfo.InvariantCulture)
            : c.ToString()));

    private static IReadOnlyList<string> Values(string field, IReadOnlyDictionary<string, IReadOnlyList<string>> posted) =>
        posted.TryGetValue(field, out IReadOnlyList<string>? values) ? values : [];
}
