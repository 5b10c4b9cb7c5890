namespace FollowUp.Domain.Documents;

/// <summary>Tells sub-headings from text that goes on.</summary>
internal static class Headings
{
    private const int Longest = 220;

    /// <summary>The blocks without plain ones: each has become a sub-heading, or was added to what stands before it.</summary>
    /// <param name="first">Index of the first numbered paragraph, or of the heading that it stands under.</param>
    /// <returns>The blocks from there on, sub-headings still plain; and what was not sure about them.</returns>
    public static (IReadOnlyList<Block> Blocks, IReadOnlyList<Doubt> Doubts) Resolve(IReadOnlyList<Block> all, int first)
    {
        List<Block> blocks = [];
        List<Doubt> doubts = [];
        for (int n = first; n < all.Count; n++)
        {
            Block block = all[n];
            if (block.Kind != BlockKind.Plain || blocks.Count == 0 || IsHeading(all, n))
            {
                blocks.Add(block);
                continue;
            }

            if (!all.Skip(n + 1).Any(b => b.Kind == BlockKind.Paragraph))
            {
                if (blocks[^1].IsClosed)
                {
                    doubts.Add(new(block.Line, BlockReader.Beginning(block.Text), "This stands after the last numbered paragraph and was left out."));
                    break;
                }
            }
            else if (blocks[^1].IsClosed && blocks[^1].Kind != BlockKind.Plain)
            {
                doubts.Add(new(block.Line, BlockReader.Beginning(block.Text), "This has no number and was taken as part of the paragraph before it."));
            }

            blocks[^1] = blocks[^1].Kind == BlockKind.SubItem && blocks[^1].IsClosed && blocks.FindLastIndex(b => b.Kind == BlockKind.Paragraph) is >= 0
                ? blocks[^1] with { Text = $"{blocks[^1].Text}\n{block.Text}" }
                : blocks[^1].With(block.Text);
        }

        return (blocks, doubts);
    }

    private static bool IsHeading(IReadOnlyList<Block> all, int index)
    {
        Block block = all[index];
        int next = index + 1;
        while (next < all.Count && next <= index + 3 && all[next].Kind == BlockKind.Plain)
            next++;
        bool beforeText = next < all.Count && all[next].Kind is BlockKind.Paragraph or BlockKind.Cluster or BlockKind.Section;
        return beforeText
            && block.Text.Length <= Longest
            && (block.IsHeading || (!block.IsClosed || block.Text[^1] is ')' or '）') && !char.IsLower(block.Text[0]))
            && (index == 0 || all[index - 1].IsClosed || all[index - 1].Kind is BlockKind.Plain or BlockKind.Cluster or BlockKind.Section || block.IsHeading);
    }
}
