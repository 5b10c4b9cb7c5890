namespace FollowUp.Domain.Documents;

internal enum BlockKind
{
    Section,
    Cluster,
    Paragraph,
    SubItem,

    /// <summary>Without a number: a sub-heading, or more of what stands before it.</summary>
    Plain,
}

/// <summary>Lines that belong together.</summary>
/// <param name="Mark">Number of the paragraph, letter of the sub-item.</param>
internal sealed record Block(BlockKind Kind, string Mark, string Text, int Line, bool IsHeading)
{
    private const string Ends = ".;:,!?。；：，、！？…";

    /// <summary>Ends as a sentence or an entry of a list does.</summary>
    public bool IsClosed => Text.TrimEnd('"', '”', '’', '»', ')', '）', ' ') is { Length: > 0 } text && Ends.Contains(text[^1], StringComparison.Ordinal);

    public Block With(string more) => this with { Text = Join(Text, more) };

    // Chinese is written without spaces; a word that was cut at the end of a line keeps its hyphen, since it may be a compound's own.
    private static string Join(string a, string b) =>
        a.Length == 0 ? b
        : b.Length == 0 ? a
        : a[^1] == '-' && a.Length > 1 && char.IsLetter(a[^2]) && char.IsLower(b[0]) ? a + b
        : IsChinese(a[^1]) && IsChinese(b[0]) ? a + b
        : $"{a} {b}";

    private static bool IsChinese(char c) => c is >= '\u3000' and <= '\u9FFF' or >= '\uFF00' and <= '\uFFEF';
}
