using FollowUp.Domain.Publication;

namespace FollowUp.Pages.Closing;

/// <summary>The closing report in words of one language: what its page and its document say alike, and how many words that is.</summary>
/// <param name="Words">Of all of it, headings and contents too, as <see cref="WordCount"/> counts.</param>
public sealed record ClosingText(string Title, IReadOnlyList<ClosingBlock> Front, IReadOnlyList<ClosingChapter> Chapters, int Words);

/// <param name="Cluster">Number in CRC/C/58/Rev.3; null for what the coalition writes itself.</param>
public sealed record ClosingChapter(string Heading, int? Cluster, IReadOnlyList<ClosingBlock> Blocks, IReadOnlyList<ClosingSection> Sections);

/// <summary>One recommendation.</summary>
/// <param name="Key">Of the recommendation.</param>
public sealed record ClosingSection(string Key, string Heading, IReadOnlyList<ClosingBlock> Blocks)
{
    /// <summary>The language of the heading, where it isn't the report's.</summary>
    public string? Language { get; init; }

    public int Words => WordCount.Of(Heading) + Blocks.Sum(b => b.Words);
}

public enum ClosingPart
{
    Line,

    /// <summary>The Committee's words.</summary>
    Quote,

    /// <summary>A name and what it names, item by item.</summary>
    Items,

    /// <summary>An empty place for the coalition's own words, marked as one.</summary>
    Place,
}

public sealed record ClosingBlock(ClosingPart Part, string Text)
{
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>The language of the text, where it isn't the report's.</summary>
    public string? Language { get; init; }

    public int Words => WordCount.Of(Text) + Items.Sum(WordCount.Of);
}
