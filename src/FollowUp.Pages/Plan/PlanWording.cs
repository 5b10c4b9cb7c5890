using System.Globalization;
using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;

namespace FollowUp.Pages.Plan;

/// <summary>Words for the codes that the plan holds; what isn't a code is shown as it is.</summary>
internal sealed class PlanWording(Wording text)
{
    public string Cluster(int number) => text[$"cluster.{number}"];

    public string TimeFrame(string value) => text.Find($"form.consultation.time-frame.{value}") ?? value;

    public string Status(string value) => text.Find($"form.progress.status.{value}") ?? value;

    public string LawStage(string value) => text.Find($"form.progress.law-stage.{value}") ?? value;

    public string Assessor(string value) => text.Find($"assessor.{value}") ?? value;

    public string Round(string id) =>
        id.StartsWith("progress-", StringComparison.Ordinal)
        && int.TryParse(id["progress-".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? text.Format("plan.round", ("number", number))
            : LetterDates.Number(id) is { } letter ? text.Format("plan.letters", ("number", letter))
            : id;

    /// <summary>Such as "ministries: 2, national NGOs: 1".</summary>
    public string ByCategory(IReadOnlyDictionary<StakeholderCategory, int> counts) =>
        string.Join(text["list.comma"], StakeholderCategories.All
            .Where(c => counts.GetValueOrDefault(c) > 0)
            .Select(c => text.Pair(text[$"category.{c.Slug()}"], counts[c])));

    public static string Reference(PublishedRecommendation r) => r.Letter is null ? $"¶{r.Paragraph}" : $"¶{r.Paragraph}({r.Letter})";
}
