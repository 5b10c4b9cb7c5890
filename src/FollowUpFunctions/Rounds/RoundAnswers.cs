using System.Runtime.CompilerServices;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Rounds;

/// <summary>What was answered in a round, for the decisions that are made from it.</summary>
public sealed class RoundAnswers(CyclesTable cycles, InvitationsTable invitations, AnswersTable answers)
{
    /// <summary>The answers that counted when the round closed, by invitation id; none while it is open.</summary>
    public async Task<IReadOnlyList<SubmittedAnswer>> CountedAsync(RoundRef round, CancellationToken cancellation) =>
        await ReadAsync(round, i => i.Frozen ?? 0, _ => false, cancellation);

    /// <summary>The answers that counted, page by page: of a large round only one page is in memory.</summary>
    public async IAsyncEnumerable<SubmittedAnswer> CountedOneByOneAsync(RoundRef round, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await cycles.Rounds.FindAsync(round, cancellation) is not { } onRecord)
            yield break;
        CycleFacts facts = (await cycles.FactsAsync(round.Cycle, cancellation))!;
        for (int page = 0; page < onRecord.Pages; page++)
        {
            PageRef reference = new(round.Cycle, round.Round, page);
            Dictionary<string, Invitation> counted = (await invitations.PageAsync(reference, cancellation))
                .Where(i => i.Frozen > 0 && facts.ContactOf(i.Who) is not null)
                .ToDictionary(i => i.Ref.Id);
            await foreach ((string invitation, int revision, AnswerSheet sheet) in answers.OneByOneAsync(reference, cancellation))
            {
                if (counted.TryGetValue(invitation, out Invitation? i) && i.Frozen == revision)
                    yield return new(round.Round, invitation, revision, i.Who, facts.ContactOf(i.Who)!.Organisation, i.Category, i.Submitted!.Value, false, sheet);
            }
        }
    }

    /// <summary>What came after the round had closed: kept, shown to the coordinator, not counted.</summary>
    public async Task<IReadOnlyList<SubmittedAnswer>> LateAsync(RoundRef round, CancellationToken cancellation) =>
        await ReadAsync(round, i => i.IsLate ? i.Revision : 0, _ => true, cancellation);

    /// <summary>The newest answer of each, also while the round is open and after it has closed; where it is decided what is done next, not what counted.</summary>
    public async Task<IReadOnlyList<SubmittedAnswer>> NewestAsync(RoundRef round, CancellationToken cancellation) =>
        await ReadAsync(round, i => i.Revision, i => i.IsLate, cancellation);

    private async Task<IReadOnlyList<SubmittedAnswer>> ReadAsync(
        RoundRef round, Func<Invitation, int> revision, Func<Invitation, bool> late, CancellationToken cancellation)
    {
        if (await cycles.Rounds.FindAsync(round, cancellation) is not { } onRecord)
            return [];
        CycleFacts facts = (await cycles.FactsAsync(round.Cycle, cancellation))!;
        List<SubmittedAnswer> all = [];
        for (int page = 0; page < onRecord.Pages; page++)
        {
            PageRef reference = new(round.Cycle, round.Round, page);
            Dictionary<(string Invitation, int Revision), AnswerSheet> sheets = await answers.PageAsync(reference, cancellation);
            foreach (Invitation i in await invitations.PageAsync(reference, cancellation))
            {
                if (revision(i) is > 0 and int counted && facts.ContactOf(i.Who) is { } contact)
                    all.Add(new(round.Round, i.Ref.Id, counted, i.Who, contact.Organisation, i.Category, i.Submitted!.Value, late(i), sheets[(i.Ref.Id, counted)]));
            }
        }

        return all;
    }
}
