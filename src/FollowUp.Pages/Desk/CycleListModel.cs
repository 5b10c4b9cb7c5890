using FollowUp.Domain.Rounds;

namespace FollowUp.Pages.Desk;

/// <param name="Phase">Null before the first.</param>
/// <param name="Over">When it ended or was cancelled; null while it goes on.</param>
public sealed record CycleLine(string Id, string Title, Phase? Phase, DateTimeOffset Began, DateTimeOffset? Over, string Address);

/// <summary>The cycles that a coordinator sees.</summary>
/// <param name="MayBegin">Whether they may begin another.</param>
public sealed record CycleListModel(DeskFrame Frame, IReadOnlyList<CycleLine> Cycles, bool MayBegin) : PageModel
{
    internal override Type Component => typeof(CycleListPage);
}
