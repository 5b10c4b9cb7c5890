using FollowUp.Domain.Publication;
using FollowUp.Pages.Plan;

namespace FollowUp.Pages.Progress;

/// <summary>Words for what the progress counts.</summary>
public sealed class ProgressWording(Wording text)
{
    private readonly PlanWording _plan = new(text);

    public string Assessor(string value) => _plan.Assessor(value);

    public string Cluster(int number) => _plan.Cluster(number);

    public string Round(string id) => _plan.Round(id);

    public string Status(string value) => value switch
    {
        ProgressViews.Divided => text["progress.divided"],
        ProgressViews.Silent => text["progress.silent"],
        _ => _plan.Status(value),
    };

    public string LawStage(string value) => value == ProgressViews.Divided ? text["progress.divided"] : _plan.LawStage(value);

    public string Organisation(OrganisationProgress group) => group.Organisation ?? text["progress.nobody"];

    /// <summary>Such as "Version 3, progress round 1".</summary>
    public string Point(ProgressPoint point) => text.Format("progress.version", ("version", point.Version))
        + (point.Round is { } round ? text["list.comma"] + Round(round) : "");

    public static string Reference(RecommendationProgress r) => r.Letter is null ? $"¶{r.Paragraph}" : $"¶{r.Paragraph}({r.Letter})";
}
