using FollowUp.Domain.Rounds;

namespace FollowUp.Pages.Desk.Reading;

internal static class RoundWords
{
    /// <summary>Since when a round is open and until when, or who closed it.</summary>
    public static string State(Wording text, DateTimeOffset opens, DateTimeOffset? closes, DateTimeOffset? closedAt, ClosedBy? by, string zone) =>
        closedAt is { } closed ? text.Format($"rounds.closed.{by?.ToString().ToLowerInvariant()}", ("from", Dates.Day(text, opens, zone)), ("date", Dates.Instant(text, closed, zone)))
        : closes is { } end ? text.Format("rounds.open", ("from", Dates.Day(text, opens, zone)), ("date", Dates.Instant(text, end, zone)))
        : text.Format("rounds.open.no-end", ("from", Dates.Day(text, opens, zone)));
}
