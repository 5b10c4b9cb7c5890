using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Children;

namespace FollowUp.Domain.Cycles;

/// <summary>Someone in the secretariat who decides and is told what waits.</summary>
public sealed record Coordinator(string Name, string Email, string Language);

/// <summary>Someone who translates the recommendations.</summary>
/// <param name="Language">Language of mails and forms (BCP 47).</param>
/// <param name="Into">Language that they translate into (BCP 47): any but the source language.</param>
public sealed record Translator(string Name, string Email, string Language, string Into);

/// <summary>A meeting at which people are in one place.</summary>
/// <param name="Sequence">Counts the changes since the cycle began (RFC 5545 §3.8.7.4).</param>
public sealed record Meeting(
    DateTimeOffset Starts, DateTimeOffset Ends, string Place, string? Programme = null, int Sequence = 0, bool Cancelled = false)
{
    /// <summary>How it was at each sequence before this one: the n-th at sequence n.</summary>
    public IReadOnlyList<MeetingBefore> Before { get; init; } = [];

    /// <summary>The meeting as it is from a decision on.</summary>
    public Meeting Became(Meeting changed, DateTimeOffset decided) =>
        changed with { Sequence = Sequence + 1, Before = [.. Before, new(Starts, Ends, Place, decided)] };
}

/// <summary>A meeting as it was announced before it changed.</summary>
/// <param name="Until">When the change was decided.</param>
public sealed record MeetingBefore(DateTimeOffset Starts, DateTimeOffset Ends, string Place, DateTimeOffset Until);

/// <summary>When a round opens, when it reminds and when it closes; all instants in UTC.</summary>
/// <param name="Closes">Null where only an answer or a decision ends the round.</param>
public sealed record RoundWindow(DateTimeOffset Opens, DateTimeOffset? Closes, IReadOnlyList<DateTimeOffset> Reminders);

/// <param name="Rounds">Window by round id (see <see cref="Rounds.RoundKinds"/>), such as <c>consultation</c> or <c>progress-2</c>.</param>
public sealed record Calendar(
    Meeting Workshop,
    Meeting MonitoringWorkshop,
    IReadOnlyDictionary<string, RoundWindow> Rounds);

/// <summary>A cycle that does not go on.</summary>
/// <param name="Note">Why, for coordinators.</param>
public sealed record Cancellation(DateTimeOffset At, string? Note);

/// <summary>What a coordinator decides at the start of a cycle; its calendar may change later, by a decision.</summary>
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

    /// <summary>Null where the coalition writes no letters.</summary>
    public LetterSettings? Letters { get; init; }

    /// <summary>Null where children are asked nothing.</summary>
    public ChildrensSafety? Children { get; init; }

    /// <summary>Id of the cycle that this one follows, or null.</summary>
    public string? PreviousCycle { get; init; }

    /// <summary>How long after its end what is kept; null for <see cref="Retention.Usual"/>.</summary>
    public Retention? Retention { get; init; }

    /// <summary>The interval that the calendar's progress rounds were made from; null where it has windows of its own for them.</summary>
    public TimeSpan? ProgressEvery { get; init; }

    /// <summary>Null while the cycle goes on.</summary>
    public Cancellation? Cancelled { get; init; }

    /// <summary>Ids of the decisions that have changed these settings: one that is carried out again changes nothing.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>Brings a decision in, unless it was brought in before.</summary>
    public CycleSettings Changed(string decision, Func<CycleSettings, CycleSettings> change) =>
        Changes.Contains(decision) ? this : change(this) with { Changes = [.. Changes, decision] };

    /// <summary>The ids of the progress rounds, in order.</summary>
    public IReadOnlyList<string> ProgressRounds =>
        [.. Enumerable.Range(1, int.MaxValue).Select(n => $"progress-{n}").TakeWhile(Calendar.Rounds.ContainsKey)];
}
