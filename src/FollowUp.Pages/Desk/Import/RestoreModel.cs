namespace FollowUp.Pages.Desk.Import;

/// <summary>An archive is given, and a cycle restored from it.</summary>
/// <param name="Wrong">Why it can't be; null for nothing.</param>
public sealed record RestoreModel(DeskFrame Frame, string? Wrong) : PageModel
{
    public const string File = "archive";

    internal override Type Component => typeof(RestorePage);
}
