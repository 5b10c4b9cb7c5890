using FollowUp.Domain.Cycles;
using FollowUp.Domain.StrategicPlans;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.StrategicPlans;

/// <summary>What became of a strategic plan that was sent.</summary>
/// <param name="Plan">Null where it was not taken.</param>
/// <param name="Problems">What must be mended; pointers <c>/organisation</c>, <c>/language</c>, <c>/file</c>.</param>
/// <param name="Conflict">Why a sound one can't be taken now, or null.</param>
public sealed record StrategicPlanAnswer(StrategicPlan? Plan, IReadOnlyList<Problem> Problems, string? Conflict);

/// <summary>Takes an organisation's strategic plan, and compares it with the action plan.</summary>
public sealed class StrategicPlanTaking(
    CyclesTable cycles, StrategicPlansTable plans, PlanComposer composer, DecisionsTable decisions, JournalTable journal, TimeProvider clock)
{
    /// <summary>Replaces an earlier one whole.</summary>
    /// <param name="rehearse">Nothing is written.</param>
    public async Task<StrategicPlanAnswer> TakeAsync(
        CycleState state, string? organisation, string? language, byte[]? file, bool rehearse, CancellationToken cancellation)
    {
        string cycle = state.Settings.Id;
        Findings findings = new();
        string name = findings.Line("/organisation", organisation, 300, "Name the organisation whose strategic plan it is, as the part “organisation”.");
        string tongue = findings.Line("/language", language, 100, "Name the language of the strategic plan, as the part “language”, such as “km”.");
        if (tongue.Length > 0 && !LanguageTags.IsOne(tongue))
            findings.Add("/language", $"“{tongue}” is not a language tag: use one such as “en” or “km”.");
        IReadOnlyList<Objective> objectives = [];
        if (file is not null)
        {
            (objectives, IReadOnlyList<Problem> problems) = StrategicPlanReader.Read(file, "/file");
            foreach (Problem problem in problems)
                findings.Add(problem.Pointer, problem.Message);
        }
        else
        {
            findings.Missing("/file", "Send the strategic plan as the part “file”: DOCX, PDF, HTML or text, or a table as CSV or XLSX.");
        }

        if (findings.Problems.Count > 0)
            return new(null, findings.Problems, null);
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        StrategicPlan plan = new(StrategicPlan.SlugOf(name, contents.Stakeholders), name, tongue, clock.GetUtcNow(), objectives);
        if (await plans.FindAsync(cycle, plan.Slug, cancellation) is { } other && !Organisations.Same(other.Organisation, name))
            return Refused($"The strategic plan of {other.Organisation} has the address {plan.Slug}: write the name so that the two differ in their first {Slug.MaxLength} letters.");
        if (rehearse)
            return new(plan, [], null);
        if (state.EndedAt is not null || state.Settings.Cancelled is not null)
            return Refused($"The cycle {cycle} is over: send the strategic plan to the one that follows it.");
        await plans.WriteAsync(cycle, plan, cancellation);
        await journal.WriteAsync(cycle, new(JournalEvents.StrategicPlanUploaded, plan.UploadedAt, plan.Slug, $"{objectives.Count}"), cancellation);
        return new(plan, [], null);
    }

    public async Task<PlanOverlap> OverlapAsync(string cycle, StrategicPlan plan, CancellationToken cancellation)
    {
        CycleContents contents = await cycles.ContentsAsync(cycle, cancellation);
        contents = contents with { Items = await composer.ReviewedAsync(contents, contents.Items, cancellation) };
        return PlanOverlap.Of(plan, contents, (await decisions.ListAsync(cycle, cancellation)).MatchesOf(plan.Slug));
    }

    private static StrategicPlanAnswer Refused(string why) => new(null, [], why);
}
