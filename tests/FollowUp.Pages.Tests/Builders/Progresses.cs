using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Pages.Progress;

namespace FollowUp.Pages.Tests.Builders;

internal static class Progresses
{
    private static readonly string[] _statuses = ["not-started", "under-way", "done", "done-without-effect", "contrary"];
    private static readonly string[] _stages = ["proposed", "drafted", "tabled", "adopted", "budgeted", "enforced"];

    public static PublishedProgress Silent { get; } = PublishedProgresses.Of(Plans.Small with { Clusters = [.. Plans.Small.Clusters.Select(c => c with { Recommendations = [.. c.Recommendations.Select(r => r with { Progress = [] })] })] }, null, "progress-1");

    /// <summary>Two years of progress: eight rounds in which nearly everybody says something about nearly everything.</summary>
    public static PublishedProgress Large(int recommendations) =>
        Enumerable.Range(1, 8).Aggregate((PublishedProgress?)null, (before, round) =>
            PublishedProgresses.Of(Plan(recommendations, round) with { Version = 2 + round }, before, $"progress-{round}"))!;

    public static PublishedPlan Plan(int recommendations, int rounds)
    {
        PublishedPlan plan = Plans.Large(recommendations);
        int n = 0;
        return plan with
        {
            Clusters = [.. plan.Clusters.Select(c => c with { Recommendations = [.. c.Recommendations.Select(r => Reported(r, n++, rounds))] })],
        };
    }

    public static ProgressPageModel Page(PublishedProgress progress, string language) => new(
        progress,
        language,
        [.. Wording.Languages.Select(l => new LanguageLink(l, $"progress.{l}.html"))],
        Plans.Addresses(language),
        "../feed.atom",
        [new("progress.json", "plan.data.json", "application/json", 40_000), new("progress.csv", "plan.data.csv", "text/csv", 20_000)],
        version => $"../v{version}/progress.{language}.html");

    private static PublishedRecommendation Reported(PublishedRecommendation r, int n, int rounds) => r with
    {
        Responsible = $"Ministry number {n % 12}",
        ResponsibilityState = n % 5 == 0 ? ResponsibilityState.Declined : ResponsibilityState.Accepted,
        Progress = [.. Enumerable.Range(1, rounds).SelectMany(round => Said(n, round))],
    };

    private static IEnumerable<PublishedStatus> Said(int n, int round)
    {
        string[] assessors = n % 9 == 0 ? [] : n % 4 == 0 ? ["government", "coalition", "human-rights-institution"] : ["government", "coalition", "children"];
        return assessors.Select((assessor, a) => new PublishedStatus(
            $"progress-{round}", _statuses[(n + a + round) % 5], assessor, $"{assessor} organisation {n % 3}", $"https://example.org/evidence/{n}", $"Too few people in province {n}", a == 0 ? _stages[(n + round) % 6] : null)
        {
            On = new(2031 + round / 4, 1 + round % 12, 1),
        });
    }
}
