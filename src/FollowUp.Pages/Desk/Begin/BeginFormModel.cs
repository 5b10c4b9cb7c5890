using FollowUp.Pages.Forms;

namespace FollowUp.Pages.Desk.Begin;

/// <summary>A step of beginning a cycle: its files and first words, or its calendar and settings.</summary>
/// <param name="Step">From 1; the texts <c>begin.{Step}.title</c> and <c>.text</c>.</param>
/// <param name="Others">What is wrong and belongs to no field.</param>
/// <param name="GoOn">Address of a beginning that was left unfinished; null for none.</param>
public sealed record BeginFormModel(
    DeskFrame Frame, int Step, IReadOnlyList<BeginGroup> Groups, IReadOnlyList<string> Others, string Action, bool Files, string? GoOn = null) : PageModel
{
    /// <summary>Address of the step before; null for the first.</summary>
    public string? Back { get; init; }

    internal IReadOnlyList<PageError> Errors =>
    [
        .. Groups.SelectMany(g => g.Fields).Where(f => f.Errors.Count > 0).SelectMany(f => f.Errors.Select(e => new PageError($"#{f.Id}", $"{f.Label}: {e}"))),
        .. Others.Select(o => new PageError("#form", o)),
    ];

    internal override Type Component => typeof(BeginFormPage);
}
