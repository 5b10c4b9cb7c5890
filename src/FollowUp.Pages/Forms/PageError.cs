namespace FollowUp.Pages.Forms;

/// <summary>A sentence of the error summary and the field it leads to.</summary>
public sealed record PageError(string Href, string Sentence);
