namespace FollowUp.Pages.Forms;

/// <summary>A sentence of the error summary and the field it leads to.</summary>
public sealed record PageError(string Href, string Sentence)
{
    /// <summary>The language of the sentence, where it is not that of the page; else null.</summary>
    public string? Language { get; init; }
}
