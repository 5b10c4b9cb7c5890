namespace FollowUp.Domain.Cycles;

/// <summary>Someone in the secretariat who decides and is told what waits.</summary>
public sealed record Coordinator(string Name, string Email, string Language);

/// <summary>Someone who translates the recommendations.</summary>
/// <param name="Language">Language of mails and forms (BCP 47).</param>
/// <param name="Into">Language that they translate into (BCP 47): any but the source language.</param>
public sealed record Translator(string Name, string Email, string Language, string Into);

/// <summary>A meeting at which people are in one place.</summary>
/// <param name="Sequence">Counts the changes since the first invitation (RFC 5545 §3.8.7.4).</param>
public sealed record Meeting(
    DateTimeOffset Starts, DateTimeOffset Ends, string Place, string? Programme = null, int Sequence = 0, bool Cancelled = false);

/// <summary>When a round opens, when it reminds and when it closes; all instants in UTC.</summary>
/// <param name="Closes">Null where only an answer or a decision ends the round.</param>
public sealed record RoundWindow(DateTimeOffset Opens, DateTimeOffset? Closes, IReadOnlyList<DateTimeOffset> Reminders);

/// <param name="Rounds">Window by round id (see <see cref="Rounds.RoundKinds"/>), such as <c>consultation</c> or <c>progress-2</c>.</param>
public sealed record Calendar(
    Meeting Workshop,
    Meeting MonitoringWorkshop,
    IReadOnlyDictionary<string, RoundWindow> Rounds);

/// <summary>What a coordinator decides once, at the start of a cycle.</summary>
/// <param name="Id">Slug, unique in the installation.</param>
/// <param name="Symbol">Symbol of the concluding observations.</param>
/// <param name="TimeZone">IANA name; dates and times are shown in it.</param>
/// <param name="SourceLanguage">Language in which every recommendation has a text.</param>
/// <param name="Languages">Languages of mails and pages, the first for public pages.</param>
/// <param name="CoordinatorReminderEvery">Time after which a decision that waits is asked for again.</param>
public sealed record CycleSettings(
    string Id,
    string Title,
    string Country,
    string Symbol,
    string TimeZone,
    string SourceLanguage,
    IReadOnlyList<string> Languages,
    IReadOnlyList<Coordinator> Coordinators,
    Calendar Calendar,
    TimeSpan CoordinatorReminderEvery)
{
    /// <summary>None where nothing is to be translated; else there is a translation round.</summary>
    public IReadOnlyList<Translator> Translators { get; init; } = [];

    /// <summary>How many working groups the workshop has; null for 8 to 12 people a group.</summary>
    public int? WorkshopGroups { get; init; }

    /// <summary>The ids of the progress rounds, in order.</summary>
    public IReadOnlyList<string> ProgressRounds =>
        [.. Enumerable.Range(1, int.MaxValue).Select(n => $"progress-{n}").TakeWhile(Calendar.Rounds.ContainsKey)];
}
