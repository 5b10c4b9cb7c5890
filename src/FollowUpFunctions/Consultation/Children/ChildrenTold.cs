using FollowUp.Domain.Children;
using FollowUp.Domain.Plans;
using FollowUp.Pages.Children;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Consultation.Children;

/// <summary>What the children are told of what became of their words: by a decision in several languages, or by the answer to the round that asks for it.</summary>
public sealed class ChildrenTold(CyclesTable cycles, DecisionsTable decisions, RoundAnswers answers)
{
    private static readonly string[] _parts = ["said", "done", "not-done"];

    /// <summary>The letter to the children, or null while nobody has written one. The newest decision goes before all answers.</summary>
    public async Task<ChildrensLetter?> FindAsync(string cycle, CancellationToken cancellation)
    {
        DecisionOnRecord? decided = (await decisions.ListAsync(cycle, cancellation))
            .Where(d => d.Kind == Decisions.Kinds.TellChildren.Kind && d.Texts is not null)
            .OrderBy(d => d.At)
            .ThenBy(d => d.Id, StringComparer.Ordinal)
            .LastOrDefault();
        if (decided is not null)
            return new(decided.Texts!);

        Dictionary<string, string> written = [];
        for (int n = 1; await cycles.Rounds.FindAsync(new(cycle, ChildrensRounds.TellingRound(n)), cancellation) is not null; n++)
        {
            foreach (SubmittedAnswer answer in (await answers.CountedAsync(new(cycle, ChildrensRounds.TellingRound(n)), cancellation)).OrderBy(a => a.Who, StringComparer.Ordinal))
                written.TryAdd(answer.Sheet.Language, string.Join("\n\n", _parts.Select(p => answer.Sheet.Answer(p)).OfType<string>()));
        }

        return written.Count == 0 ? null : new(written);
    }
}
