namespace FollowUp.Domain.Documents;

/// <summary>What a reader of some format found in a document, before anybody makes sense of it.</summary>
/// <param name="Lines">In reading order, without empty ones, page numbers and what stands at the head and foot of every page.</param>
/// <param name="Wrapped">Lines are those of a page: a paragraph may go over several. False where each is a whole paragraph.</param>
/// <param name="Language">BCP 47, where the format says so; else null.</param>
public sealed record SourceDocument(IReadOnlyList<DocumentLine> Lines, bool Wrapped, string? Language = null);

/// <summary>One line, or one paragraph, of a document.</summary>
/// <param name="Number">From 1, counted as somebody who looks for it would: lines of a text file, paragraphs of a word processor, lines of a PDF from its first page on.</param>
/// <param name="Text">White space is one space, at the ends none.</param>
/// <param name="Label">A number or letter that the format keeps apart from the text, as automatic numbering does: <c>12.</c>, <c>(a)</c>; else null.</param>
/// <param name="IsHeading">The format says so: a heading style, or all of it bold.</param>
/// <param name="StartsParagraph">Where lines are wrapped: there is more room above it than between lines, or it is indented.</param>
public sealed record DocumentLine(int Number, string Text, string? Label = null, bool IsHeading = false, bool StartsParagraph = true);
