using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Publication;

/// <summary>
/// What was promised at the workshop, and whom it reached: the one model that every form of the report is made from. It names organisations,
/// never people, and no answer's id.
/// </summary>
/// <param name="AttendanceRecorded">False: <see cref="ReportedReach.Attended"/> counts those who said they would come.</param>
/// <param name="Recommendations">In the Convention's order, then the document's.</param>
/// <param name="Organisations">Those that are named in a commitment, by name.</param>
/// <param name="NotTakenUp">Keys of the recommendations to which nobody committed, the most important first.</param>
public sealed record CommitmentsReport(
    string Cycle,
    string Title,
    string Country,
    string Symbol,
    DateTimeOffset PublishedAt,
    string TimeZone,
    string SourceLanguage,
    IReadOnlyList<string> Languages,
    ReportedWorkshop Workshop,
    CommitmentFigures Figures,
    bool AttendanceRecorded,
    IReadOnlyList<ReportedReach> Reach,
    IReadOnlyList<ReportedGroup> Groups,
    IReadOnlyList<ReportedRecommendation> Recommendations,
    IReadOnlyList<ReportedOrganisation> Organisations,
    IReadOnlyList<string> NotTakenUp);

public sealed record ReportedWorkshop(DateTimeOffset Starts, DateTimeOffset Ends, string Place);

/// <summary>Counts over the whole report; each is a count of what the report shows.</summary>
/// <param name="TakenUp">Recommendations to which at least one commitment stands.</param>
/// <param name="Commitments">Those that stand: what its own organisation declined is not counted.</param>
/// <param name="Confirmed">Times that an organisation has confirmed a commitment, as its own or as taking part; and so on.</param>
public sealed record CommitmentFigures(
    int Recommendations, int TakenUp, int NotTakenUp, int Groups, int Commitments, int Confirmed, int Open, int Declined, int NotAsked);

/// <summary>Offices and organisations of one category.</summary>
public sealed record ReportedReach(StakeholderCategory Category, int Invited, int Answered, int Attended);

/// <param name="Number">From 1.</param>
/// <param name="Leader">The leader's organisation.</param>
/// <param name="Members">How many organisations were in it, by category.</param>
/// <param name="Recommendations">Keys, the most important first.</param>
public sealed record ReportedGroup(
    int Number, string Leader, IReadOnlyDictionary<StakeholderCategory, int> Members, IReadOnlyList<string> Recommendations);

/// <param name="Group">Number of the group that had it, or null where there were none.</param>
/// <param name="Texts">By language.</param>
public sealed record ReportedRecommendation(
    string Key,
    string Citation,
    int Paragraph,
    string? Letter,
    int Cluster,
    string Heading,
    IReadOnlyDictionary<string, RecommendationText> Texts,
    bool Urgent,
    int? Group,
    IReadOnlyList<ReportedCommitment> Commitments);

/// <param name="Key">Such as <c>66-a.2</c>.</param>
/// <param name="State">The organisation's own word; confirmed where it wrote the commitment down itself.</param>
public sealed record ReportedCommitment(
    string Key, string Action, string Organisation, DateOnly? By, SignatureState State, IReadOnlyList<ReportedSigner> CoSigners);

public sealed record ReportedSigner(string Organisation, SignatureState State);

/// <param name="Category">Null for one that is not on the list of stakeholders.</param>
/// <param name="Commits">Keys of commitments that are its own.</param>
/// <param name="TakesPart">Keys of commitments that it was named as signing too.</param>
public sealed record ReportedOrganisation(
    string Organisation, StakeholderCategory? Category, IReadOnlyList<string> Commits, IReadOnlyList<string> TakesPart);
