using Azure;
using Azure.Data.Tables;

namespace FollowUpFunctions.Storage;

/// <summary>A mail as the outbox knows it; times, not a state, so that notices change nothing that come late, twice or out of order.</summary>
/// <param name="Tries">How often it was handed over, or about to be.</param>
/// <param name="Sending">When it was last about to be.</param>
/// <param name="Returned">The try that the provider surely did not take; 0 for none.</param>
/// <param name="Withdrawn">When it was no longer wanted: the person had answered, or had stopped our mails.</param>
/// <param name="GivenUp">When it was tried so often that no more tries are made.</param>
public sealed record OutboxMail(
    string Key,
    int Tries,
    DateTimeOffset Sending,
    int Returned,
    DateTimeOffset? Accepted,
    DateTimeOffset? Delivered,
    DateTimeOffset? Bounced,
    DateTimeOffset? Complained,
    DateTimeOffset? Withdrawn,
    DateTimeOffset? GivenUp,
    ETag ETag)
{
    /// <summary>Whose try it is; a claim whose answer was lost is known again by it.</summary>
    public string? By { get; init; }

    /// <summary>Fingerprints of the provider's notices that were taken.</summary>
    public string Notices { get; init; } = "";

    public bool IsAccepted => Accepted is not null || Delivered is not null;

    public bool IsSettled => IsAccepted || Bounced is not null || Withdrawn is not null || GivenUp is not null;

    public bool IsReturned => Returned == Tries;

    public static OutboxMail From(TableEntity row) => new(
        row.RowKey,
        row.GetInt32(nameof(Tries)) ?? 1,
        row.GetDateTimeOffset(nameof(Sending))!.Value,
        row.GetInt32(nameof(Returned)) ?? 0,
        row.GetDateTimeOffset(nameof(Accepted)),
        row.GetDateTimeOffset(nameof(Delivered)),
        row.GetDateTimeOffset(nameof(Bounced)),
        row.GetDateTimeOffset(nameof(Complained)),
        row.GetDateTimeOffset(nameof(Withdrawn)),
        row.GetDateTimeOffset(nameof(GivenUp)),
        row.ETag)
    {
        By = row.GetString(nameof(By)),
        Notices = row.GetString(nameof(Notices)) ?? "",
    };
}
