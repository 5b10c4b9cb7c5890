using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Publication;

/// <summary>Publishes the report of commitments once.</summary>
public sealed class ReportActivities(
    CyclesTable cycles, WorkshopAttendance attendance, ReportFiles files, PublicIndex index, JournalTable journal)
{
    /// <returns>Whether the cycle was cancelled: then nothing is published.</returns>
    [Function(nameof(PublishReport))]
    public async Task<bool> PublishReport([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        if (contents.Settings.Cancelled is not null)
            return true;
        Attendance attended = await attendance.ReadAsync(contents, cancellation);
        CommitmentsReport report = await files.WriteAsync(
            contents.Settings, CommitmentsReports.Compose(contents, attended, await WhenAsync(cycle, cancellation)), cancellation);
        await index.WriteAsync(contents.Settings, cancellation);
        string detail = $"{report.Figures.Commitments} commitments, {report.Figures.NotTakenUp} not taken up";
        await journal.WriteAsync(cycle, new(JournalEvents.ReportPublished, report.PublishedAt, ReportFiles.Folder, detail), cancellation);
        return false;
    }

    // The moment at which the last that it tells was settled: a step that is repeated later writes the same.
    private async Task<DateTimeOffset> WhenAsync(string cycle, CancellationToken cancellation)
    {
        Round? asked = await cycles.Rounds.FindAsync(new(cycle, RoundKinds.CoSigning.Id), cancellation);
        Round? committed = await cycles.Rounds.FindAsync(new(cycle, RoundKinds.Commitments.Id), cancellation);
        return (asked?.ClosedAt ?? committed!.ClosedAt)!.Value;
    }
}
