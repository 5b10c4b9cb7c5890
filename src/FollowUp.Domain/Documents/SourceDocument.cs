namespace FollowUp.Domain.Documents;

/// <summary>What a reader of some format found in a document, before anybody makes sense of it.</summary>
/// <param name="Lines">In reading order. Page numbers, headers, footers and footnotes may be among them where lines carry pages: they are told apart later.</param>
/// <param name="Wrapped">Lines are those of a page: a paragraph may go over several. False where each is a whole paragraph.</param>
/// <param name="Language">BCP 47, where the format says so; else null.</param>
public sealed record SourceDocument(IReadOnlyList<DocumentLine> Lines, bool Wrapped, string? Language = null)
{
    /// <summary>What was doubtful before there were lines, such as a page that is a picture.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];
}

/// <summary>One line, or one paragraph, of a document.</summary>
/// <param name="Number">From 1, counted as somebody who looks for it would: lines of a text file, paragraphs of a word processor, lines of a PDF from its first page on.</param>
/// <param name="Text">As the format has it.</param>
/// <param name="Label">A number or letter that the format keeps apart from the text, as automatic numbering does: <c>12.</c>, <c>(a)</c>; else null.</param>
/// <param name="IsHeading">The format says so by a heading style.</param>
/// <param name="StartsParagraph">Where lines are wrapped: there is more room above it than between lines.</param>
public sealed record DocumentLine(int Number, string Text, string? Label = null, bool IsHeading = false, bool StartsParagraph = true)
{
    /// <summary>From 1; 0 where the format has no pages.</summary>
    public int Page { get; init; }

    public bool Bold { get; init; }

    /// <summary>Printed clearly smaller than the body, as footnotes are.</summary>
    public bool Small { get; init; }

    /// <summary>The format itself keeps it as a page header or footer.</summary>
    public bool Running { get; init; }

    /// <summary>A paragraph of the format: its text goes on in no other line.</summary>
    internal bool Whole { get; init; }

    /// <summary>It may begin a paragraph, by the room above it.</summary>
    internal bool Apart => Whole || StartsParagraph;

    internal string Printed => Label is null ? Text : $"{Label} {Text}";
}
