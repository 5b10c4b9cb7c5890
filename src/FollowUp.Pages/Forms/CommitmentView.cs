namespace FollowUp.Pages.Forms;

/// <summary>A commitment as somebody reads it who is asked to confirm it, in the words of the one who wrote it down.</summary>
/// <param name="CoSigners">Organisations that were named as signing too.</param>
public sealed record CommitmentView(string Action, string Organisation, DateOnly? By, IReadOnlyList<string> CoSigners);
