using FollowUp.Domain.Plans;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Progress.Evidence;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>
/// Lets everybody read a file that was given as evidence: the next version of the plan links it. Whoever decides has looked at it: files show children's
/// faces and people's names. What the product can find of the cycle's people in its text holds it back.
/// </summary>
public sealed class ReleaseEvidence(CyclesTable cycles, EvidenceStore store, EvidenceNames names, PublicEvidence files) : DecisionKind
{
    public override string Name => "release-evidence";

    public override string JournalEvent => JournalEvents.EvidenceReleased;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view) => EvidenceDecision.Faults(
        asked, view, "Say in a sentence why it may be public, and that somebody has looked for children's faces and people's names in it.");

    public override async Task<string?> HindranceAsync(string cycle, DecisionRequest asked, DecisionView view, CancellationToken cancellation)
    {
        if (await store.FindAsync(cycle, asked.File!, cancellation) is not ({ } file, { } bytes))
            return "The file is not kept any more: look at the evidence of the cycle.";
        return await names.AreInAsync(view.Cycle, file.Extension, bytes, cancellation)
            ? "The file's text or properties hold an e-mail address or the name of somebody of this cycle: ask for one without, or cite it by a link."
            : null;
    }

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) => new(id, Name, view.Now, Note: asked.Note) { File = asked.File };

    public override string Subject(DecisionOnRecord decision) => decision.File!;

    public override string Detail(DecisionOnRecord decision) => $"{decision.Id}: {decision.Note}";

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        // The file is there before a plan names it. One that was taken back meanwhile stays taken back.
        if (await files.CopyAsync(cycle, decision.File!, cancellation))
            await cycles.ChangeItemsAsync(cycle, items => StatusReports.Release(items, decision.File!, decision.Id), cancellation);
        return [];
    }
}

/// <summary>Takes a released file back: nobody can read it any more, and the next version of the plan doesn't name it.</summary>
public sealed class WithdrawEvidence(CyclesTable cycles, PublicEvidence files) : DecisionKind
{
    public override string Name => "withdraw-evidence";

    public override string JournalEvent => JournalEvents.EvidenceWithdrawn;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view) => EvidenceDecision.Faults(asked, view, "Say in a sentence why it is taken back.");

    public override string? Hindrance(DecisionRequest asked, DecisionView view) =>
        EvidenceDecision.Given(view, asked.File).Any(f => f.Released is not null) ? null : "The file is not public.";

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) => new(id, Name, view.Now, Note: asked.Note) { File = asked.File };

    public override string Subject(DecisionOnRecord decision) => decision.File!;

    public override string Detail(DecisionOnRecord decision) => $"{decision.Id}: {decision.Note}";

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        await files.DeleteAsync(cycle, decision.File!, cancellation);
        await cycles.ChangeItemsAsync(cycle, items => StatusReports.Release(items, decision.File!, null), cancellation);
        return [];
    }
}

internal static class EvidenceDecision
{
    public static IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view, string why)
    {
        if (!Given(view, asked.File).Any())
            yield return new("/file", "Name a file that stands in the plan by its sha256, as GET /cycles/{id}/evidence lists it.");
        if (string.IsNullOrWhiteSpace(asked.Note))
            yield return new("/note", why);
    }

    public static IEnumerable<EvidenceFile> Given(DecisionView view, string? sha256) =>
        view.Cycle.Items.SelectMany(i => i.Progress).Select(r => r.EvidenceFile).OfType<EvidenceFile>().Where(f => f.Sha256 == sha256);
}
