using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Dissemination;

public sealed class CommitmentActivities(CyclesTable cycles, InvitationsTable invitations, RoundAnswers answers, JournalTable journal)
{
    /// <summary>Takes the commitments of the groups on record; items that are there, and perhaps settled since, stay.</summary>
    [Function(nameof(RecordCommitments))]
    public async Task RecordCommitments([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        RoundRef round = new(cycle, RoundKinds.Commitments.Id);
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        IReadOnlyList<PlanItem> items = GroupCommitments.Record(contents, await answers.CountedAsync(round, cancellation));
        await cycles.WriteItemsAsync(cycle, items, cancellation);
        DateTimeOffset closed = (await cycles.Rounds.FindAsync(round, cancellation))!.ClosedAt!.Value;
        string detail = $"{items.Sum(i => i.Commitments.Count)} commitments";
        await journal.WriteAsync(cycle, new(JournalEvents.CommitmentsRecorded, closed, round.Round, detail), cancellation);
    }

    /// <summary>Takes on record who confirmed, who declined, and whom no mail reached. Where nobody was to be asked there was no round.</summary>
    [Function(nameof(SettleCoSigning))]
    public async Task SettleCoSigning([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        RoundRef round = new(cycle, RoundKinds.CoSigning.Id);
        if (await cycles.Rounds.FindAsync(round, cancellation) is not { ClosedAt: { } closed } onRecord)
            return;
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        HashSet<string> unreachable =
        [
            .. (await invitations.CountedAsync(round, onRecord.Pages, cancellation))
                .Where(i => i.Bounced is not null || (i.Unsubscribed is not null && i.Sent is null))
                .Select(i => i.Who),
        ];
        IReadOnlyList<PlanItem> items = CoSigning.Settle(
            contents.Items,
            await answers.CountedAsync(round, cancellation),
            [.. contents.Stakeholders.Where(s => unreachable.Contains(s.Id)).Select(s => s.Organisation)]);
        await cycles.WriteItemsAsync(cycle, items, cancellation);
        Signature[] signatures = [.. items.SelectMany(i => i.Commitments).SelectMany(c => c.Signatures)];
        string detail = $"{signatures.Count(s => s.State == SignatureState.Confirmed)} confirmed, {signatures.Count(s => s.State == SignatureState.Declined)} declined";
        await journal.WriteAsync(cycle, new(JournalEvents.CoSigningSettled, closed, round.Round, detail), cancellation);
    }
}
