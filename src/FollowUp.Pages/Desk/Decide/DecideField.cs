using FollowUp.Pages.Forms;

namespace FollowUp.Pages.Desk.Decide;

/// <summary>How a part of a decision is asked for.</summary>
public enum DecideFieldKind
{
    Line,
    Email,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A text of several lines.</summary>
    Text,

    /// <summary>An ISO 8601 date.</summary>
    Date,

    /// <summary>A local time in the cycle's zone, such as <c>2030-01-14T08:30</c>.</summary>
    Moment,

    /// <summary>One of several.</summary>
    Choice,

    /// <summary>Any of several.</summary>
    Several,

    /// <summary>A text in each language of the cycle.</summary>
    Languages,

    /// <summary>Several texts, one for each part of something.</summary>
    Parts,
}

/// <summary>Something that can be chosen.</summary>
/// <param name="Label">In the words of people who gave it, or of the interface.</param>
public sealed record DecideOption(string Value, string Label);

/// <summary>What is wrong with a field, or with a whole form.</summary>
/// <param name="Language">The language of the sentence, where it is not that of the page; else null.</param>
public sealed record DecideError(string Sentence, string? Language = null);

/// <summary>One part of a decision as its form shows it.</summary>
/// <param name="Name">The name that the API has for it; for a text in a language <c>texts.km</c>.</param>
public sealed record DecideField(string Name, DecideFieldKind Kind, bool Required)
{
    /// <summary>Stands before a field's name: what the field said when the form was made.</summary>
    public const string WasPrefix = "_was-";

    /// <summary>What is typed or chosen.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What it said when the form was made, where leaving it alone means that it stays; else null.</summary>
    public string? Was { get; init; }

    public IReadOnlyList<DecideOption> Options { get; init; } = [];

    public DecideError? Error { get; init; }

    /// <summary>The language that the text is in, with <see cref="DecideFieldKind.Languages"/>.</summary>
    public string? Language { get; init; }

    internal string? Value => Values.Count > 0 ? Values[0] : null;

    internal string Id => IdOf(Name);

    internal string HintId => $"{Id}-hint";

    internal string ErrorId => $"{Id}-error";

    internal string Class => Error is null ? "field" : "field wrong";

    internal string? Invalid => Error is null ? null : "true";

    /// <summary>Few choices are shown all at once, many in a list that opens.</summary>
    internal bool IsShort => Options.Count is > 0 and <= 5;

    /// <summary>The id of the control that errors about a field lead to.</summary>
    internal static string IdOf(string name) => $"f-{name.Replace('.', '-')}";

    internal PageError? InSummary(Wording text, string kind) =>
        Error is null ? null : new($"#{Id}", text.Pair(DecideWording.Label(text, kind, this), Error.Sentence)) { Language = Error.Language };
}
