using FollowUp.Domain.Rounds;

namespace FollowUp.Pages.Desk.Reading;

/// <summary>A round that has opened.</summary>
/// <param name="ClosedAt">Null while it is open.</param>
/// <param name="Answered">Null where nobody has counted.</param>
public sealed record RoundLine(
    string Id, DateTimeOffset Opens, DateTimeOffset? Closes, DateTimeOffset? ClosedAt, ClosedBy? By, int Invited, int? Answered, string Href);

/// <summary>A round that is to open.</summary>
public sealed record RoundToCome(string Id, DateTimeOffset Opens, DateTimeOffset? Closes);

/// <summary>The rounds of a cycle, the newest first, and those to come.</summary>
public sealed record RoundsModel(DeskFrame Frame, IReadOnlyList<RoundLine> Rounds, IReadOnlyList<RoundToCome> ToCome) : PageModel
{
    internal override Type Component => typeof(RoundsPage);
}
