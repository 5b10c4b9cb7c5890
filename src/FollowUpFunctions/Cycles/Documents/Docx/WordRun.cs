namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>Text of one format in a paragraph.</summary>
/// <param name="Style">Id of its character style.</param>
/// <param name="IsBold">Null where only styles say so.</param>
/// <param name="Language">BCP 47, as the run itself says.</param>
internal sealed record WordRun(string Text, string? Style, bool? IsBold, string? Language);
