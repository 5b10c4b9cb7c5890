using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Recommendations;
using FollowUp.Pages.Plan;

namespace FollowUp.Pages.Report;

/// <summary>What the page and the document say alike about a report.</summary>
public sealed class ReportWording(Wording text, CommitmentsReport report)
{
    private readonly Dictionary<string, ReportedRecommendation> recommendations = report.Recommendations.ToDictionary(r => r.Key);
    private readonly Dictionary<string, ReportedCommitment> commitments = report.Recommendations.SelectMany(r => r.Commitments).ToDictionary(c => c.Key);

    public IReadOnlyList<(string Name, int Count)> Figures =>
    [
        ("taken-up", report.Figures.TakenUp),
        ("not-taken-up", report.Figures.NotTakenUp),
        ("commitments", report.Figures.Commitments),
        ("confirmed", report.Figures.Confirmed),
        ("open", report.Figures.Open),
        ("declined", report.Figures.Declined),
        ("not-asked", report.Figures.NotAsked),
    ];

    public string Attended => text[report.AttendanceRecorded ? "report.reach.attended" : "report.reach.coming"];

    public string Lead => text.Format("report.lead", ("country", report.Country));

    public string Published => text.Format("report.published", ("date", Dates.Instant(text, report.PublishedAt, report.TimeZone)));

    public string When => Dates.Span(text, report.Workshop.Starts, report.Workshop.Ends, report.TimeZone);

    public ReportedRecommendation Recommendation(string key) => recommendations[CommitmentKey.Recommendation(key)];

    public ReportedCommitment Commitment(string key) => commitments[key];

    public static string Reference(ReportedRecommendation r) => r.Letter is null ? $"¶{r.Paragraph}" : $"¶{r.Paragraph}({r.Letter})";

    public string Cluster(int number) => new PlanWording(text).Cluster(number);

    public string Category(StakeholderCategory category) => text[$"category.{category.Slug()}"];

    public string Members(ReportedGroup group) => new PlanWording(text).ByCategory(group.Members);

    public string State(SignatureState state) => text[state switch
    {
        SignatureState.Confirmed => "report.state.confirmed",
        SignatureState.Declined => "report.state.declined",
        SignatureState.NotAsked => "report.state.not-asked",
        _ => "report.state.open",
    }];

    /// <summary>The organisation's word on one of its commitments.</summary>
    public SignatureState StateOf(string organisation, string key)
    {
        ReportedCommitment commitment = Commitment(key);
        return Organisations.Same(commitment.Organisation, organisation)
            ? commitment.State
            : commitment.CoSigners.First(s => Organisations.Same(s.Organisation, organisation)).State;
    }

    public string By(ReportedCommitment commitment) => commitment.By is { } day ? Dates.Day(text, day) : "–";

    /// <summary>The text in the reader's language, or in the document's; and the language that it is in.</summary>
    public (RecommendationText Text, string Language) Text(ReportedRecommendation r) =>
        r.Texts.TryGetValue(text.Language, out RecommendationText? own) ? (own, text.Language) : (r.Texts[report.SourceLanguage], report.SourceLanguage);
}
