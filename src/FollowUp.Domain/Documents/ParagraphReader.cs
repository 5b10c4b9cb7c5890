using System.Globalization;

namespace FollowUp.Domain.Documents;

/// <summary>Makes paragraphs of blocks, and says of each what it is.</summary>
internal sealed class ParagraphReader(string language)
{
    private readonly Speech? _speech = Speech.In(language);
    private string? _section;
    private string? _cluster;
    private int? _number;
    private string? _heading;
    private bool _headingIsNew;

    public IEnumerable<RegisterParagraph> Read(IReadOnlyList<Block> blocks, IReadOnlyList<Doubt> doubts)
    {
        for (int n = 0; n < blocks.Count; n++)
        {
            Block block = blocks[n];
            switch (block.Kind)
            {
                case BlockKind.Section:
                    (_section, _cluster, _number, _heading) = (block.Text, null, null, null);
                    break;
                case BlockKind.Cluster:
                    (_cluster, _number, _heading) = (block.Text, ClusterHeadings.Number(block.Text), null);
                    break;
                case BlockKind.Plain:
                    Heading(block.Text);
                    break;
                case BlockKind.Paragraph:
                    Block[] items = [.. blocks.Skip(n + 1).TakeWhile(b => b.Kind == BlockKind.SubItem)];
                    int next = n + 1 + items.Length < blocks.Count ? blocks[n + 1 + items.Length].Line : int.MaxValue;
                    yield return Paragraph(block, items, [.. doubts.Where(d => d.Line >= block.Line && d.Line < next)]);
                    n += items.Length;
                    _headingIsNew = false;
                    break;
            }
        }
    }

    // A document without lettered clusters has them as plain headings; two headings in a row are one above the other.
    private void Heading(string text)
    {
        if (_cluster is null or { Length: 0 } || (_number is not null && !char.IsAsciiLetterUpper(_cluster[0])) || !HasLetter(_cluster))
        {
            if (ClusterHeadings.Number(text) is { } number && number <= 9)
            {
                (_cluster, _number, _heading) = (text, number, null);
                return;
            }
        }

        _heading = _headingIsNew && _heading is not null ? $"{_heading} / {text}" : text;
        _headingIsNew = true;
    }

    private static bool HasLetter(string cluster) => cluster.Length > 2 && char.IsAsciiLetterUpper(cluster[0]) && cluster[1] is '.' or '．' or ')' or '、';

    private RegisterParagraph Paragraph(Block block, Block[] given, IReadOnlyList<Doubt> known)
    {
        (string lead, Block[] items) = given.Length > 0 ? (block.Text, given) : InlineItems.Of(block);
        string? tail = null;
        if (items.Length > 0 && items[^1].Text.Split('\n', 2) is [string own, string more])
        {
            items[^1] = items[^1] with { Text = own };
            tail = more;
        }

        string text = string.Join('\n', [lead, .. items.Select(i => $"({i.Mark[(i.Mark.LastIndexOf('-') + 1)..]}) {i.Text}"), .. tail is null ? Array.Empty<string>() : [tail]]);
        string last = Sentences.Of(lead) is { Count: > 0 } sentences ? sentences[^1] : lead;
        bool recommends = _speech?.Recommends(text) == true;
        bool concerned = _speech?.IsConcerned(text) == true;
        bool listRecommends = recommends && (_speech!.Recommends(last) || !(_speech.IsConcerned(last) || _speech.Welcomes(last)));
        List<Doubt> doubts = [.. known];
        if (recommends && Citations.IsReiteration(text) && Citations.Reiterated(text) is null)
            doubts.Add(new(block.Line, BlockReader.Beginning(text), $"Paragraph {block.Mark} speaks of an earlier recommendation without citing its document."));
        if (recommends && _cluster is not null && _number is null)
            doubts.Add(new(block.Line, BlockReader.Beginning(_cluster), $"The heading of paragraph {block.Mark} is none of the clusters of CRC/C/58/Rev.3."));
        return new(
            int.Parse(block.Mark, CultureInfo.InvariantCulture),
            _section,
            _cluster,
            _number is null && _cluster is not null && _heading is not null && ClusterHeadings.Number(_heading) is >= 10 and int protocol ? protocol : _number,
            _heading,
            text,
            lead,
            tail,
            concerned,
            recommends,
            _speech?.Welcomes(text) == true,
            [],
            [.. items.Select(i => new RegisterSubItem(i.Mark, i.Text, listRecommends, i.Line))],
            false,
            recommends ? Citations.Reiterated(text) : null,
            [.. (_heading is null ? [] : Citations.HeadingArticles(_heading)).Concat(Citations.TextArticles(text)).Distinct()],
            Citations.GeneralComments(text),
            Citations.SdgTargets(text),
            block.Line,
            doubts);
    }
}
