namespace FollowUp.Pages.Progress;

/// <summary>One bar of a chart and one row of the table beside it.</summary>
public sealed record TallyRow(string Label, IReadOnlyList<TallyCell> Cells);

/// <param name="Value">A status or a stage.</param>
/// <param name="Href">Where what it counts is listed.</param>
public sealed record TallyCell(string Value, int Count, string Href);
