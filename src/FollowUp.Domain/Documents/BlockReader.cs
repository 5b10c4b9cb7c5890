using System.Globalization;

namespace FollowUp.Domain.Documents;

/// <summary>
/// Puts lines together and tells what each piece is. Numbers and letters count only in their sequence: a year at the beginning of a line, or
/// <c>(b)</c> after <c>article 37</c>, is text.
/// </summary>
internal sealed class BlockReader(SourceDocument document)
{
    private const int LargestGap = 4;
    private const int Short = 120;

    private readonly List<Block> _blocks = [];
    private readonly List<Doubt> _doubts = [];
    private int _paragraph;
    private int _section;
    private char _cluster;
    private string _item = "";
    private string _parent = "";
    private bool _inList;

    public IReadOnlyList<Block> Blocks => _blocks;

    public IReadOnlyList<Doubt> Doubts => _doubts;

    public static BlockReader Read(SourceDocument document)
    {
        BlockReader reader = new(document);
        for (int n = 0; n < document.Lines.Count; n++)
            reader.Take(n);
        return reader;
    }

    private void Take(int index)
    {
        DocumentLine line = document.Lines[index];
        if (Paragraph(index) is { } paragraph)
            Begin(paragraph, line);
        else if (SubItem(line) is { } item)
            Begin(item, line);
        else if (Heading(index) is { } heading)
            Begin(heading, line);
        else if (Goes(line))
            _blocks[^1] = _blocks[^1].With(line.Text);
        else
            Begin(new(BlockKind.Plain, "", line.Label is { } label ? $"{label} {line.Text}" : line.Text, line.Number, line.IsHeading), line);
    }

    private void Begin(Block block, DocumentLine line)
    {
        if (block.Kind is BlockKind.Paragraph or BlockKind.Section or BlockKind.Cluster)
        {
            _item = _parent = "";
            _inList = false;
        }

        if (block.Kind == BlockKind.Section)
            _cluster = default;
        _blocks.Add(block with { IsHeading = line.IsHeading });
    }

    // A line of a page goes on with the paragraph unless there is room above it; and no sentence begins with a small letter.
    private bool Goes(DocumentLine line) =>
        _blocks.Count > 0 && line.Label is null && line.Text.Length > 0
        && (document.Wrapped && !line.StartsParagraph && line.IsHeading == _blocks[^1].IsHeading
            || (!_blocks[^1].IsClosed && char.IsLower(line.Text[0]) && _blocks[^1].Kind != BlockKind.Plain));

    private Block? Paragraph(int index)
    {
        DocumentLine line = document.Lines[index];
        if (Markers.Number(line) is not { } found || !MayBegin(line) || IsNumberedHeading(index, found))
            return null;
        int expected = _paragraph + 1;
        bool first = _paragraph == 0;
        if (found.Number == expected)
        {
            _paragraph = found.Number;
        }
        else if ((first && Follows(index, found.Number + 1)) || (!first && found.Number > expected && found.Number <= expected + LargestGap && !ComesLater(index, expected)))
        {
            _doubts.Add(new(line.Number, Beginning(line.Text), first
                ? $"The first numbered paragraph is {found.Number}: what stands before it was left out."
                : $"Paragraph {found.Number} follows paragraph {_paragraph}: look for the number between."));
            _paragraph = found.Number;
        }
        else
        {
            if (found.Number == _paragraph && !line.IsHeading && found.After.Length > Short)
                _doubts.Add(new(line.Number, Beginning(line.Text), $"The number {found.Number} stands twice: this was taken as part of paragraph {_paragraph}."));
            return null;
        }

        return new(BlockKind.Paragraph, found.Number.ToString(CultureInfo.InvariantCulture), found.After, line.Number, false);
    }

    // “1. Legislation” above paragraph 9, and “9. Special protection measures” above it too.
    private bool IsNumberedHeading(int index, (int Number, string After) found)
    {
        DocumentLine line = document.Lines[index];
        Block text = new(BlockKind.Plain, "", found.After, line.Number, line.IsHeading);
        return IsWhole(index) && found.After.Length < Short && !text.IsClosed && (line.IsHeading || Follows(index, found.Number, 3) || NextNumber(index) is { } next && next != found.Number + 1);
    }

    // Of a text that goes on in the next line nobody knows yet how it ends.
    private bool IsWhole(int index) => !document.Wrapped || index + 1 == document.Lines.Count || document.Lines[index + 1].StartsParagraph;

