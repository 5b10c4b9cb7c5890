using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Publication;

/// <summary>Publishes the report of commitments once, and tells all who were invited to the workshop.</summary>
public sealed class ReportActivities(
    CyclesTable cycles, InvitationsTable invitations, WorkshopAttendance attendance, ReportFiles files, PublicIndex index, Outbox outbox, JournalTable journal)
{
    [Function(nameof(PublishReport))]
    public async Task PublishReport([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        Attendance attended = await attendance.ReadAsync(contents, cancellation);
        CommitmentsReport report = await files.WriteAsync(
            contents.Settings, CommitmentsReports.Compose(contents, attended, await WhenAsync(cycle, cancellation)), cancellation);
        await index.WriteAsync(contents.Settings, cancellation);
        string detail = $"{report.Figures.Commitments} commitments, {report.Figures.NotTakenUp} not taken up";
        await journal.WriteAsync(cycle, new(JournalEvents.ReportPublished, report.PublishedAt, ReportFiles.Folder, detail), cancellation);
    }

    [Function(nameof(CountReportPages))]
    public async Task<int> CountReportPages([ActivityTrigger] string cycle, CancellationToken cancellation) =>
        (await cycles.RoundAsync(new(cycle, RoundKinds.WorkshopInvitation.Id), cancellation))!.Pages;

    [Function(nameof(SendReportPage))]
    public async Task SendReportPage([ActivityTrigger] PageRef page, CancellationToken cancellation)
    {
        IReadOnlySet<string> optedOut = await cycles.OptedOutAsync(page.Cycle, cancellation);
        List<Invitation> there = await invitations.PageAsync(page, cancellation);
        await outbox.SendAsync(
            new(page, MailKind.ReportPublished, 1),
            [.. there.Where(i => i.Bounced is null && i.Unsubscribed is null && !optedOut.Contains(i.Who))],
            cancellation);
    }

    // The moment at which the last that it tells was settled: a step that is repeated later writes the same.
    private async Task<DateTimeOffset> WhenAsync(string cycle, CancellationToken cancellation)
    {
        Round? asked = await cycles.RoundAsync(new(cycle, RoundKinds.CoSigning.Id), cancellation);
        Round? committed = await cycles.RoundAsync(new(cycle, RoundKinds.Commitments.Id), cancellation);
        return (asked?.ClosedAt ?? committed!.ClosedAt)!.Value;
    }
}
