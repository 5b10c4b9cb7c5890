using FollowUp.Pages;

namespace FollowUpFunctions.Desk.SignIn;

internal static class Languages
{
    /// <summary>The language that was asked for, if the interface speaks it; else English.</summary>
    public static string Of(string? asked) => asked is not null && Wording.Languages.Contains(asked) ? asked : Wording.Languages[0];
}
