using FollowUp.Domain.Cycles;
using FollowUp.Domain.Documents.Wording;
using FollowUp.Domain.Plans;

namespace FollowUp.Domain.Likeness;

/// <summary>What a text can be compared by: a concept, a stem, or two Khmer clusters that no word list knows.</summary>
/// <param name="Weight">Before it is known how rare it is.</param>
/// <param name="Start">Where it first stands in <see cref="TextTerms.Text"/>.</param>
internal readonly record struct Term(double Weight, bool IsMatter, bool IsPair, int Start, int Length)
{
    // What is said again and again is what a text is about; the fourth time tells no more.
    private const double Again = 0.3;

    public int Times { get; init; } = 1;

    public double Emphasis => 1 + (Again * (Math.Min(Times, 3) - 1));
}

/// <summary>A text as it is compared.</summary>
internal sealed class TextTerms
{
    internal const double Matter = 2.2;
    internal const double OwnHouse = 3;
    private const double Group = 1;
    private const double Means = 0.7;
    private const double Stem = 0.8;
    private const double Pair = 0.35;
    internal const string House = "~own-house";
    private const char ZeroWidthSpace = '\u200B';

    private readonly Dictionary<string, Term> _terms = new(StringComparer.Ordinal);

    /// <param name="language">BCP 47, of a text whose words don't say which it is.</param>
    public TextTerms(string text, string language)
    {
        Text = WordTokens.Spelled(SameWords.Compose(text).Replace(ZeroWidthSpace.ToString(), "", StringComparison.Ordinal));
        string told = Languages.Of(Text);
        ReadLatin(told is "en" or "fr" ? told : language == "fr" ? "fr" : "en");
        ReadKhmer();
    }

    public string Text { get; }

    public IReadOnlyDictionary<string, Term> All => _terms;

    private void ReadLatin(string language)
    {
        IReadOnlyList<LatinWord> words = LatinWords.Of(Text, language);
        string[] stems = [.. words.Select(w => w.Stem)];
        HashSet<int> read = [];
        for (int n = 0; n < words.Count; n++)
        {
            if (read.Contains(n))
                continue;
            if (Concepts.All.At(language, stems, n) is { } phrase)
            {
                LatinWord last = words[phrase.Places.Max()];
                Add(phrase.Concept, words[n].Start, last.Start + last.Length - words[n].Start);
                read.UnionWith(phrase.Places);
            }
            else if (!words[n].IsGeneral)
            {
                Add(stems[n], new(Stem, false, false, words[n].Start, words[n].Length));
            }
        }
    }

    private void ReadKhmer()
    {
        for (int n = 0; n < Text.Length; n++)
        {
            if (!KhmerClusters.IsKhmer(Text[n]))
                continue;
            int end = n;
            while (end < Text.Length && KhmerClusters.IsKhmer(Text[end]))
                end++;
            ReadRun(KhmerClusters.Of(Text[n..end]), n);
            n = end;
        }
    }

    private void ReadRun(IReadOnlyList<string> clusters, int start)
    {
        int at = start;
        string? before = null;
        for (int n = 0; n < clusters.Count;)
        {
            (int length, int chars, Concept? concept) = Known(clusters, n, at);
            if (length > 0)
            {
                if (concept is not null)
                    Add(concept, at, chars);
                before = null;
                at += chars;
                n += length;
                continue;
            }

            if (before is not null)
                Add(before + clusters[n], new(Pair, false, true, at - before.Length, before.Length + clusters[n].Length));
            before = clusters[n];
            at += before.Length;
            n++;
        }
    }

    // The longest known word wins, be it a concept or a general one.
    private (int Length, int Chars, Concept? Concept) Known(IReadOnlyList<string> clusters, int first, int at)
    {
        (int, int, Concept?) longest = default;
        int most = Math.Min(Math.Max(Concepts.All.LongestKhmer, GeneralWords.LongestKhmer), clusters.Count - first);
        for (int length = 1, chars = 0; length <= most; length++)
        {
            chars += clusters[first + length - 1].Length;
            ReadOnlySpan<char> word = Text.AsSpan(at, chars);
            if (Concepts.All.Khmer(word) is { } concept)
                longest = (length, chars, concept);
            else if (GeneralWords.IsGeneralKhmer(word))
                longest = (length, chars, null);
        }

        return longest;
    }

    private void Add(string key, Term term) =>
        _terms[key] = _terms.TryGetValue(key, out Term there) ? there with { Times = there.Times + 1 } : term;

    private void Add(Concept concept, int start, int length) => Add(
        $"~{concept.Id}",
        new(
            $"~{concept.Id}" == House ? OwnHouse : concept.Kind switch { ConceptKind.Matter => Matter, ConceptKind.Group => Group, _ => Means },
            concept.Kind == ConceptKind.Matter,
            false,
            start,
            length));
}
