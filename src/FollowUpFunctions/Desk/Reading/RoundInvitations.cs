using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Reading;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Desk.Reading;

/// <summary>One round with all that were invited, as its page shows it.</summary>
internal sealed class RoundInvitations(CycleState state, CycleFacts facts, Round round, List<Invitation> all, DeskFrame frame)
{
    private const string All = "all";

    private string Address => frame.Page($"rounds/{round.Id}");

    /// <param name="show">A state of invitations; all are listed where it is none.</param>
    /// <param name="page">Which hundred of them.</param>
    public RoundModel Page(string? show, string? page)
    {
        ILookup<string, Invitation> by = all.ToLookup(InvitationStates.Of);
        string? shown = show is not null && by.Contains(show) ? show : null;
        List<Invitation> listed = [.. shown is null ? all : by[shown]];
        listed.Sort(ByOrganisation);
        PageOfMany part = PageOfMany.Of(page, listed.Count, At(shown));
        RoundReport report = CycleStatus.Report(round, all);
        return new(
            frame,
            RoundsEndpoints.Line(round, report, Address),
            new(report.Invited, report.Answered, report.Late, report.Outstanding, report.Bounced, report.Unsubscribed, report.Unsent),
            [.. report.Categories.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new CategoryLine(c.Key, c.Value.Invited, c.Value.Answered))],
            [.. round.Window.Reminders.Select((at, n) => new ReminderLine(at, n < round.Reminded)).Where(r => r.Done || round.IsOpen)],
            Links(),
            shown,
            [(All, all.Count, At(null)), .. InvitationStates.Names.Where(by.Contains).Select(name => (name, by[name].Count(), At(name)))],
            part,
            [.. part.Of(listed).Select(Line)]);
    }

    private IReadOnlyList<DeskLink> Links() =>
    [
        .. CalendarLines.OfOpen(round, frame, $"{DeskSections.Rounds}/{round.Id}"),
        .. RecordedRounds.Find(round.Id) is null ? Array.Empty<DeskLink>() : [new("answers", frame.Page($"files/rounds/{round.Id}/answers"))],
    ];

    private InvitedLine Line(Invitation invitation)
    {
        Contact? contact = facts.ContactOf(invitation.Who);
        string name = InvitationStates.Of(invitation);
        return new(
            invitation.Who, contact?.Name ?? "", contact?.Organisation ?? "", name, InvitationStates.Since(invitation), invitation.Reminded,
            frame.Page($"people/{invitation.Who}"),
            CanRecord && contact is not null ? $"{Address}/record/{invitation.Who}" : null);
    }

    private bool CanRecord => RecordedRounds.Find(round.Id) is not null && !state.IsOver;

    private int ByOrganisation(Invitation a, Invitation b)
    {
        int order = string.Compare(facts.ContactOf(a.Who)?.Organisation, facts.ContactOf(b.Who)?.Organisation, StringComparison.OrdinalIgnoreCase);
        return order != 0 ? order : string.CompareOrdinal(a.Who, b.Who);
    }

    private string At(string? shown) => shown is null ? Address : $"{Address}?show={shown}";
}
