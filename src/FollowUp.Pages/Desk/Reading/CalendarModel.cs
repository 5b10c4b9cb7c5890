namespace FollowUp.Pages.Desk.Reading;

/// <summary>Where a step of the calendar stands; its words stand under <c>calendar.{name}</c>.</summary>
public enum StepState
{
    Done,
    Now,
    ToCome,
    Cancelled,

    /// <summary>There was nobody to ask.</summary>
    NotHeld,
}

/// <summary>A meeting or a round.</summary>
/// <param name="Ends">Null for a round that only an answer or a decision ends.</param>
/// <param name="Place">Of a meeting; null for a round.</param>
/// <param name="Href">Of the round's page; null where it has none yet.</param>
public sealed record CalendarLine(string Step, StepState State, DateTimeOffset Begins, DateTimeOffset? Ends, string? Place, string? Href, IReadOnlyList<DeskLink> Links)
{
    /// <summary>Reminders that are still to come.</summary>
    public IReadOnlyList<DateTimeOffset> Reminders { get; init; } = [];
}

/// <summary>What is forgotten after the cycle's end.</summary>
/// <param name="Kind"><c>disclosures</c>, <c>voices</c>, <c>answers</c>, <c>mail</c> or <c>contacts</c>.</param>
/// <param name="Days">After the end.</param>
/// <param name="Due">Null while the cycle goes on.</param>
public sealed record RetentionLine(string Kind, int Days, DateTimeOffset? Due);

/// <summary>A cycle's meetings and rounds in the order of their dates, and what is forgotten afterwards.</summary>
public sealed record CalendarModel(DeskFrame Frame, IReadOnlyList<CalendarLine> Lines, IReadOnlyList<RetentionLine> Retention) : PageModel
{
    internal override Type Component => typeof(CalendarPage);

    /// <summary>To postpone, or to end the whole cycle; none where it is over.</summary>
    public IReadOnlyList<DeskLink> Links { get; init; } = [];
}
