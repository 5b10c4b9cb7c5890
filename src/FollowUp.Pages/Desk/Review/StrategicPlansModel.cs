using FollowUp.Domain.StrategicPlans;
using FollowUp.Pages.Desk.Decide;
using FollowUp.Pages.Forms;

namespace FollowUp.Pages.Desk.Review;

/// <param name="Objectives">How many it has.</param>
public sealed record StrategicPlanLine(string Organisation, int Objectives, DateTimeOffset UploadedAt, string Href);

/// <summary>The strategic plans of organisations, and the form to send one.</summary>
/// <param name="Organisation">As it was typed.</param>
/// <param name="Language">BCP 47; as it was chosen.</param>
/// <param name="Errors">By field: <c>organisation</c>, <c>language</c>, <c>file</c>.</param>
/// <param name="Conflict">Why it can't be taken now, or null.</param>
public sealed record StrategicPlansModel(
    DeskFrame Frame,
    IReadOnlyList<StrategicPlanLine> Plans,
    IReadOnlyList<string> Languages,
    string? Organisation,
    string? Language,
    IReadOnlyDictionary<string, DecideError> Errors,
    DecideError? Conflict = null) : PageModel
{
    public const string FileField = "file";
    public const string OrganisationField = "organisation";
    public const string LanguageField = "language";

    internal override Type Component => typeof(StrategicPlansPage);
}

/// <summary>An organisation's strategic plan beside the action plan.</summary>
/// <param name="Recommendations">Of the cycle, by key.</param>
public sealed record OverlapModel(DeskFrame Frame, PlanOverlap Overlap, IReadOnlyDictionary<string, RecommendationView> Recommendations) : PageModel
{
    internal override Type Component => typeof(OverlapPage);
}
