using System.Globalization;
using FollowUp.Domain.Cycles;

namespace FollowUpFunctions.Cycles.Intake;

/// <summary>Collects problems while a body is read; reading goes on, so that all are told at once.</summary>
internal sealed class Findings
{
    private readonly List<Problem> _problems = [];
    private readonly List<Warning> _warnings = [];
    private readonly HashSet<string> _pointers = [];

    public IReadOnlyList<Problem> Problems => _problems;

    public IReadOnlyList<Warning> Warnings => _warnings;

    public static string Pointer(string parent, string name) =>
        $"{parent}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public static string Pointer(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}/{index}");

    public void Add(string pointer, string message)
    {
        _problems.Add(new(pointer, message));
        _pointers.Add(pointer);
    }

    public void Warn(string pointer, string detail) => _warnings.Add(new(pointer, detail));

    /// <summary>Says that something is missing, unless it was there and something else was wrong with it.</summary>
    public void Missing(string pointer, string message)
    {
        if (!_pointers.Contains(pointer))
            Add(pointer, message);
    }

    /// <summary>A text in one line, which must be there; white space is one space, at the ends none.</summary>
    /// <param name="ask">What to do when it is missing.</param>
    public string Line(string pointer, string? value, int max, string ask)
    {
        string? line = OptionalLine(pointer, value, max);
        if (line is null)
            Missing(pointer, ask);
        return line ?? "";
    }

    public string? OptionalLine(string pointer, string? value, int max)
    {
        string line = value is null ? "" : SameWords.OneLine(value);
        return Sound(pointer, line, max, char.IsControl);
    }

    /// <summary>A text that may have several lines.</summary>
    public string? OptionalText(string pointer, string? value, int max)
    {
        string text = value is null ? "" : SameWords.Compose(value).ReplaceLineEndings("\n").Trim();
        return Sound(pointer, text, max, c => char.IsControl(c) && c is not ('\n' or '\t'));
    }

    private string? Sound(string pointer, string text, int max, Func<char, bool> refused)
    {
        if (text.Length == 0)
            return null;
        if (text.Length > max)
            Add(pointer, string.Create(CultureInfo.InvariantCulture, $"This has {text.Length:N0} characters: shorten it to {max:N0}."));
        else if (text.Any(refused))
            Add(pointer, "This contains control characters: type it anew, or paste it as plain text.");
        return text;
    }
}
