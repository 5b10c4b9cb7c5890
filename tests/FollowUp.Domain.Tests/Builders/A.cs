using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Tests.Builders;

internal static class A
{
    public static DateTimeOffset Moment { get; } = new(2030, 1, 14, 1, 0, 0, TimeSpan.Zero);

    public static Stakeholder Stakeholder(
        string id,
        StakeholderCategory category = StakeholderCategory.NationalNgo,
        string? organisation = null,
        string contact = "Nobody Inparticular",
        params int[] clusters) =>
        new(id, organisation ?? $"Organisation {id}", category, contact, $"{id}@example.org", "en", clusters);

    public static Recommendation Recommendation(
        int paragraph, string? letter = null, int cluster = 1, bool urgent = false, string? reiterated = null, string text = "Do it.") =>
        new(
            Recommendations.Recommendation.KeyOf(paragraph, letter),
            "CRC/C/KHM/CO/2-3",
            paragraph,
            letter,
            cluster,
            $"Cluster {cluster}",
            $"Heading {paragraph}",
            new Dictionary<string, RecommendationText> { ["en"] = new(text) },
            urgent,
            reiterated);

    public static CycleContents Cycle(
        IEnumerable<Recommendation>? recommendations = null,
        IEnumerable<Stakeholder>? stakeholders = null,
        IEnumerable<PlanItem>? items = null,
        IEnumerable<WorkingGroup>? groups = null,
        IEnumerable<Coordinator>? coordinators = null) =>
        new(
            new CycleSettings(
                "khm-2011", "Follow-up", "Cambodia", "CRC/C/KHM/CO/2-3", "Asia/Phnom_Penh", "en", ["en", "km"],
                [.. coordinators ?? [new("Coordinating Person", "secretariat@example.org", "en")]],
                new Calendar(
                    new Meeting(Moment, Moment.AddHours(9), "Phnom Penh"),
                    new Meeting(Moment, Moment.AddHours(9), "Phnom Penh"),
                    new Dictionary<string, RoundWindow>()),
                TimeSpan.FromDays(7)),
            [.. recommendations ?? [Recommendation(9)]],
            [.. stakeholders ?? []],
            [.. groups ?? []],
            [.. items ?? []]);

    public static AnswerSheet Sheet(params (string Key, string Value)[] answers) =>
        new("form", 1, "en", answers.GroupBy(a => a.Key).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(a => a.Value)]));

    public static SubmittedAnswer Answer(string round, Stakeholder by, params (string Key, string Value)[] answers) =>
        new(round, $"inv-{by.Id}", 1, by.Id, by.Organisation, by.Category, Moment, false, Sheet(answers));

    /// <summary>An answer to the consultation about one recommendation; null leaves a question out.</summary>
    public static SubmittedAnswer Proposal(
        Stakeholder by, string recommendation, string action, string? lead = null, string? strategy = null, string? timeFrame = null, string? indicator = null) =>
        Answer(
            "consultation",
            by,
            [
                .. new (string Key, string? Value)[]
                {
                    ("recommendations", recommendation),
                    ($"action@{recommendation}", action),
                    ($"lead@{recommendation}", lead),
                    ($"strategy@{recommendation}", strategy),
                    ($"time-frame@{recommendation}", timeFrame),
                    ($"indicator@{recommendation}", indicator),
                }.Where(x => x.Value is not null).Select(x => (x.Key, x.Value!)),
            ]);

    public static SubmittedAnswer Commitment(Stakeholder by, string recommendation, string action, string organisation, string due = "2031-01-01") =>
        Answer("commitments", by, ($"action@{recommendation}", action), ($"organisation@{recommendation}", organisation), ($"by@{recommendation}", due));
}
