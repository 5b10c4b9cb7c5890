namespace FollowUp.Pages.HandOut;

/// <summary>A hand-out as a page to print or to show.</summary>
public sealed record HandOutPageModel(Domain.Recommendations.HandOut HandOut) : PageModel
{
    internal override Type Component => typeof(HandOutPage);
}
