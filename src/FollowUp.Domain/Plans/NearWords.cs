using F23.StringSimilarity;

namespace FollowUp.Domain.Plans;

/// <summary>
/// When two proposals are nearly the same: they have most of their letter triples in common, the same numbers and negations, and differ in no word
/// that says something (see <see cref="WordDifference"/>). Rather two actions too many, which a coordinator merges, than one person's words hidden
/// behind another's.
/// </summary>
public static class NearWords
{
    /// <summary>Of more texts to one recommendation those that most proposed are compared; the others stand for themselves.</summary>
    public const int MostTexts = 10_000;

    private const double Alike = 0.75;

    // Of so many groups that a text looks like, those with the most rare triples in common are looked at closely.
    private const int MostCandidates = 50;
    private const int Triple = 3;

    private static readonly SorensenDice _dice = new(Triple);

    public static bool Same(string a, string b) => Same(WordTokens.Of(Cycles.SameWords.Key(a)), WordTokens.Of(Cycles.SameWords.Key(b)));

    /// <summary>
    /// The group of each text, named by the text that stands for it. Texts are gone through from the most proposed to the least, those proposed as
    /// often by their letters; each joins the group whose own text is nearest, or begins one. So a group's texts are all near its own text: A and C do
    /// not come together because both are near B.
    /// </summary>
    /// <param name="texts">How often each was proposed, by its <see cref="Cycles.SameWords.Key"/>.</param>
    /// <param name="notCompared">How many were too many to be compared.</param>
    public static Dictionary<string, string> Group(IReadOnlyDictionary<string, int> texts, out int notCompared)
    {
        string[] ordered = [.. texts.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Key)];
        notCompared = Math.Max(0, ordered.Length - MostTexts);
        Dictionary<string, string> homes = new(texts.Count, StringComparer.Ordinal);
        WordTokens[] tokens = [.. ordered.Take(MostTexts).Select(WordTokens.Of)];
        TripleIndex index = new([.. tokens.Select(t => t.Text)]);
        List<WordTokens> heads = [];
        List<string> names = [];
        for (int n = 0; n < ordered.Length; n++)
        {
            string key = ordered[n];
            homes[key] = key;
            if (n >= MostTexts)
                continue;
            WordTokens words = tokens[n];
            int? home = index.Candidates(n, MostCandidates)
                .Where(head => Same(heads[head], words))
                .OrderByDescending(head => _dice.Similarity(heads[head].Text, words.Text))
                .ThenBy(head => names[head], StringComparer.Ordinal)
                .Cast<int?>()
                .FirstOrDefault();
            if (home is { } joined)
            {
                homes[key] = names[joined];
                continue;
            }

            index.Add(n);
            heads.Add(words);
            names.Add(key);
        }

        return homes;
    }

    private static bool Same(WordTokens a, WordTokens b)
    {
        if (a.Text == b.Text)
            return true;
        // Always compared in the same order: of several ways to lay one over the other the same is found.
        if (string.CompareOrdinal(a.Text, b.Text) > 0)
            (a, b) = (b, a);
        return a.Signature == b.Signature && WordDifference.IsOnlyInWriting(a.Saying, b.Saying) && _dice.Similarity(a.Text, b.Text) >= Alike;
    }

    /// <summary>
    /// Finds the heads that a text may be near, without comparing it to all: two texts that share so much share one of the rarest triples of each
    /// (prefix filtering of set similarity joins).
    /// </summary>
    private sealed class TripleIndex
    {
        // Sets with a Dice coefficient of 0.75 share at least 0.6 of either.
        private const double LeastShared = Alike / (2 - Alike);

        private readonly int[][] rarest;
        private readonly Dictionary<int, List<int>> headsByTriple = [];
        private int heads;

        public TripleIndex(IReadOnlyList<string> texts)
        {
            int[][] triples = [.. texts.Select(Triples)];
            Dictionary<int, int> frequency = [];
            foreach (int triple in triples.SelectMany(t => t))
                frequency[triple] = frequency.GetValueOrDefault(triple) + 1;
            rarest =
            [
                .. triples.Select(set => set
                    .OrderBy(t => frequency[t])
                    .ThenBy(t => t)
                    .Take(set.Length - (int)Math.Ceiling(LeastShared * set.Length) + 1)
                    .ToArray()),
            ];
        }

        public IReadOnlyList<int> Candidates(int text, int most)
        {
            Dictionary<int, int> shared = [];
            foreach (int triple in rarest[text])
            {
                foreach (int head in headsByTriple.GetValueOrDefault(triple) ?? [])
                    shared[head] = shared.GetValueOrDefault(head) + 1;
            }

            return [.. shared.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(most).Select(s => s.Key)];
        }

        /// <summary>The text begins a group: heads are numbered in the order in which they come.</summary>
        public void Add(int text)
        {
            foreach (int triple in rarest[text])
            {
                if (!headsByTriple.TryGetValue(triple, out List<int>? there))
                    headsByTriple[triple] = there = [];
                there.Add(heads);
            }

            heads++;
        }

        // A text of one or two letters is one triple.
        private static int[] Triples(string text)
        {
            HashSet<int> triples = [];
            for (int n = 0; n < Math.Max(1, text.Length - Triple + 1); n++)
                triples.Add(Hash(text.AsSpan(n, Math.Min(Triple, text.Length - n))));
            return [.. triples];
        }

        // The same in every process: string.GetHashCode is not, and the order of equally rare triples would differ.
        private static int Hash(ReadOnlySpan<char> triple)
        {
            uint hash = 2_166_136_261;
            foreach (char c in triple)
                hash = (hash ^ c) * 16_777_619;
            return (int)hash;
        }
    }
}
