using System.Text;
using System.Text.RegularExpressions;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;

namespace FollowUp.Domain.People;

/// <summary>
/// The words by which somebody is found in what others wrote, to take them out: addresses, whole names in either order, and further spellings that a
/// person has given. They are found whatever the case, spacing or Unicode form; a name of one word is a word like any other, and is taken out only
/// where a text or a line or an entry of a list is nothing else.
/// </summary>
public sealed class PersonWords
{
    // Keyboards put them between Khmer words, word processors anywhere; nobody sees them.
    private const string Invisible = @"[\u00AD\u200B-\u200D\u2060\uFEFF]*";
    private const string Letter = @"[\p{L}\p{M}\p{N}]";
    private const string Gap = @"[\s\u00AD\u200B-\u200D\u2060\uFEFF]+";
    private const string NoGap = @"[\s\u00AD\u200B-\u200D\u2060\uFEFF]*";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly Regex? _anywhere;
    private readonly Regex? _alone;
    private readonly Regex? _kept;

    /// <param name="also">Further spellings, taken out wherever they stand as whole words.</param>
    /// <param name="organisations">Names of organisations: a person's name that is a part of one stays in it.</param>
    public PersonWords(IEnumerable<string> names, IEnumerable<string> addresses, IEnumerable<string> also, IEnumerable<string> organisations)
    {
        string[][] words = [.. names.Select(Words).Where(w => w.Length > 0)];
        string[][] spellings = [.. also.Select(Words).Where(w => w.Length > 0)];
        string[] patterns =
        [
            .. addresses.Select(SameWords.OneLine).Where(a => a.Length > 0).Select(Address),
            .. words.Where(w => w.Length > 1).SelectMany(w => (string[][])[w, [w[^1], .. w[..^1]]]).Concat(spellings).Select(Name),
        ];
        string[] single = [.. words.Where(w => w.Length == 1).Select(Spelled)];
        _anywhere = Of(patterns, "{0}");
        _alone = Of(single, @"(?<=^|[\n,;،、]){0}(?=$|[\n,;،、])".Replace("{0}", @"\s*(?:{0})\s*", StringComparison.Ordinal));
        string[] inOrganisations = [.. organisations.Select(SameWords.OneLine).Where(o => _anywhere?.IsMatch(o) == true || _alone?.IsMatch(o) == true)];
        _kept = Of(inOrganisations.Select(o => Name(Words(o))), "{0}");
    }

    /// <summary>Whether the text has any of them.</summary>
    public bool Are(string text) => !ReferenceEquals(Without(text), text);

    /// <summary>The text with <c>[removed]</c> in their place; the same object where there is none.</summary>
    public string Without(string text)
    {
        if (text.Length == 0)
            return text;
        string composed = SameWords.Compose(text);
        List<(int From, int To)> kept = [.. (_kept?.Matches(composed) ?? Enumerable.Empty<Match>()).Select(m => (m.Index, m.Index + m.Length))];
        string without = Without(_alone, Without(_anywhere, composed, kept), kept: []);
        return without == composed ? text : without;

        string Without(Regex? words, string from, List<(int From, int To)> kept) => words is null
            ? from
            : words.Replace(from, m => kept.Exists(k => k.From <= m.Index && m.Index + m.Length <= k.To) || IsOrganisation(m, from) ? m.Value : Around(m.Value));
    }

    // A name of one word that is all of a text may be an organisation's.
    private bool IsOrganisation(Match match, string text) => match.Length == text.Length && _kept?.Match(text) is { Success: true } whole && whole.Length == text.Length;

    private static string Around(string found) =>
        $"{found[..(found.Length - found.TrimStart().Length)]}{Discretion.Removed}{found[found.TrimEnd().Length..]}";

    private static Regex? Of(IEnumerable<string> patterns, string form)
    {
        string all = string.Join('|', patterns.Distinct().OrderByDescending(p => p.Length));
        return all.Length == 0
            ? null
            : new(form.Replace("{0}", all, StringComparison.Ordinal), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, _patience);
    }

    private static string[] Words(string name) =>
        [.. SameWords.OneLine(Regex.Replace(name, @"[\u00AD\u200B-\u200D\u2060\uFEFF]", "")).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)];

    // Khmer and its neighbours run words together: what stands before and after may be the next word.
    private static string Name(string[] words)
    {
        bool runsTogether = words.Any(w => w.Any(HasNoWordBreaks));
        string gap = runsTogether ? NoGap : $"(?:{NoGap},{NoGap}|{Gap})";
        string name = string.Join(gap, words.Select(w => Spelled([w])));
        return runsTogether ? name : $"(?<!{Letter}){name}(?!{Letter})";
    }

    private static string Spelled(string[] words) => string.Join(Gap, words.Select(w => string.Join(Invisible, w.EnumerateRunes().Select(r => Regex.Escape(r.ToString())))));

    private static string Address(string address)
    {
        string[] halves = [.. address.Split('@').Select(Regex.Escape)];
        return $@"(?<!{Letter}|[._%+'-]){string.Join("(?:@|%40)", halves)}(?!{Letter}|[-_]|\.{Letter})";
    }

    // Thai, Lao, Myanmar, Khmer.
    private static bool HasNoWordBreaks(char c) => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF');
}
