using System.Text.RegularExpressions;
using FollowUp.Domain.Cycles;

namespace FollowUpFunctions.Cycles.Intake;

internal static partial class LanguageTags
{
    public static bool IsOne(string text) => Tag.IsMatch(text);

    /// <summary>Somebody's language, which must be one of the cycle's; where those are not known, one of pages and mails.</summary>
    public static string AmongThe(IReadOnlyList<string> languages, Findings findings, string pointer, string? given)
    {
        IReadOnlyList<string> choice = languages.Count > 0 ? languages : InterfaceLanguages.All;
        string known = string.Join(", ", choice);
        string language = findings.Line(pointer, given, 100, $"Name a language of the cycle: {known}.");
        if (language.Length > 0 && !choice.Contains(language))
            findings.Add(pointer, $"“{language}” is not a language of this cycle: choose from {known}, or add it to /languages.");
        return language;
    }

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\z")]
    private static partial Regex Tag { get; }
}
