namespace FollowUp.Domain.Documents;

/// <summary>Makes a register of concluding observations.</summary>
public static class RegisterParser
{
    private const string Unknown = "und";

    public static Register Read(SourceDocument document)
    {
        BlockReader reader = BlockReader.Read(document);
        int paragraph = reader.Blocks.ToList().FindIndex(b => b.Kind == BlockKind.Paragraph);
        int first = paragraph;
        while (first > 0 && IsHeadingAbove(reader.Blocks[first - 1]))
            first--;
        (IReadOnlyList<Block> blocks, IReadOnlyList<Doubt> doubts) = paragraph < 0 ? ([], []) : Headings.Resolve(reader.Blocks, first);
        Block[] front = [.. reader.Blocks.Take(first < 0 ? reader.Blocks.Count : first)];

        string language = document.Language is { } said && Speech.In(said) is not null ? said.Split('-')[0] : Languages.Of(string.Join('\n', reader.Blocks.Select(b => b.Text)));
        RegisterParagraph[] paragraphs = [.. new ParagraphReader(language).Read(blocks, [.. reader.Doubts, .. doubts])];
        HashSet<int> told = [.. paragraphs.SelectMany(p => p.Doubts).Select(d => d.Line)];
        List<Doubt> ofDocument = [.. reader.Doubts.Concat(doubts).Where(d => !told.Contains(d.Line))];
        if (paragraphs.Length == 0)
            ofDocument.Add(new(0, "", "No numbered paragraph was found: is this the whole document, and has it text rather than pictures?"));
        else if (Speech.In(language) is null)
            ofDocument.Add(new(0, "", $"The language of the document{(language == Unknown ? "" : $" ({language})")} is not one in which recommendations can be told from concerns: mark them by hand."));
        return new(
            front.Select(b => Citations.Symbol(b.Text)).FirstOrDefault(s => s is not null),
            Title(front),
            language,
            Linked(paragraphs),
            ofDocument);
    }

    private static bool IsHeadingAbove(Block block) =>
        block.Kind is BlockKind.Section or BlockKind.Cluster
        || (block.Kind == BlockKind.Plain && !block.IsClosed && (block.IsHeading || ClusterHeadings.Number(block.Text) is not null));

    private static string? Title(IEnumerable<Block> front) =>
        front.Select(b => b.Text).FirstOrDefault(t => TitleWords.Any(w => t.Contains(w, StringComparison.OrdinalIgnoreCase)))
        ?? front.Where(b => b.IsHeading).Select(b => b.Text).FirstOrDefault();

    private static IReadOnlyList<string> TitleWords { get; } =
        ["concluding observations", "observations finales", "observaciones finales", "结论性意见", "заключительные замечания", "الملاحظات الختامية"];

    // What one paragraph says about another: urgent measures by number, and the concern that a recommendation answers.
    private static IReadOnlyList<RegisterParagraph> Linked(RegisterParagraph[] paragraphs)
    {
        HashSet<int> urgent = [.. paragraphs.SelectMany(p => Citations.UrgentParagraphs(p.Text))];
        List<RegisterParagraph> linked = [];
        List<int> concerns = [];
        RegisterParagraph? before = null;
        foreach (RegisterParagraph p in paragraphs)
        {
            if (before is null || before.Heading != p.Heading || before.ClusterAsPrinted != p.ClusterAsPrinted || before.IsRecommendation)
                concerns.Clear();
            if (p.IsConcern)
                concerns.Add(p.Number);
            int[] answers = p.IsRecommendation ? [.. concerns] : [];
            linked.Add(p with { AnswersConcernsIn = answers, Urgent = p.IsRecommendation && (urgent.Contains(p.Number) || answers.Any(urgent.Contains)) });
            before = p;
        }

        return linked;
    }
}
