using FollowUp.Domain.Children;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>
/// Says of a child's words that they are free of identifying detail, are so when edited, or are withheld. The newest decision on a voice counts. With
/// the last one the round that asks for them ends.
/// </summary>
public sealed class ReviewVoice(CyclesTable cycles, VoicesTable voices) : DecisionKind
{
    public const string Kind = "review-voice";

    private static readonly Dictionary<string, VoiceVerdict> _verdicts = new()
    {
        ["free"] = VoiceVerdict.Free,
        ["redacted"] = VoiceVerdict.Redacted,
        ["withheld"] = VoiceVerdict.Withheld,
    };

    public override string Name => Kind;

    public override string JournalEvent => JournalEvents.VoiceReviewed;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        if (string.IsNullOrWhiteSpace(asked.Voice))
            yield return new("/voice", "Name a voice by the id that GET voices lists.");
        if (asked.Verdict is null || !_verdicts.ContainsKey(asked.Verdict))
            yield return new("/verdict", "Say what was found: free, redacted or withheld.");
        if (asked.Verdict == "redacted" && string.IsNullOrWhiteSpace(asked.Words))
            yield return new("/words", "Give the words as they may be shown.");
        if (asked.Verdict is not "redacted" && asked.Words is not null)
            yield return new("/words", "Only redacted words are given: leave them out, or say redacted.");
        if (asked.Words?.Length > Consultation.Children.ChildFlow.LongestWords)
            yield return new("/words", $"The words have at most {Consultation.Children.ChildFlow.LongestWords:N0} characters.");
        if (asked.Verdict == "withheld" && string.IsNullOrWhiteSpace(asked.Note))
            yield return new("/note", "Say why the words are withheld: somebody will ask on the child's behalf.");
    }

    public override async Task<string?> HindranceAsync(string cycle, DecisionRequest asked, DecisionView view, CancellationToken cancellation) =>
        await voices.FindAsync(cycle, asked.Voice!, cancellation) is { Voice.Words: not null }
            ? null
            : $"There is no voice {asked.Voice} with words: it was taken back, or the asking is not over. GET voices lists those that there are.";

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) =>
        new(id, Name, view.Now, Note: asked.Note) { Voice = asked.Voice, Verdict = asked.Verdict, Words = asked.Words };

    public override string Subject(DecisionOnRecord decision) => decision.Voice!;

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        VoiceVerdict verdict = _verdicts[decision.Verdict!];
        // Words that were forgotten since, because the child took them back, leave nothing to be carried out.
        if (await voices.FindAsync(cycle, decision.Voice!, cancellation) is { } voice && (verdict != VoiceVerdict.Redacted || decision.Words is not null))
            await voices.ChangeAsync(voice, v => v with { Review = new(verdict, decision.Words, decision.Id) }, cancellation);
        if ((await voices.SealedAsync(cycle, cancellation)).Any(v => !v.Voice.IsReviewed))
            return [];
        Round? round = await cycles.Rounds.ChangeAsync(
            new(cycle, ChildrensRounds.Review.Id), r => r.IsOpen ? r with { CloseDecision = r.CloseDecision ?? decision.Id } : r, cancellation);
        return round is { IsOpen: true } ? [round.Id] : [];
    }
}
