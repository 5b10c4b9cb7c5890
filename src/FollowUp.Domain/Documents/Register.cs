namespace FollowUp.Domain.Documents;

/// <summary>What concluding observations say, paragraph by paragraph, for people to review. Nothing in it is guessed without a doubt that says so.</summary>
/// <param name="Symbol">As the United Nations prints it, such as <c>CRC/C/KHM/CO/2-3</c>; null where the document does not show its own.</param>
/// <param name="Language">Language tag; null where it was not recognised.</param>
public sealed record Register(
    string? Symbol,
    string? Title,
    string? Language,
    IReadOnlyList<RegisterParagraph> Paragraphs,
    IReadOnlyList<Doubt> Doubts);

/// <summary>One numbered paragraph.</summary>
/// <param name="Line">Where it begins, see <see cref="DocumentLine.Number"/>.</param>
/// <param name="Cluster">Number in CRC/C/58/Rev.3, or null where the heading is not one of its clusters.</param>
/// <param name="HeadingArticles">The articles in the heading's brackets, as printed.</param>
/// <param name="Text">All of it, each sub-item on a line of its own.</param>
/// <param name="LeadIn">What stands before the first sub-item; all of the text where there is none.</param>
/// <param name="Answers">Numbers of the paragraphs whose concern it answers; its own where it carries both.</param>
public sealed record RegisterParagraph(
    int Paragraph,
    int Line,
    string? Section,
    int? Cluster,
    string? ClusterAsPrinted,
    string? Heading,
    string? HeadingArticles,
    string Text,
    string LeadIn,
    IReadOnlyList<RegisterItem> Items)
{
    public bool Concern { get; init; }

    public bool Recommendation { get; init; }

    public bool Positive { get; init; }

    public IReadOnlyList<int> Answers { get; init; } = [];

    public bool Urgent { get; init; }

    public string? ReiteratedFrom { get; init; }

    public IReadOnlyList<string> Articles { get; init; } = [];

    public IReadOnlyList<int> GeneralComments { get; init; } = [];

    public IReadOnlyList<string> SdgTargets { get; init; } = [];
}

/// <summary>A sub-item of a paragraph.</summary>
/// <param name="Letter">Slug-like: <c>a</c>, or <c>a-i</c> for the first part of (a).</param>
/// <param name="Label">As printed, such as <c>(a)</c>.</param>
/// <param name="HasParts">Its parts follow as items of their own.</param>
public sealed record RegisterItem(string Letter, string Label, int Line, string Text, bool HasParts = false)
{
    public bool Recommendation { get; init; }
}
