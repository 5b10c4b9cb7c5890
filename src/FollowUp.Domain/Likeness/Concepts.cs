using System.Text.Json;
using FollowUp.Domain.Plans;

namespace FollowUp.Domain.Likeness;

/// <summary>What a concept says of a text.</summary>
internal enum ConceptKind
{
    /// <summary>What it is about, such as birth registration: two texts without a common matter are not alike, whatever words they share.</summary>
    Matter,

    /// <summary>Whom or where it concerns, such as girls, schools, judges.</summary>
    Group,

    /// <summary>What is done about it, such as a law, a training, a budget.</summary>
    Means,
}

/// <summary>
/// Words of children's rights that mean the same, in English, French and Khmer: the list <c>concepts.json</c>. It follows the articles of the Convention,
/// the clusters of CRC/C/58/Rev.3 and the subjects of the general comments, and has one concept of another kind: what an organisation does about its
/// own house. Since a concept is the same in all languages, a Khmer text can be compared with an English one.
/// </summary>
internal sealed class Concepts
{
    private readonly Dictionary<string, Dictionary<string, List<(string[] Stems, Concept Concept)>>> _phrases = new() { ["en"] = [], ["fr"] = [] };
    private readonly Dictionary<string, Concept> _khmer = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Concept>.AlternateLookup<ReadOnlySpan<char>> _khmerWords;

    private Concepts(IEnumerable<Entry> entries)
    {
        foreach (Entry entry in entries)
        {
            Concept concept = new(entry.Id, Enum.Parse<ConceptKind>(entry.Kind, ignoreCase: true));
            foreach (string phrase in entry.En)
                Add("en", phrase, concept);
            foreach (string phrase in entry.Fr)
                Add("fr", phrase, concept);
            foreach (string word in entry.Km)
                _khmer[WordTokens.Spelled(word)] = concept;
        }

        foreach (List<(string[] Stems, Concept)> phrases in _phrases.Values.SelectMany(l => l.Values))
            phrases.Sort((a, b) => b.Stems.Length.CompareTo(a.Stems.Length));
        _khmerWords = _khmer.GetAlternateLookup<ReadOnlySpan<char>>();
        LongestKhmer = _khmer.Keys.Max(k => KhmerClusters.Of(k).Count);
    }

    public static Concepts All { get; } = Read();

    /// <summary>In clusters.</summary>
    public int LongestKhmer { get; }

    public Concept? Khmer(ReadOnlySpan<char> word) => _khmerWords.TryGetValue(word, out Concept? concept) ? concept : null;

    /// <summary>The longest phrase that a word begins: its words in any order, with one other among them at most.</summary>
    /// <param name="stems">Of the text's words but for those that only join.</param>
    /// <returns>The places of its words, or null.</returns>
    public (Concept Concept, int[] Places)? At(string language, IReadOnlyList<string> stems, int at)
    {
        if (!_phrases[language].TryGetValue(stems[at], out List<(string[] Stems, Concept Concept)>? phrases))
            return null;
        foreach ((string[] phrase, Concept concept) in phrases)
        {
            int reach = Math.Min(stems.Count - at, phrase.Length == 1 ? 1 : phrase.Length + 1);
            int[] places = [.. phrase.Select(stem => Enumerable.Range(at, reach).FirstOrDefault(n => stems[n] == stem, -1))];
            if (Array.TrueForAll(places, n => n >= 0) && places.Distinct().Count() == places.Length)
                return (concept, places);
        }

        return null;
    }

    private void Add(string language, string phrase, Concept concept)
    {
        string[] stems = [.. LatinWords.Of(phrase, language).Select(w => w.Stem)];
        foreach (string stem in stems.Distinct())
        {
            if (!_phrases[language].TryGetValue(stem, out List<(string[], Concept)>? there))
                _phrases[language][stem] = there = [];
            there.Add((stems, concept));
        }
    }

    private static Concepts Read()
    {
        using Stream stream = typeof(Concepts).Assembly.GetManifestResourceStream("concepts.json")
            ?? throw new InvalidOperationException("The build has no concepts.json: it must be an embedded resource.");
        return new(JsonSerializer.Deserialize<IReadOnlyList<Entry>>(stream, JsonSerializerOptions.Web)!);
    }

    private sealed record Entry(string Id, string Kind, IReadOnlyList<string> En, IReadOnlyList<string> Fr, IReadOnlyList<string> Km);
}

internal sealed record Concept(string Id, ConceptKind Kind);