    private bool Follows(int index, int number, int within = int.MaxValue) =>
        document.Lines.Skip(index + 1).Take(within).Any(l => Markers.Number(l)?.Number == number);

    private int? NextNumber(int index) => document.Lines.Skip(index + 1).Select(Markers.Number).FirstOrDefault(n => n is not null)?.Number;

    /// <summary>Whether a number comes before the next part of the document does.</summary>
    private bool ComesLater(int index, int number) => Follows(index, number, 400);

    private Block? SubItem(DocumentLine line)
    {
        if (_paragraph == 0 || _blocks.Count == 0 || Markers.SubItem(line) is not { } found || !MayBegin(line))
            return null;
        string next = Next(_item);
        if (found.Letter == next)
        {
            _item = found.Letter;
            _parent = "";
        }
        else if (Markers.Roman(found.Letter) is > 0 and int roman && _item.Length > 0 && roman == (_parent.Length == 0 ? 1 : Markers.Roman(_parent) + 1))
        {
            _parent = found.Letter;
            return new(BlockKind.SubItem, $"{_item}-{found.Letter}", found.After, line.Number, false);
        }
        else if (found.Letter.Length == 1 && (line.Label is not null || _inList || found.Letter == "a"))
        {
            if (found.Letter != "a")
                _doubts.Add(new(line.Number, Beginning(line.Text), $"Sub-item ({found.Letter}) follows {(_item.Length == 0 ? "no other" : $"({_item})")} in paragraph {_paragraph}: check the letters."));
            else if (_item.Length > 0)
                _doubts.Add(new(line.Number, Beginning(line.Text), $"Paragraph {_paragraph} has a second list that begins with (a): its sub-items can't be told apart by their letters."));
            if (_item.Length > 0 && found.Letter == "a")
                return null;
            _item = found.Letter;
            _parent = "";
        }
        else
        {
            return null;
        }

        _inList = true;
        return new(BlockKind.SubItem, _item, found.After, line.Number, false);
    }

    // “z” is followed by “aa”.
    private static string Next(string item) =>
        item.Length == 0 ? "a" : item[^1] == 'z' ? new string('a', item.Length + 1) : item[..^1] + (char)(item[^1] + 1);

    private Block? Heading(int index)
    {
        DocumentLine line = document.Lines[index];
        if (Markers.Heading(line) is not { } found || !MayBegin(line) || (IsWhole(index) && found.AsPrinted[^1] is '.' or ';' or ':' or '。' or '；'))
            return null;
        int roman = Markers.Roman(found.Mark);
        char expected = _cluster == default ? 'A' : (char)(_cluster + 1);
        if (found.Mark.Length == 1 && found.Mark[0] == expected)
        {
            _cluster = found.Mark[0];
            return new(BlockKind.Cluster, found.Mark, found.AsPrinted, line.Number, true);
        }

        if (roman == _section + 1)
        {
            _section = roman;
            return new(BlockKind.Section, found.Mark, found.AsPrinted, line.Number, true);
        }

        if (found.Mark.Length == 1 && char.IsAsciiLetterUpper(found.Mark[0]) && found.Mark[0] > expected && found.Mark[0] <= expected + 2 && line.StartsParagraph)
        {
            _doubts.Add(new(line.Number, Beginning(found.AsPrinted), $"Heading {found.Mark} was met where {expected} was expected: look for the heading between."));
            _cluster = found.Mark[0];
            return new(BlockKind.Cluster, found.Mark, found.AsPrinted, line.Number, true);
        }

        return null;
    }

    private bool MayBegin(DocumentLine line) =>
        !document.Wrapped || line.StartsParagraph || line.Label is not null || _blocks.Count == 0 || _blocks[^1].IsClosed || _blocks[^1].IsHeading
        || _blocks[^1].Kind is BlockKind.Section or BlockKind.Cluster or BlockKind.Plain || EndsInAnd(_blocks[^1].Text);

    private static bool EndsInAnd(string text) =>
        text.EndsWith(" and", StringComparison.Ordinal) || text.EndsWith(" et", StringComparison.Ordinal) || text.EndsWith(" y", StringComparison.Ordinal) || text.EndsWith(" or", StringComparison.Ordinal);

    internal static string Beginning(string text) => text.Length <= 100 ? text : $"{text[..97]}…";
}
