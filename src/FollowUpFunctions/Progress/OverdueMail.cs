using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Progress;
using FollowUp.Domain.Recommendations;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Progress;

/// <summary>What a mail about overdue items says: what was noted at the end of its round, whatever has been answered since.</summary>
public sealed class OverdueMail(CyclesTable cycles, PlanComposer plans)
{
    public async Task<IReadOnlyList<MailOverdue>> OfAsync(MailBatch batch, CancellationToken cancellation)
    {
        string id = batch.Page.Cycle;
        string? round = Escalations.Round(await cycles.Rounds.ListAsync(id, cancellation), batch.Ordinal);
        CycleContents cycle = await plans.CurrentAsync(id, cancellation);
        Dictionary<string, PlanItem> items = cycle.Items.ToDictionary(i => i.Recommendation);
        Dictionary<string, Recommendation> recommendations = cycle.Recommendations.ToDictionary(r => r.Key);
        HashSet<string> told = [.. cycle.Items.SelectMany(i => i.Escalated).Where(e => e.Round == round).Select(e => e.Deadline)];
        return
        [
            .. Deadlines.Of(cycle.Items).Where(d => told.Contains(d.Key)).DistinctBy(d => d.Key)
                .GroupBy(d => d.Organisation is null ? null : Organisations.Normalise(d.Organisation), StringComparer.OrdinalIgnoreCase)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new MailOverdue(
                    g.Key,
                    [
                        .. g.Select(d => new MailOverdueLine(
                            recommendations.TryGetValue(d.Recommendation, out Recommendation? r) ? r.Citation.Split(' ')[^1] : d.Recommendation,
                            d.Due,
                            d.Organisation is not null && StatusViews.Own(items[d.Recommendation], d.Organisation) is null)),
                    ],
                    OverdueLetters.To(cycle, g.Key))),
        ];
    }
}
