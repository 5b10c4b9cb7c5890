using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;

namespace FollowUpFunctions.Cycles.Intake;

/// <summary>
/// The body of <c>POST /cycles</c>, as people write it: everything may be missing here, <see cref="CycleIntake"/> says what must be there.
/// Moments are a date (<c>2030-01-14</c>), a local time in the cycle's zone (<c>2030-01-14T08:30</c>) or an instant (<c>…Z</c>, <c>…+07:00</c>).
/// </summary>
/// <param name="WorkshopGroups">How many working groups the workshop has; 8 to 12 people a group when it is left out.</param>
/// <param name="CoordinatorReminderEvery">Days and time, <c>7.00:00:00</c> when it is left out.</param>
public sealed record CycleRequest(
    string? Id,
    string? Title,
    string? Country,
    string? Symbol,
    string? TimeZone,
    string? SourceLanguage,
    IReadOnlyList<string?>? Languages,
    IReadOnlyList<CoordinatorRequest?>? Coordinators,
    string? CoordinatorReminderEvery,
    int? WorkshopGroups,
    IReadOnlyList<TranslatorRequest?>? Translators,
    CalendarRequest? Calendar,
    IReadOnlyList<RecommendationRequest?>? Recommendations,
    IReadOnlyList<StakeholderRequest?>? Stakeholders)
{
    /// <summary>Id of the cycle that this one follows: what is left out here is taken over from it.</summary>
    public string? PreviousCycle { get; init; }

    /// <summary>No letters where it is left out.</summary>
    public LettersRequest? Letters { get; init; }

    /// <summary>Days and time from one progress round to the next, such as <c>91.00:00:00</c>, where the calendar has no window for them.</summary>
    public string? ProgressEvery { get; init; }

    /// <summary>Until when progress is asked for: no round opens later.</summary>
    public string? ProgressUntil { get; init; }

    /// <summary>What must stand before children are asked; without it they are not.</summary>
    public ChildrenRequest? Children { get; init; }

    /// <summary>As usual where it is left out.</summary>
    public RetentionRequest? Retention { get; init; }
}

/// <summary>How long after the cycle's end what is kept, in days and time such as <c>90.00:00:00</c>; what is left out is as usual.</summary>
public sealed record RetentionRequest(string? Contacts, string? Answers, string? Mail, string? Disclosures, string? Voices)
{
    public static RetentionRequest Of(Retention kept) => new(
        kept.Contacts.ToString("c"), kept.Answers.ToString("c"), kept.Mail.ToString("c"), kept.Disclosures.ToString("c"), kept.Voices.ToString("c"));
}

/// <param name="Every">Days and time, such as <c>90.00:00:00</c>.</param>
/// <param name="InCharge">Stakeholder ids of the ministries in charge of the Convention.</param>
public sealed record LettersRequest(string? Every, IReadOnlyList<string?>? InCharge);

/// <param name="Complaints">An address for complaints: mail, web or street.</param>
/// <param name="MinimumGroup">5 when it is left out.</param>
/// <param name="Youngest">The youngest age band that is asked; all when it is left out.</param>
public sealed record ChildrenRequest(
    CoordinatorRequest? Safeguarding, string? Complaints, HelplineRequest? Helpline, int? MinimumGroup, string? Youngest);

public sealed record HelplineRequest(string? Name, string? Number);

public sealed record CoordinatorRequest(string? Name, string? Email, string? Language);

/// <param name="Into">Language that they translate into.</param>
public sealed record TranslatorRequest(string? Name, string? Email, string? Language, string? Into);

/// <param name="Rounds">Window by round id, such as <c>consultation</c> or <c>progress-2</c>.</param>
public sealed record CalendarRequest(
    MeetingRequest? Workshop,
    MeetingRequest? MonitoringWorkshop,
    IReadOnlyDictionary<string, WindowRequest?>? Rounds);

public sealed record MeetingRequest(string? Starts, string? Ends, string? Place, string? Programme);

/// <summary>A date alone opens at 8, reminds at 9, and closes in the last minute of its day, so that no deadline reads as the next day.</summary>
public sealed record WindowRequest(string? Opens, string? Closes, IReadOnlyList<string?>? Reminders);

/// <param name="ClusterAsPrinted">The cluster's title when it is left out.</param>
/// <param name="Texts">By language; a text alone is an informal one.</param>
public sealed record RecommendationRequest(
    int? Paragraph,
    string? Letter,
    int? Cluster,
    string? ClusterAsPrinted,
    string? Heading,
    IReadOnlyDictionary<string, TextRequest?>? Texts,
    bool? Urgent,
    string? ReiteratedFrom,
    string? Uncertain,
    bool? Starred,
    string? Concern,
    IReadOnlyList<string?>? Articles,
    IReadOnlyList<int?>? GeneralComments,
    IReadOnlyList<string?>? SdgTargets,
    IReadOnlyList<string?>? AffectedGroups)
{
    public static RecommendationRequest Of(Recommendation r) => new(
        r.Paragraph,
        r.Letter,
        r.Cluster,
        r.ClusterAsPrinted,
        r.Heading,
        r.Texts.ToDictionary(t => t.Key, t => (TextRequest?)new TextRequest(t.Value.Text, Sheets.TextStatuses.Slug(t.Value.Status))),
        r.Urgent,
        r.ReiteratedFrom,
        r.Uncertain,
        r.Starred,
        r.Concern,
        r.Articles,
        [.. r.GeneralComments.Select(n => (int?)n)],
        r.SdgTargets,
        r.AffectedGroups);
}

/// <summary>Written as <c>"text"</c> or as <c>{"text": "…", "status": "checked"}</c>.</summary>
public sealed record TextRequest(string? Text, string? Status);

/// <param name="Id">Made from the organisation's name when it is left out.</param>
/// <param name="Clusters">All when it is left out.</param>
public sealed record StakeholderRequest(
    string? Id,
    string? Organisation,
    string? Category,
    string? Contact,
    string? Email,
    string? Language,
    IReadOnlyList<int?>? Clusters)
{
    public static StakeholderRequest Of(FollowUp.Domain.Cycles.Stakeholder s) => new(
        s.Id,
        s.Organisation,
        FollowUp.Domain.Cycles.StakeholderCategories.Slug(s.Category),
        s.Contact,
        s.Email,
        s.Language,
        [.. s.Clusters.Select(c => (int?)c)]);
}
