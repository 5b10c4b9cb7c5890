using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Consultation.Children;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Consultation;

public sealed class ConsultationActivities(
    CyclesTable cycles, SourcesTable sources, RoundAnswers answers, VoicesForThePlan voices, PlanComposer composer, JournalTable journal)
{
    private const int ItemsAtOnce = 10;

    /// <summary>Makes the draft from commitments and proposals; a draft that was made, and perhaps settled since, stays.</summary>
    [Function(nameof(DraftPlan))]
    public async Task DraftPlan([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        if (await cycles.Rounds.FindAsync(new(cycle, RoundKinds.DraftReview.Id), cancellation) is not null)
            return;
        RoundRef consultation = new(cycle, RoundKinds.Consultation.Id);
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        PlanDrafting drafting = new(
            contents,
            await answers.CountedAsync(new(cycle, RoundKinds.Commitments.Id), cancellation),
            await voices.WeightsAsync(contents, cancellation));
        await foreach (SubmittedAnswer answer in answers.CountedOneByOneAsync(consultation, cancellation))
            drafting.Add(answer);

        int actions = 0, disputed = 0;
        foreach (PlanItem[] some in drafting.Items().Chunk(ItemsAtOnce))
        {
            foreach (PlanItem item in some)
                await sources.WriteAsync(cycle, item, cancellation);
            await cycles.WriteItemsAsync(cycle, some, cancellation);
            actions += some.Sum(i => i.Actions.Count);
            disputed += some.Count(i => i.Disputed.Count > 0);
        }

        DateTimeOffset closed = (await cycles.Rounds.FindAsync(consultation, cancellation))!.ClosedAt!.Value;
        string left = drafting.NotCompared > 0 ? $", {drafting.NotCompared} texts not compared" : "";
        await journal.WriteAsync(cycle, new(JournalEvents.PlanDrafted, closed, "plan", $"{actions} actions, {disputed} disputed{left}"), cancellation);
    }

    /// <summary>Takes on record whom the coordinators would have lead and support, before those are asked.</summary>
    [Function(nameof(SettleReview))]
    public async Task SettleReview([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        CycleContents contents = await composer.SettleAsync(cycle, cancellation);
        DateTimeOffset closed = (await cycles.Rounds.FindAsync(new(cycle, RoundKinds.DraftReview.Id), cancellation))!.ClosedAt!.Value;
        string detail = $"{contents.Items.Sum(i => i.Actions.Count)} actions, {contents.Items.Count(i => i.Disputed.Count > 0)} disputed";
        await journal.WriteAsync(cycle, new(JournalEvents.ReviewSettled, closed, "plan", detail), cancellation);
    }

    /// <summary>Takes the organisations' replies on record; who is silent has not confirmed.</summary>
    /// <returns>How many organisations are silent.</returns>
    [Function(nameof(SettleResponsibility))]
    public async Task<int> SettleResponsibility([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        IReadOnlyList<PlanItem> items = (await composer.SettleAsync(cycle, cancellation, closing: true)).Items;
        DateTimeOffset closed = (await cycles.Rounds.FindAsync(new(cycle, RoundKinds.Responsibility.Id), cancellation))!.ClosedAt!.Value;
        int silent = Settlement.Silent(items).Count;
        string detail = $"{items.Count(i => i.Responsibility.State == ResponsibilityState.Accepted)} accepted, {items.Count(i => i.Disputed.Count > 0)} disputed, {silent} silent";
        await journal.WriteAsync(cycle, new(JournalEvents.ResponsibilitySettled, closed, "plan", detail), cancellation);
        if (silent > 0)
            await journal.WriteAsync(cycle, new(JournalEvents.SilenceEscalated, closed, RoundKinds.Responsibility.Id, $"{silent} organisations"), cancellation);
        return silent;
    }
}
