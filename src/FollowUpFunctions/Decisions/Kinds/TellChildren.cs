using FollowUp.Domain.Children;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>
/// Tells the children, in plain words, what became of what they said: what was done with it, what was not, and why (GC12 §134 (i)). The round that
/// asks for it ends; the newest decision is what children read.
/// </summary>
public sealed class TellChildren(CyclesTable cycles) : DecisionKind
{
    public const string Kind = "tell-children";

    private const int Longest = 5_000;

    public override string Name => Kind;

    public override string JournalEvent => JournalEvents.ChildrensLetterWritten;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        string languages = string.Join(", ", view.Settings.Languages);
        if (asked.Texts is not { Count: > 0 } texts)
        {
            yield return new("/texts", $"Write to the children in a language of the cycle at least: {languages}.");
            yield break;
        }

        foreach ((string language, string? text) in texts)
        {
            string at = Findings.Pointer("/texts", language);
            if (!view.Settings.Languages.Contains(language))
                yield return new(at, $"“{language}” is not a language of this cycle: choose from {languages}.");
            if (string.IsNullOrWhiteSpace(text))
                yield return new(at, "Write something, or leave the language out.");
            if (text?.Length > Longest)
                yield return new(at, $"A text has at most {Longest:N0} characters; children read short ones.");
        }
    }

    public override string? Hindrance(DecisionRequest asked, DecisionView view) =>
        view.Rounds.Any(r => ChildrensRounds.IsTelling(r.Id))
            ? null
            : "There is nothing to tell children yet, or no children took part: they are told when the plan has been published.";

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) =>
        new(id, Name, view.Now, Note: asked.Note) { Texts = asked.Texts };

    public override string Subject(DecisionOnRecord decision) => ChildrensRounds.Consultation.Id;

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        List<string> open = [.. (await cycles.Rounds.ListAsync(cycle, cancellation)).Where(r => r.IsOpen && ChildrensRounds.IsTelling(r.Id)).Select(r => r.Id)];
        foreach (string round in open)
            await cycles.Rounds.ChangeAsync(new(cycle, round), r => r.IsOpen ? r with { CloseDecision = r.CloseDecision ?? decision.Id } : r, cancellation);
        return open;
    }
}
