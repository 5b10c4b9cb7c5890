using FollowUp.Domain.Rounds;

namespace FollowUpFunctions.Rounds;

/// <summary>What opening a round gave.</summary>
/// <param name="Opens">When it will open (UTC), if its time has not come; then nothing has happened.</param>
/// <param name="Closed">It was over before, or there is no such round.</param>
/// <param name="Cancelled">The cycle was cancelled: neither this round nor any other opens.</param>
public sealed record RoundOpening(int Pages, bool Closed, DateTime? Opens = null, bool Cancelled = false);

/// <summary>What the clock needs to know of a round.</summary>
/// <param name="Reminder">Ordinal of the reminder that is due, or null.</param>
/// <param name="Next">When to look again (UTC); null when only an event can change anything.</param>
public sealed record RoundView(bool Over, ClosedBy? By, int? Reminder, DateTime? Next);

public sealed record ReminderOfPage(PageRef Page, int Ordinal);

public sealed record ReminderOfRound(RoundRef Round, int Ordinal);

public sealed record RoundClosing(RoundRef Round, ClosedBy By);

public static class RoundEvents
{
    /// <summary>Raised, without a payload, when a round's row has changed or nothing is outstanding any more.</summary>
    public const string Changed = "RoundChanged";
}
