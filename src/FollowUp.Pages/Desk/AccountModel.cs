namespace FollowUp.Pages.Desk;

/// <summary>Who is signed in, until when, and how to sign out.</summary>
public sealed record AccountModel(DeskFrame Frame, DateTimeOffset Ends) : PageModel
{
    internal override Type Component => typeof(AccountPage);
}
