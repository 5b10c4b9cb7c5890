namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>A paragraph as it stands in the file: what styles and numbering make of it, others know.</summary>
internal sealed class WordParagraph(int number)
{
    /// <summary>From 1, in the order in which paragraphs begin.</summary>
    public int Number { get; } = number;

    public string? Style { get; set; }

    /// <summary>Id of its numbering; 0 takes away what the style gives.</summary>
    public int? Numbering { get; set; }

    /// <summary>Level of its numbering, from 0.</summary>
    public int? Level { get; set; }

    /// <summary>0 to 8 for headings, 9 for text.</summary>
    public int? OutlineLevel { get; set; }

    /// <summary>Somebody proposes to join it with the next: then the two are one, of the next one's format.</summary>
    public bool IsJoinedToNext { get; set; }

    public List<WordRun> Runs { get; } = [];

    public string Text => string.Concat(Runs.Select(run => run.Text)).Trim();
}
