namespace FollowUp.Domain.Documents;

/// <summary>One line or one paragraph of a document, as its format gives it, with what the format says about it.</summary>
/// <param name="Number">Where it stands: the line of a text, the paragraph of a DOCX or HTML file, the line of a PDF file over all its pages; from 1.</param>
public sealed record DocumentLine(int Number, string Text)
{
    /// <summary>From 1; 0 where the format has no pages.</summary>
    public int Page { get; init; }

    /// <summary>The number that the format adds by itself and that is not in the text, such as <c>12.</c> or <c>(a)</c>.</summary>
    public string? Label { get; init; }

    /// <summary>A paragraph of the format: its text goes on in no other line.</summary>
    public bool Whole { get; init; }

    /// <summary>The format calls it a heading.</summary>
    public bool Heading { get; init; }

    public bool Bold { get; init; }

    /// <summary>Printed clearly smaller than the body, as footnotes are.</summary>
    public bool Small { get; init; }

    /// <summary>More space above it than between the lines of one paragraph.</summary>
    public bool Apart { get; init; }

    /// <summary>The format itself keeps it as a page header or footer.</summary>
    public bool Running { get; init; }

    public string Printed => Label is null ? Text : $"{Label} {Text}";
}
