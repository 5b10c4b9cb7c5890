namespace FollowUp.Domain.Publication;

/// <summary>What the Committee on the Rights of the Child asks of reports by civil society.</summary>
public static class AlternativeReports
{
    /// <summary>
    /// Words of a comprehensive report; thematic ones may have 3,000. Source: Child Rights Connect, which receives the reports for the Committee's
    /// secretariat, https://crcreporting.childrightsconnect.org/written-inputs-to-list-of-issues-prior-to-reporting/ (question 1). The limits of General
    /// Assembly resolution 68/268 §16 (21,200 words for periodic reports) bind States parties, not civil society.
    /// </summary>
    public const int WordLimit = 10_000;

    /// <summary>Words of the limit that are left for what the coalition writes itself: its introduction, its assessments, its proposals.</summary>
    public const int OwnWords = 2_500;
}
