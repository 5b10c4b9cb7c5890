using Azure;
using Azure.Data.Tables;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;

namespace FollowUpFunctions.Storage;

/// <summary>Somebody's place in a round. Its status follows from the timestamps, whatever order they came in.</summary>
/// <param name="Generation">Counts up when the address is corrected; links of earlier generations are dead.</param>
/// <param name="Revision">The newest revision that was submitted; 0 for none.</param>
/// <param name="Frozen">The revision that counted when the round closed (0: none did); null while it is open.</param>
/// <param name="Reminded">Ordinal of the last reminder that was decided on; 0 for none.</param>
/// <param name="FreshLinks">How often a new link was asked for.</param>
public sealed record Invitation(
    InvitationRef Ref,
    string Who,
    StakeholderCategory? Category,
    IReadOnlyList<string> Asked,
    int Generation,
    int Revision,
    int? Frozen,
    int Reminded,
    int FreshLinks,
    DateTimeOffset? Sent,
    DateTimeOffset? Started,
    DateTimeOffset? Submitted,
    DateTimeOffset? Bounced,
    DateTimeOffset? Unsubscribed,
    ETag ETag)
{
    /// <summary>The column beside <see cref="Bounced"/>.</summary>
    internal const string BouncedGeneration = "BouncedGeneration";

    /// <summary>The meeting's sequence that the person's mails have told of at least.</summary>
    public int MeetingTold { get; init; }

    /// <summary>The decision that gave it its newest generation; null for the first.</summary>
    public string? Corrected { get; init; }

    /// <summary>The columns that say that mail to this generation's address came back; a later generation has not bounced.</summary>
    public static (string Column, object Value)[] BouncedAt(DateTimeOffset at, int generation) => [(nameof(Bounced), at), (BouncedGeneration, generation)];

    /// <summary>How many of <see cref="Asked"/>, from the first, concern the person most; null where all do.</summary>
    public int? Concern { get; init; }

    /// <summary>Of the answers that were submitted last, to know them again without reading them; null where none were.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>How a coordinator came by the newest revision; null where the person sent it.</summary>
    public string? Recorded { get; init; }

    /// <summary>The round still waits for this answer, and may remind.</summary>
    public bool IsOutstanding => Submitted is null && Bounced is null && Unsubscribed is null;

    /// <summary>
    /// For how many a round waits. One that only an answer ends waits on where no mail reaches any of those who could give it: a plan must not be
    /// published because its coordinators' mail came back.
    /// </summary>
    public static int Awaited(Round round, IReadOnlyCollection<Invitation> all)
    {
        int outstanding = all.Count(i => i.IsOutstanding);
        return outstanding == 0 && round.Window.Closes is null && all.All(i => i.Submitted is null) ? all.Count : outstanding;
    }

    /// <summary>The newest revision came after the round had closed.</summary>
    public bool IsLate => Frozen is { } frozen && Revision > frozen;

    public static Invitation From(TableEntity row, string cycle, string round) => new(
        new(cycle, round, row.RowKey),
        row.GetString(nameof(Who)),
        row.GetString(nameof(Category)) is { } category ? Enum.Parse<StakeholderCategory>(category) : null,
        row.GetString("D0") is null ? [] : row.Document<IReadOnlyList<string>>(),
        row.GetInt32(nameof(Generation)) ?? 1,
        row.GetInt32(nameof(Revision)) ?? 0,
        row.GetInt32(nameof(Frozen)),
        row.GetInt32(nameof(Reminded)) ?? 0,
        row.GetInt32(nameof(FreshLinks)) ?? 0,
        row.GetDateTimeOffset(nameof(Sent)),
        row.GetDateTimeOffset(nameof(Started)),
        row.GetDateTimeOffset(nameof(Submitted)),
        (row.GetInt32(BouncedGeneration) ?? 1) == (row.GetInt32(nameof(Generation)) ?? 1) ? row.GetDateTimeOffset(nameof(Bounced)) : null,
        row.GetDateTimeOffset(nameof(Unsubscribed)),
        row.ETag)
    {
        MeetingTold = row.GetInt32(nameof(MeetingTold)) ?? 0,
        Corrected = row.GetString(nameof(Corrected)),
        Concern = row.GetInt32(nameof(Concern)),
        Fingerprint = row.GetString(nameof(Fingerprint)),
        Recorded = row.GetString(nameof(Recorded)) is { Length: > 0 } how ? how : null,
    };
}
