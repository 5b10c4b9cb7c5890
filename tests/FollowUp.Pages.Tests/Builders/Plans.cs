using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Recommendations;
using FollowUp.Pages.Plan;
using FollowUp.Pages.Site;

namespace FollowUp.Pages.Tests.Builders;

internal static class Plans
{
    public static IReadOnlyList<LanguageLink> Pages { get; } =
        [.. Wording.Languages.Select(l => new LanguageLink(l, $"index.{l}.html"))];

    /// <summary>A plan with all that one can hold in its first recommendation, and nothing in the second.</summary>
    public static PublishedPlan Small => Of(
        [Full(SomeRecommendations.Many(2)[0]), Bare(SomeRecommendations.Many(2)[1])]);

    public static PublishedPlan Empty => Of([]);

    /// <summary>All that a review and a round of responsibility leave, with every kind of change.</summary>
    public static PublishedPlan Settled
    {
        get
        {
            (int cluster, PublishedRecommendation full) = Full(SomeRecommendations.Many(1)[0]);
            PublishedRecommendation settled = full with
            {
                ResponsibilityState = ResponsibilityState.NotConfirmed,
                Supporting = [new("Child Rights Now", ResponsibilityState.NotConfirmed), new("Senate", ResponsibilityState.Accepted)],
                Priority = new("high", 2.75m, 1, 40),
                Disputed = [Dispute.KindsDisagreeOnPriority],
                Commitments = [full.Commitments[0] with { CoSigners = [new("Senate", SignatureState.Open)] }],
                Actions =
                [
                    full.Actions[0] with
                    {
                        Id = "a-0123456789ab",
                        Funding = "UNICEF",
                        Due = new(2031, 12, 31),
                        Others = [new("strategy", "Write to the Council", 2), new("time-frame", "two-years", 1)],
                        QuotedBy = ["Save the Children"],
                    },
                ],
            };
            return Of([(cluster, settled)]) with
            {
                Changes =
                [
                    .. ChangeKinds.All.Select(kind => kind switch
                    {
                        ChangeKinds.ResponsibilityState or ChangeKinds.SupportState => new PlanChangeTold(kind, full.Key, "Senate", "proposed", "accepted"),
                        ChangeKinds.Priority => new(kind, full.Key, null, "low", "high"),
                        ChangeKinds.StatusAdded => new(kind, full.Key, "Senate", null, "under-way"),
                        _ => new(kind, full.Key, "Something", "before", "after"),
                    }),
                ],
            };
        }
    }

    public static PublishedPlan Large(int count) => Of([.. SomeRecommendations.Many(count).Select(Typical)]);

    public static PlanPageModel Page(PublishedPlan plan, string language) =>
        new(plan, language, [.. Wording.Languages.Select(l => new LanguageLink(l, $"whole.{l}.html"))], Addresses(language)) { Downloads = Downloads };

    public static IReadOnlyList<Download> Downloads { get; } =
    [
        new("plan.json", "plan.data.json", "application/json", 240_300), new("plan.schema.json", "plan.data.schema", "application/schema+json", 9_000),
        new("plan.csv", "plan.data.csv", "text/csv", 98_000),
    ];

    public static SiteAddresses Addresses(string language) => new($".{language}", "https://follow-up.example.org/find/khm-2030");

    public static OverviewModel Overview(PublishedPlan plan, string language, PublishedProgress? progress = null) => new(plan, language, Pages, Addresses(language))
    {
        Progress = progress,
        Downloads = Downloads,
        Feed = "../feed.atom",
        Data = DatasetData.Of(plan, language, "https://plans.example.org/khm-2030/v2", "index.html", "https://plans.example.org/khm-2030/index.html", Downloads),
    };

    public static PlanListModel List(PublishedPlan plan, SiteView view, string language, bool hasProgress = false) =>
        new(plan, view, language, [.. Wording.Languages.Select(l => new LanguageLink(l, $"{view.Page}.{l}.html"))], Addresses(language), hasProgress);

    public static RecommendationModel Recommendation(PublishedPlan plan, string language, int n = 0)
    {
        (PublishedRecommendation r, int cluster) = plan.Clusters.SelectMany(c => c.Recommendations.Select(r => (r, c.Number))).ElementAt(n);
        return new(
            plan, r, cluster, language, [.. Wording.Languages.Select(l => new LanguageLink(l, $"{r.Key}.{l}.html"))], Addresses(language),
            [
                new(1, plan.PublishedAt.AddDays(-90), $"../v1/index.{language}.html#r-{r.Key}", []),
                new(plan.Version, plan.PublishedAt, $"../v{plan.Version}/index.{language}.html#r-{r.Key}", [.. plan.Changes.Where(c => c.Recommendation == r.Key)]),
            ]);
    }

