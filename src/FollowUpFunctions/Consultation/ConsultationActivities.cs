using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Consultation;

public sealed class ConsultationActivities(
    CyclesTable cycles, RoundAnswers answers, JournalTable journal)
{
    /// <summary>Makes the draft from commitments and proposals; a draft that was made, and perhaps settled since, stays.</summary>
    [Function(nameof(DraftPlan))]
    public async Task DraftPlan([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        if (await cycles.RoundAsync(new(cycle, RoundKinds.Responsibility.Id), cancellation) is not null)
            return;
        RoundRef consultation = new(cycle, RoundKinds.Consultation.Id);
        IReadOnlyList<PlanItem> items = PlanDraft.Make(
            contents,
            await answers.CountedAsync(new(cycle, RoundKinds.Commitments.Id), cancellation),
            await answers.CountedAsync(consultation, cancellation));
        await cycles.WriteItemsAsync(cycle, items, cancellation);
        DateTimeOffset closed = (await cycles.RoundAsync(consultation, cancellation))!.ClosedAt!.Value;
        await journal.WriteAsync(cycle, new(JournalEvents.PlanDrafted, closed, "plan", $"{items.Sum(i => i.Actions.Count)} actions"), cancellation);
    }

    [Function(nameof(SettleResponsibility))]
    public async Task SettleResponsibility([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        RoundRef round = new(cycle, RoundKinds.Responsibility.Id);
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        IReadOnlyList<PlanItem> items = Settlement.Apply(contents.Items, await answers.CountedAsync(round, cancellation));
        await cycles.WriteItemsAsync(cycle, items, cancellation);
        DateTimeOffset closed = (await cycles.RoundAsync(round, cancellation))!.ClosedAt!.Value;
        string detail = $"{items.Count(i => i.Responsibility.State == ResponsibilityState.Accepted)} accepted, {items.Count(i => i.Responsibility.IsDisputed)} disputed";
        await journal.WriteAsync(cycle, new(JournalEvents.ResponsibilitySettled, closed, "plan", detail), cancellation);
    }
}
