namespace FollowUp.Domain.Likeness;

/// <param name="Language">BCP 47; where the words themselves say which language it is, they count.</param>
public sealed record Passage(string Text, string Language);

/// <summary>Something that others are compared with: it is as like a text as the likest of its passages.</summary>
public sealed record Candidate(string Key, IReadOnlyList<Passage> Passages);

/// <summary>Words of two texts that say the same.</summary>
/// <param name="Here">As the text has it that was asked for.</param>
/// <param name="There">As the candidate has it.</param>
public sealed record SharedWords(string Here, string There);

/// <param name="Score">0 to 1; from <see cref="LikenessIndex.Offered"/> on it is worth a person's look.</param>
/// <param name="Words">What made the score, the weightiest first.</param>
public sealed record Resemblance(string Key, double Score, IReadOnlyList<SharedWords> Words);

/// <summary>
/// Finds what is likest in sense to a text, in English, French and Khmer and across them: by concepts of children's rights, by stems, and by pairs of
/// Khmer clusters, each the weightier the rarer it is among the candidates. A text with a matter of its own is only like what shares it.
/// </summary>
public sealed class LikenessIndex
{
    /// <summary>The least score that is offered.</summary>
    public const double Offered = 0.4;

    // Terms that no candidate has say how much of a text stays unmatched; a stem among them is as often only another word for the same.
    private const double Unseen = 0.3;

    private const double MatterOfAll = 0.6;
    private const double MatterOfText = 0.7;
    private const double WithoutMatter = 0.6;
    private const double OwnHouse = 0.5;

    private readonly string[] _keys;
    private readonly IndexedPassage[] _passages;
    private readonly Dictionary<string, double> _rarity = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _passagesWith = new(StringComparer.Ordinal);

    public LikenessIndex(IReadOnlyList<Candidate> candidates)
    {
        _keys = [.. candidates.Select(c => c.Key)];
        (int Candidate, TextTerms Terms)[] read = [.. candidates.SelectMany((c, n) => c.Passages.Select(p => (n, new TextTerms(p.Text, p.Language))))];
        foreach (IGrouping<int, (int, TextTerms Terms)> one in read.GroupBy(r => r.Candidate))
        {
            foreach (string term in one.SelectMany(r => r.Terms.All.Keys).Distinct())
                _rarity[term] = _rarity.GetValueOrDefault(term) + 1;
        }

        foreach (string term in _rarity.Keys)
            _rarity[term] = Rarity(_rarity[term]);
        _passages = [.. read.Select(r => new IndexedPassage(r.Candidate, r.Terms, Length(r.Terms), Matter(r.Terms)))];
        foreach ((int n, IndexedPassage passage) in _passages.Index())
        {
            foreach (string term in passage.Terms.All.Keys)
            {
                if (!_passagesWith.TryGetValue(term, out List<int>? there))
                    _passagesWith[term] = there = [];
                there.Add(n);
            }
        }
    }

    /// <summary>The likest, the best first; of equal ones in the candidates' order. Those that share nothing are left out.</summary>
    public IReadOnlyList<Resemblance> Likest(Passage text, int most, double least = Offered)
    {
        TextTerms asked = new(text.Text, text.Language);
        Measure measure = new(asked.All.Sum(t => Weight(t.Key, t.Value)), Matter(asked), Length(asked));
        Dictionary<int, Measure> shared = [];
        foreach ((string key, Term term) in asked.All)
        {
            double weight = Weight(key, term);
            foreach (int passage in _passagesWith.GetValueOrDefault(key) ?? [])
            {
                Measure sum = shared.GetValueOrDefault(passage);
                shared[passage] = new(
                    sum.Whole + weight,
                    sum.Matter + (term.IsMatter ? weight : 0),
                    sum.Length + (weight * weight * term.Emphasis * _passages[passage].Terms.All[key].Emphasis));
            }
        }

        return
        [
            .. shared
                .Select(s => (Passage: s.Key, Score: Score(s.Value, measure, _passages[s.Key], IsElsewhere(asked, _passages[s.Key].Terms))))
                .Where(s => s.Score >= least)
                .GroupBy(s => _passages[s.Passage].Candidate)
                .Select(g => g.MaxBy(s => s.Score))
                .OrderByDescending(s => s.Score)
                .ThenBy(s => s.Passage)
                .Take(most)
                .Select(s => new Resemblance(_keys[_passages[s.Passage].Candidate], Math.Round(s.Score, 3), Told(asked, _passages[s.Passage].Terms))),
        ];
    }

    private static double Score(Measure shared, Measure text, IndexedPassage passage, bool elsewhere)
    {
        double covered = shared.Whole / text.Whole;
        double cosine = shared.Length / (text.Length * passage.Length);
        double words = Math.Sqrt(((covered * covered) + (cosine * cosine)) / 2);
        if (text.Matter == 0 || passage.Matter == 0)
            return words * WithoutMatter;
        double matter = Math.Pow(shared.Matter / text.Matter, MatterOfText) * Math.Pow(shared.Matter / passage.Matter, 1 - MatterOfText);
        return ((MatterOfAll * matter) + ((1 - MatterOfAll) * words)) * (elsewhere ? OwnHouse : 1);
    }

    // An organisation's own house is no matter of a plan, whatever else is named beside it.
    private static bool IsElsewhere(TextTerms text, TextTerms passage) =>
        text.All.ContainsKey(TextTerms.House) != passage.All.ContainsKey(TextTerms.House);

    private double Matter(TextTerms terms) => terms.All.Where(t => t.Value.IsMatter).Sum(t => Weight(t.Key, t.Value));

    private List<SharedWords> Told(TextTerms asked, TextTerms there) =>
    [
        .. asked.All
            .Where(t => there.All.ContainsKey(t.Key) && !t.Value.IsPair)
            .OrderByDescending(t => Weight(t.Key, t.Value))
            .Select(t => new SharedWords(Words(asked, t.Value), Words(there, there.All[t.Key]))),
        .. PairsTogether(asked, there).Select(run => new SharedWords(run, run)),
    ];

    // Pairs that follow one another in the text are one piece of it.
    private static IEnumerable<string> PairsTogether(TextTerms asked, TextTerms there)
    {
        int start = -1, end = -1;
        foreach (Term pair in asked.All.Where(t => t.Value.IsPair && there.All.ContainsKey(t.Key)).Select(t => t.Value).OrderBy(p => p.Start))
        {
            if (pair.Start < end)
            {
                end = pair.Start + pair.Length;
                continue;
            }

            if (start >= 0)
                yield return asked.Text[start..end];
            (start, end) = (pair.Start, pair.Start + pair.Length);
        }

        if (start >= 0)
            yield return asked.Text[start..end];
    }

    private static string Words(TextTerms text, Term term) => text.Text.Substring(term.Start, term.Length);

    private double Length(TextTerms terms) => Math.Sqrt(terms.All.Sum(t => Math.Pow(Weight(t.Key, t.Value) * t.Value.Emphasis, 2)));

    private double Weight(string key, Term term) =>
        _rarity.TryGetValue(key, out double rarity) ? term.Weight * rarity : term.Weight * Rarity(0) * (term.IsMatter ? 1 : Unseen);

    private double Rarity(double candidatesWith) => Math.Log(1 + (_keys.Length / (0.5 + candidatesWith)));

    private readonly record struct Measure(double Whole, double Matter, double Length);

    private sealed record IndexedPassage(int Candidate, TextTerms Terms, double Length, double Matter);
}
