using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>
/// Says a recommendation in plain words, for children and young people; an empty text takes the words of a language away. Of several decisions on one
/// language the newest counts, whenever it is carried out.
/// </summary>
public sealed class SetPlainWords(CyclesTable cycles, DecisionsTable decisions) : DecisionKind
{
    public const string Kind = "set-plain-words";

    private const int Longest = 1_000;

    public override string Name => Kind;

    public override string JournalEvent => JournalEvents.PlainWordsSet;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        if (view.Cycle.Recommendations.All(r => r.Key != asked.Recommendation))
            yield return new("/recommendation", "Name a recommendation of the cycle by its key, such as 66-a.");
        string languages = string.Join(", ", view.Settings.Languages);
        if (asked.Texts is not { Count: > 0 })
            yield return new("/texts", $"Give the plain words in a language of the cycle at least ({languages}); an empty text takes them away.");
        foreach ((string language, string? text) in asked.Texts ?? new Dictionary<string, string>())
        {
            string at = Findings.Pointer("/texts", language);
            if (!view.Settings.Languages.Contains(language))
                yield return new(at, $"“{language}” is not a language of this cycle: choose from {languages}.");
            if (text is null)
                yield return new(at, "Write the plain words, or an empty text to take them away.");
            if (text?.Length > Longest)
                yield return new(at, $"Plain words have at most {Longest:N0} characters; children read short ones.");
        }
    }

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) =>
        new(id, Name, view.Now, Recommendation: asked.Recommendation, Note: asked.Note) { Texts = asked.Texts };

    public override string Subject(DecisionOnRecord decision) => decision.Recommendation!;

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        Dictionary<string, string> newest = [];
        foreach (DecisionOnRecord said in (await decisions.ListAsync(cycle, cancellation))
            .Where(d => d.Kind == Kind && d.Recommendation == decision.Recommendation)
            .OrderBy(d => d.At)
            .ThenBy(d => d.Id, StringComparer.Ordinal))
        {
            foreach ((string language, string text) in said.Texts!)
                newest[language] = text.Trim().ReplaceLineEndings("\n");
        }

        await cycles.ChangeRecommendationAsync(cycle, decision.Recommendation!, r => WithWords(r, newest), cancellation);
        return [];
    }

    private static Recommendation WithWords(Recommendation recommendation, Dictionary<string, string> newest)
    {
        Dictionary<string, string> words = new(recommendation.PlainWords);
        foreach ((string language, string text) in newest)
            words[language] = text;
        return recommendation with { PlainWords = words.Where(w => w.Value.Length > 0).ToDictionary(w => w.Key, w => w.Value) };
    }
}
