namespace FollowUp.Domain.Documents;

/// <summary>Something in a document that was not sure, to be looked at by a person.</summary>
/// <param name="Line">Number of the line (see <see cref="DocumentLine.Number"/>); 0 where it is about the document.</param>
/// <param name="Text">What stands there, or its beginning.</param>
/// <param name="Message">A sentence that says what is not sure.</param>
public sealed record Doubt(int Line, string Text, string Message)
{
    private const int Quoted = 160;

    /// <summary>From 1; 0 where the format has no pages.</summary>
    public int Page { get; init; }

    internal int? Paragraph { get; init; }

    internal static Doubt About(DocumentLine line, string message, int? paragraph = null) =>
        new(line.Number, Beginning(line.Printed), message) { Page = line.Page, Paragraph = paragraph };

    internal static string Beginning(string text) => text.Length <= Quoted ? text : text[..Quoted].TrimEnd() + "…";
}

/// <summary>What concluding observations say, paragraph by paragraph. Nothing in it is invented: what was not sure is in the doubts.</summary>
/// <param name="Symbol">As printed, such as <c>CRC/C/KHM/CO/2-3</c>; null where none was found.</param>
/// <param name="Language">BCP 47; <c>und</c> where it could not be told.</param>
/// <param name="Doubts">Those about the document as a whole; others stand with their paragraph.</param>
public sealed record Register(
    string? Symbol, string? Title, string Language, IReadOnlyList<RegisterParagraph> Paragraphs, IReadOnlyList<Doubt> Doubts);

/// <summary>One numbered paragraph.</summary>
/// <param name="Section">Heading of the part that it stands in, as printed, such as <c>III. Main areas of concern and recommendations</c>.</param>
/// <param name="ClusterAsPrinted">Lettered heading that it stands under, as printed.</param>
/// <param name="Cluster">Number of that cluster in CRC/C/58/Rev.3; null where the heading is none of its clusters.</param>
/// <param name="Text">With the sub-items, each on a line of its own.</param>
/// <param name="Lead">What stands before the first sub-item; the whole text where there is none.</param>
/// <param name="Tail">What stands after the last sub-item and belongs to none; null where nothing does.</param>
/// <param name="HeadingArticles">The articles in the heading's brackets, as printed.</param>
/// <param name="AnswersConcernsIn">Numbers of the paragraphs whose concern a recommendation answers; its own where it says both.</param>
/// <param name="ReiteratedFrom">Citation of the earlier recommendation that it repeats, such as <c>CRC/C/KHM/CO/1, para. 14</c>.</param>
/// <param name="Articles">Articles of the Convention that its heading or text cites, such as <c>37(a)</c>.</param>
public sealed record RegisterParagraph(
    int Number,
    string? Section,
    string? ClusterAsPrinted,
    int? Cluster,
    string? Heading,
    string? HeadingArticles,
    string Text,
    string Lead,
    string? Tail,
    bool IsConcern,
    bool IsRecommendation,
    bool IsPositive,
    IReadOnlyList<int> AnswersConcernsIn,
    IReadOnlyList<RegisterSubItem> SubItems,
    bool Urgent,
    string? ReiteratedFrom,
    IReadOnlyList<string> Articles,
    IReadOnlyList<int> GeneralComments,
    IReadOnlyList<string> SdgTargets,
    int Line,
    IReadOnlyList<Doubt> Doubts);

/// <param name="Letter">Without brackets; a nested one with its parent's, such as <c>c-ii</c>.</param>
/// <param name="Text">Its own words, without the letter.</param>
/// <param name="Label">As printed, such as <c>(a)</c>.</param>
public sealed record RegisterSubItem(string Letter, string Label, string Text, bool IsRecommendation, int Line);
