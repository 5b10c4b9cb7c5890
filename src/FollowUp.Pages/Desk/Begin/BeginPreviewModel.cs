using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Mail;

namespace FollowUp.Pages.Desk.Begin;

/// <summary>Who will be asked what.</summary>
/// <param name="Asked">How many; null where that shows only when the groups or the plan stand.</param>
public sealed record PreviewRound(RoundKind Kind, string Id, RoundWindow Window, int? Asked)
{
    /// <summary>The most mails that it sends: nobody who answers is reminded.</summary>
    internal int? Mails => Asked * (1 + Window.Reminders.Count);
}

/// <summary>What a cycle will do, before anything is sent.</summary>
/// <param name="Problems">Why it can't begin yet; then there are no rounds.</param>
/// <param name="Invitations">The first mail as it will look, by language.</param>
/// <param name="Address">Of the first step: <c>…/desk/begin</c>.</param>
public sealed record BeginPreviewModel(
    DeskFrame Frame,
    string Title,
    IReadOnlyList<string> Problems,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<PreviewRound> Rounds,
    IReadOnlyList<(string Language, RenderedMail Mail)> Invitations,
    string Address) : PageModel
{
    internal override Type Component => typeof(BeginPreviewPage);
}