    public static PublishedPlan Of(IReadOnlyList<(int Cluster, PublishedRecommendation Recommendation)> recommendations) => new(
        "khm-2030",
        "Children’s rights in Cambodia 2030–2035",
        "Cambodia",
        "CRC/C/KHM/CO/2-3",
        2,
        new(2031, 6, 1, 2, 0, 0, TimeSpan.Zero),
        "Asia/Phnom_Penh",
        "en",
        Wording.Languages,
        new(
            recommendations.Count,
            recommendations.Count(r => r.Recommendation.Actions.Count > 0),
            recommendations.Count(r => r.Recommendation.ResponsibilityState is ResponsibilityState.Accepted or ResponsibilityState.Assigned),
            recommendations.Count(r => r.Recommendation.ResponsibilityState is ResponsibilityState.Open or ResponsibilityState.Declined),
            recommendations.Sum(r => r.Recommendation.Commitments.Count),
            recommendations.Sum(r => r.Recommendation.Actions.Count),
            recommendations.Sum(r => r.Recommendation.Monitoring.Count),
            recommendations.Count == 0
                ? new Dictionary<StakeholderCategory, int>()
                : new Dictionary<StakeholderCategory, int> { [StakeholderCategory.Ministry] = 5, [StakeholderCategory.NationalNgo] = 12 }),
        [.. recommendations.GroupBy(r => r.Cluster).OrderBy(g => g.Key).Select(g => new PublishedCluster(g.Key, [.. g.Select(r => r.Recommendation)]))]);

    public static (int, PublishedRecommendation) Full(Recommendation r) => (r.Cluster, Blank(r) with
    {
        Concern = "The law is still a draft, and children wait",
        SdgTargets = ["16.2"],
        Uncertain = "the letter is inferred from the order",
        ReiteratedFrom = "CRC/C/15/Add.128 ¶14",
        Responsible = "Ministry of Justice",
        ResponsibilityState = ResponsibilityState.Accepted,
        Commitments = [new("Put the draft law on the agenda of the Council of Ministers", "Ministry of Justice", new(2031, 12, 1))],
        Actions =
        [
            new(
                "Adopt the child protection law",
                "Bring the draft before the Council of Ministers, then the National Assembly",
                "one-year",
                "The law is in force",
                "Two lawyers for six months; UNICEF could pay",
                new Dictionary<StakeholderCategory, int> { [StakeholderCategory.Ministry] = 2, [StakeholderCategory.NationalNgo] = 1 }),
            new("Explain the law in every commune", null, null, null, null, new Dictionary<StakeholderCategory, int> { [StakeholderCategory.ChildrenAndYouth] = 1 }),
        ],
        Monitoring = [new("Follow the draft through each reading", "Readings held", new(2032, 3, 27), "Child Rights Now")],
        Progress =
        [
            new("progress-1", "under-way", "government", "Ministry of Justice", "https://example.org/law.pdf", null, "tabled"),
            new("progress-1", "not-started", "coalition", "Child Rights Now", "the minister's speech", "Nobody has seen the draft", null),
        ],
        StrategicPlans = [new("Child Rights Now", "A child protection law that courts apply by 2032", "en")],
        Reiterates = [new("khm-2025", "14", "CRC/C/KHM/CO/2-3 ¶14", "../../khm-2025/v3/index.html#r-14"), new("khm-2025", "15", "CRC/C/KHM/CO/2-3 ¶15", null)],
    });

    public static (int, PublishedRecommendation) Bare(Recommendation r) => (r.Cluster, Blank(r));

    private static (int, PublishedRecommendation) Typical(Recommendation r) => (r.Cluster, Blank(r) with
    {
        Responsible = r.Paragraph % 4 == 1 ? "Ministry of Education, Youth and Sport" : null,
        ResponsibilityState = r.Paragraph % 4 == 1 ? ResponsibilityState.Proposed : ResponsibilityState.Open,
        Actions =
        [
            new(
                $"Train {r.Paragraph} officers in {r.Key}, and report on it to the council every {r.Paragraph % 5 + 2} months",
                "With the provincial departments",
                "two-years",
                $"{r.Paragraph * 3} officers trained",
                null,
                new Dictionary<StakeholderCategory, int> { [StakeholderCategory.NationalNgo] = 1 + r.Paragraph % 3 }),
        ],
    });

    private static PublishedRecommendation Blank(Recommendation r) => new(
        r.Key, r.Citation, r.Paragraph, r.Letter, r.ClusterAsPrinted, r.Heading, r.Texts, r.Urgent, r.ReiteratedFrom, r.Uncertain,
        null, ResponsibilityState.Open, null, [], [], [], []);
}
