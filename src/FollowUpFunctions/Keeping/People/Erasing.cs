using FollowUp.Domain.People;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Keeping.People;

/// <summary>
/// Carries out an erasure that is on record, in passes: one at once, and one when nothing that was under way by then can still write what it had read.
/// Each does what is left, so one that breaks off is done again. The words themselves are forgotten after the last.
/// </summary>
public sealed class Erasing(
    ErasuresTable erasures, ErasedContacts contacts, ErasedRows rows, ErasedFiles files, PersonFinder finder, CyclesTable cycles, InvitationsTable invitations, JournalTable journal, TimeProvider clock)
{
    /// <summary>Pages, mails and steps that were begun before a pass have ended by then.</summary>
    public static readonly TimeSpan LookAgainAfter = TimeSpan.FromMinutes(10);

    public async Task<ErasureReport> PassAsync(Erasure erasure, CancellationToken cancellation)
    {
        string cycle = erasure.Cycle;
        DateTimeOffset begun = clock.GetUtcNow();
        PersonWords words = await finder.WordsAsync(cycle, erasure.Person, cancellation);
        ErasureCounts counts = erasure.Counts + await contacts.EraseAsync(erasure, cancellation);
        counts += new ErasureCounts(Rows: await rows.EraseAsync(cycle, words, look: false, cancellation));
        erasure = await files.EraseAsync(erasure with { Counts = counts }, words, await InvitationsAsync(erasure, cancellation), cancellation);
        bool isLast = erasure.First <= begun - LookAgainAfter;
        ErasureReport report = new(
            erasure.Id, erasure.Person.Whos, erasure.At, erasure.Counts, erasure.Versions, await NewVersionAsync(erasure, cancellation), isLast ? begun : null);
        await erasures.WriteAsync(cycle, report, cancellation);
        string detail = erasure.Versions.Count == 0 ? "" : $"{string.Join(", ", erasure.Versions.Select(v => $"v{v}"))} replaced";
        await journal.WriteAsync(cycle, new(JournalEvents.PersonErased, erasure.At, erasure.Id, detail), cancellation);
        if (isLast)
            await erasures.ForgetAsync(erasure, cancellation);
        else
            await erasures.WriteAsync(erasure with { First = erasure.First ?? clock.GetUtcNow() }, cancellation);
        return report;
    }

    /// <summary>Whether a pass is due: the first one broke off, or the last one's time has come.</summary>
    public bool IsDue(Erasure erasure) => erasure.First is not { } first || clock.GetUtcNow() - first >= LookAgainAfter;

    private async Task<int?> NewVersionAsync(Erasure erasure, CancellationToken cancellation) =>
        (await cycles.VersionsAsync(erasure.Cycle, cancellation)).FindLast(v => ErasedFiles.IsStep(erasure, v.Step))?.Number;

    private async Task<IReadOnlyCollection<string>> InvitationsAsync(Erasure erasure, CancellationToken cancellation)
    {
        // Mails to the safeguarding contact have its id in their name.
        HashSet<string> ids = [.. erasure.Person.Whos.Where(w => w == FollowUp.Domain.Cycles.Contact.Safeguarding)];
        foreach (Round round in await cycles.Rounds.ListAsync(erasure.Cycle, cancellation))
        {
            foreach (string who in erasure.Person.Whos)
            {
                if (await invitations.OfPersonAsync(new RoundRef(erasure.Cycle, round.Id), round.Pages, who, cancellation) is { } invitation)
                    ids.Add(invitation.Ref.Id);
            }
        }

        return ids;
    }
}
