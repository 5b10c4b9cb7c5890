namespace FollowUp.Pages.Desk.Reading;

/// <summary>A setting as it stands.</summary>
/// <param name="Key">Its name stands under <c>setting.{Key}</c>.</param>
/// <param name="Values">What people gave, each on a line of its own.</param>
public sealed record SettingLine(string Key, IReadOnlyList<string> Values);

/// <param name="Key">Its heading stands under <c>settings.{Key}</c>.</param>
/// <param name="Links">Where it is changed; none for what stays as it is from the start.</param>
public sealed record SettingGroup(string Key, IReadOnlyList<SettingLine> Lines, IReadOnlyList<DeskLink> Links);

/// <summary>A cycle's settings, and how each can be changed.</summary>
/// <param name="Restart">Where the button posts to that lets the cycle go on; null where it runs, or is over.</param>
public sealed record SettingsModel(DeskFrame Frame, IReadOnlyList<SettingGroup> Groups, string? Restart) : PageModel
{
    internal override Type Component => typeof(SettingsPage);
}
