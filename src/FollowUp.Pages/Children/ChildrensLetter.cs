using FollowUp.Domain.Children;

namespace FollowUp.Pages.Children;

/// <summary>A text and the language that it is in (BCP 47).</summary>
public sealed record LetterText(string Text, string Language);

/// <summary>What children are told of what became of their words.</summary>
/// <param name="Texts">By language; at least one.</param>
public sealed record ChildrensLetter(IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The text in a language, or in the first that there is.</summary>
    public LetterText In(string language) => Texts.TryGetValue(language, out string? text)
        ? new(text, language)
        : Texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new LetterText(t.Value, t.Key)).First();
}

/// <summary>The page that a focal adult reads to the children.</summary>
/// <param name="Letter">Null while nobody has written one.</param>
public sealed record LetterPageModel(PageFrame Frame, LetterText? Letter, Helpline Helpline) : PageModel
{
    internal override Type Component => typeof(LetterPage);
}
