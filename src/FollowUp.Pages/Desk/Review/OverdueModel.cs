namespace FollowUp.Pages.Desk.Review;

/// <param name="What">The words of the plan.</param>
/// <param name="Status">A value of the progress form's status question, in the organisation's own newest view; null where it said nothing.</param>
/// <param name="Letter">Address of a letter about it; null where there is nobody to write to.</param>
public sealed record OverdueLine(string Citation, string What, string? Organisation, DateOnly Due, int Days, string? Status, string? Letter);

/// <summary>What is past its deadline, the longest overdue first.</summary>
public sealed record OverdueModel(DeskFrame Frame, IReadOnlyList<OverdueLine> Lines) : PageModel
{
    internal override Type Component => typeof(OverduePage);
}
