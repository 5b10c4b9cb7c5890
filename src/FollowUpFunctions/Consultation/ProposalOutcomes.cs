using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Consultation;

/// <summary>What became of what somebody proposed in the consultation, once a version of the plan is out.</summary>
public sealed class ProposalOutcomes(
    CyclesTable cycles, AnswersTable answers, SourcesTable sources, DecisionsTable decisions, PlanComposer composer, PublicAddresses addresses)
{
    /// <returns>Null before the plan is out, for other rounds, and where nothing counted.</returns>
    public async Task<BecameView?> OfAsync(FormVisit visit, CancellationToken cancellation)
    {
        if (visit.Kind != RoundKinds.Consultation || visit.Invitation.Frozen is null or 0 || visit.Round.ClosedAt is null)
            return null;
        string cycle = visit.Facts.Settings.Id;
        int revision = visit.Invitation.Frozen!.Value;
        if ((await cycles.VersionsAsync(cycle, cancellation)).MaxBy(v => v.Number) is not { } newest
            || await answers.RevisionAsync(visit.Invitation.Ref, revision, cancellation) is not { } sheet)
        {
            return null;
        }

        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        PlanItem[] concerned = [.. contents.Items.Where(i => Said(sheet, "action", i.Recommendation) is not null || Said(sheet, "lead", i.Recommendation) is not null)];
        // As it is published: what was decided since is told with the next version.
        IReadOnlyList<PlanItem> plan = await composer.ReviewedAsync(
            contents, await sources.WithSourcesAsync(cycle, concerned, cancellation), cancellation, newest.At);
        Dictionary<string, string> reasons = (await decisions.ListAsync(cycle, cancellation)).Where(d => d.Note is not null).ToDictionary(d => d.Id, d => d.Note!);
        Dictionary<string, string> proposed = concerned
            .Where(i => Said(sheet, "action", i.Recommendation) is not null)
            .ToDictionary(i => i.Recommendation, i => Said(sheet, "action", i.Recommendation)!);
        Discretion discretion = new(contents);
        Dictionary<string, ProposalFate> fates = ProposalFates.Of(plan, $"{visit.Round.Id}~{visit.Invitation.Ref.Id}~r{revision}", proposed, reasons)
            .ToDictionary(f => f.Recommendation, f => f with { Actions = [.. f.Actions.Select(a => a with { Text = discretion.Of(a.Text) })] });
        return new([.. plan.Select(Of)], addresses.Plan(cycle));

        BecameOfRecommendation Of(PlanItem item)
        {
            Recommendation recommendation = visit.Facts.Recommendation(item.Recommendation)!;
            return new(
                recommendation.Citation,
                recommendation.Heading,
                fates.GetValueOrDefault(item.Recommendation),
                Said(sheet, "lead", item.Recommendation),
                discretion.OfOptional(item.Responsibility.Organisation),
                item.Responsibility.State);
        }
    }

    private static string? Said(AnswerSheet sheet, string question, string recommendation) =>
        sheet.All("recommendations") is { Count: > 0 } chosen && !chosen.Contains(recommendation) ? null : sheet.Answer(question, recommendation);
}
