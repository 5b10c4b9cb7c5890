using System.Text.RegularExpressions;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Documents;
using FollowUp.Domain.Documents.Structure;
using FollowUp.Domain.Likeness;

namespace FollowUp.Domain.StrategicPlans;

/// <summary>
/// Finds the objectives in a document: what is numbered, bulleted or called an objective, and headings with the sentence below them. Rather a title too
/// many, which matches nothing, than an objective left out.
/// </summary>
public static partial class ObjectiveLines
{
    private const int FewestWords = 3;
    private const int FewestClusters = 5;
    private const int LongestHeading = 120;

    /// <summary>In the document's order, each once.</summary>
    public static IReadOnlyList<Objective> In(SourceDocument document)
    {
        IReadOnlyList<Block> blocks = Blocks(document);
        List<string> found = [];
        for (int n = 0; n < blocks.Count; n++)
        {
            Block block = blocks[n];
            bool textFollows = n + 1 < blocks.Count && blocks[n + 1].Kind == BlockKind.Text;
            if (block.Kind == BlockKind.Text)
                continue;
            if (block.IsTitle && textFollows)
                found.Add(block.Text.Length == 0 ? FirstSentence(blocks[n + 1].Text) : $"{block.Text}: {FirstSentence(blocks[n + 1].Text)}");
            else if (block.Kind == BlockKind.Item)
                found.Add(block.Text);
        }

        return Distinct(found);
    }

    /// <summary>Texts of a table's column as objectives.</summary>
    public static IReadOnlyList<Objective> Distinct(IEnumerable<string> texts) =>
    [
        .. texts.Select(t => Shortened(SameWords.OneLine(t)))
            .Where(SaysEnough)
            .Select(Objective.Of)
            .DistinctBy(o => o.Id),
    ];

    private static bool SaysEnough(string text) =>
        Word.Count(text) >= FewestWords || KhmerClusters.Of(string.Concat(text.Where(KhmerClusters.IsKhmer))).Count >= FewestClusters;

    private static string Shortened(string text)
    {
        if (text.Length <= Objective.Longest)
            return text;
        string first = FirstSentence(text);
        return first.Length <= Objective.Longest ? first : first[..Objective.Longest];
    }

    private static string FirstSentence(string text) => Sentence.Match(text) is { Success: true } m ? m.Value.Trim() : text;

    private static List<Block> Blocks(SourceDocument document)
    {
        (IReadOnlyList<DocumentLine> body, _, _) = PageFurniture.Drop(document.Lines);
        DocumentLine[] lines = [.. body.Where(l => l.Text.Trim().Length > 0 && !Contents.IsMatch(l.Text))];
        LineJoining joining = new(lines);
        List<Block> blocks = [];
        for (int n = 0; n < lines.Length;)
        {
            int end = n + 1;
            while (end < lines.Length && document.Wrapped && !lines[n].IsHeading && !Begins(lines[end]))
                end++;
            blocks.Add(Read(lines[n], joining.Join(lines[n..end], l => l.Printed.Trim())));
            n = end;
        }

        return blocks;
    }

    private static bool Begins(DocumentLine line) => line.Apart || line.IsHeading || line.Label is not null || Marker.IsMatch(line.Text) || Named.IsMatch(line.Text);

    private static Block Read(DocumentLine line, string text)
    {
        string unmarked = Marker.Replace(text, "", 1);
        Match named = Named.Match(unmarked);
        string words = (named.Success ? named.Groups["rest"].Value : unmarked).Trim();
        bool heading = line.IsHeading || (line.Bold && words.Length <= LongestHeading);
        BlockKind kind = named.Success || line.Label is not null || unmarked.Length < text.Length ? BlockKind.Item : heading ? BlockKind.Heading : BlockKind.Text;
        return new(kind, words, words.Length <= LongestHeading && !Ending.IsMatch(words) && (heading || kind == BlockKind.Item));
    }

    private enum BlockKind
    {
        Text,
        Heading,
        Item,
    }

    /// <param name="IsTitle">Short, and no sentence: what stands below says what it means.</param>
    private sealed record Block(BlockKind Kind, string Text, bool IsTitle);

    [GeneratedRegex(@"^\s*([•●▪■◦○–—\-*·►➢✓]\s+|[\u2022\uF0B7\uF0A7]\s*|[(（]?(\p{Nd}{1,2}(\.\p{Nd}{1,2}){0,3}|[a-z]|[ivx]{1,4}|[IVX]{1,4}|[ក-អ])[.)）]\s+|\p{Nd}{1,2}(\.\p{Nd}{1,2}){1,3}\s+)")]
    private static partial Regex Marker { get; }

    [GeneratedRegex(@"^\s*((strategic\s+|specific\s+|overall\s+)?(objective|goal|outcome|aim|priority|result|target)|(objectif|but|axe|résultat|priorité|effet)(\s+(stratégique|spécifique|général))?|(គោលបំណង|គោលដៅ|វត្ថុបំណង|លទ្ធផល|អាទិភាព)(យុទ្ធសាស្ត្រ|ជាក់លាក់)?)\s*(ទី)?\s*(\p{Nd}{1,2}(\.\p{Nd}{1,2}){0,2}|[IVX]{1,4}|[A-Z])?\s*([:：៖.–—-]\s*(?<rest>.*)|(?<rest>))$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Named { get; }

    [GeneratedRegex(@"(\.{3,}|…|\t)\s*\p{Nd}{1,3}\s*$")]
    private static partial Regex Contents { get; }

    [GeneratedRegex(@"[.!?។៕;:]\s*$")]
    private static partial Regex Ending { get; }

    [GeneratedRegex(@"^.+?[.!?។៕](?=\s|$|[\u1780-\u17B3])", RegexOptions.Singleline)]
    private static partial Regex Sentence { get; }

    [GeneratedRegex(@"[\p{L}\p{M}'’-]+")]
    private static partial Regex Word { get; }
}
