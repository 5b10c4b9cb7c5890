namespace FollowUp.Pages.Desk.Begin;

/// <summary>A field of the pages with which a cycle is begun.</summary>
/// <param name="Name">A JSON pointer into what is posted to begin a cycle, such as <c>/calendar/workshop/starts</c>: what is wrong there leads to the field.</param>
/// <param name="Value">As it was typed.</param>
public sealed record BeginField(string Name, string Label, string Value)
{
    /// <summary>Of the <c>input</c> element; <c>textarea</c> for several lines.</summary>
    public string Type { get; init; } = "text";

    public string? Hint { get; init; }

    /// <summary>Sentences that say what to do.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>Whether the sentences are the API's, which speaks English.</summary>
    public bool InEnglish { get; init; }

    /// <summary>Of a choice of one or several: value, label.</summary>
    public IReadOnlyList<(string Value, string Label)> Choices { get; init; } = [];

    internal string Id => $"f{Name.Replace('/', '-')}";

    internal string HintId => $"{Id}-hint";

    internal string ErrorId => $"{Id}-error";

    internal string? Described => string.Join(' ', new[] { Hint is null ? null : HintId, Errors.Count == 0 ? null : ErrorId }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    internal bool Chosen(string value) => Value.Split(' ').Contains(value);
}

/// <summary>Fields under a heading.</summary>
/// <param name="Heading">Null for the first, which the page's own heading names.</param>
public sealed record BeginGroup(string? Heading, string? Text, IReadOnlyList<BeginField> Fields);
