using System.Buffers;
using System.Text.RegularExpressions;
using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Publication;

/// <summary>
/// Takes people out of what people wrote: e-mail addresses, and the names of a cycle's contacts, coordinators and translators. Names are found as whole
/// words, whatever their case. Names of fewer than four characters stay, since they are words too; so do names that are an organisation's.
/// </summary>
public sealed partial class Discretion
{
    public const string Removed = "[removed]";

    private const int ShortestName = 4;

    private readonly Dictionary<string, HashSet<string>> _namesByFirstWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly string[] _namesWithoutWordBreaks;
    private readonly SearchValues<string> _withoutWordBreaks;

    /// <param name="alsoNamed">Names of others, such as those who came to the workshop.</param>
    public Discretion(CycleContents cycle, IEnumerable<string>? alsoNamed = null)
    {
        HashSet<string> organisations = new(cycle.Stakeholders.Select(s => Organisations.Normalise(s.Organisation)), StringComparer.OrdinalIgnoreCase);
        string[] names =
        [
            .. cycle.Stakeholders.Select(s => s.Contact)
                .Concat(cycle.Settings.Coordinators.Select(c => c.Name))
                .Concat(cycle.Settings.Translators.Select(t => t.Name))
                .Concat(cycle.Settings.Children is { } children ? [children.Contact.Name] : [])
                .Concat(alsoNamed ?? [])
                .Select(SameWords.OneLine)
                .Where(n => n.Length >= ShortestName && !organisations.Contains(n))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        foreach (string[] words in names.Select(n => Word.Matches(n).Select(m => m.Value).ToArray()).Where(w => w.Length > 0))
        {
            if (!_namesByFirstWord.TryGetValue(words[0], out HashSet<string>? sameStart))
                _namesByFirstWord[words[0]] = sameStart = new(StringComparer.OrdinalIgnoreCase);
            sameStart.Add(string.Join(' ', words));
        }

        // Khmer and its neighbours run words together: a name of several words is looked for anywhere, a single word would hit other words.
        _namesWithoutWordBreaks = [.. names.Where(n => n.Contains(' ', StringComparison.Ordinal) && n.Any(HasNoWordBreaks)).OrderByDescending(n => n.Length)];
        _withoutWordBreaks = SearchValues.Create(_namesWithoutWordBreaks, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The text with each address and name replaced by <c>[removed]</c>.</summary>
    public string Of(string text) => RunTogether(WholeWords(Address.Replace(SameWords.Compose(text), Removed)));

    public string? OfOptional(string? text) => text is null ? null : Of(text);

    /// <summary>The link, if it is http(s) and tells nobody's name or address; else null.</summary>
    public string? OfLink(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out Uri? uri)
        && uri.Scheme is "http" or "https"
        && link.StartsWith($"{uri.Scheme}://", StringComparison.OrdinalIgnoreCase)
        && uri.UserInfo.Length == 0
        && TellsNothing(Uri.UnescapeDataString(link))
            ? uri.Scheme + link[uri.Scheme.Length..]
            : null;

    private bool TellsNothing(string text) => Of(text) == SameWords.Compose(text);

    private string WholeWords(string text)
    {
        if (_namesByFirstWord.Count == 0)
            return text;

        Match[] words = Word.Matches(text).ToArray();
        List<Range> found = [];
        for (int n = 0; n < words.Length; n++)
        {
            if (!_namesByFirstWord.TryGetValue(words[n].Value, out HashSet<string>? names))
                continue;
            int length = Longest(words.AsSpan(n), names);
            if (length == 0)
                continue;
            Match last = words[n + length - 1];
            found.Add(words[n].Index..(last.Index + last.Length));
            n += length - 1;
        }

        return Without(text, found);
    }

    private static int Longest(ReadOnlySpan<Match> words, HashSet<string> names)
    {
        int longest = 0;
        int most = Math.Min(words.Length, names.Max(n => n.AsSpan().Count(' ')) + 1);
        string candidate = "";
        for (int count = 1; count <= most; count++)
        {
            candidate = count == 1 ? words[0].Value : $"{candidate} {words[count - 1].Value}";
            if (names.Contains(candidate))
                longest = count;
        }

        return longest;
    }

    private string RunTogether(string text)
    {
        for (int at; (at = text.AsSpan().IndexOfAny(_withoutWordBreaks)) >= 0;)
        {
            string name = _namesWithoutWordBreaks.First(n => text.AsSpan(at).StartsWith(n, StringComparison.OrdinalIgnoreCase));
            text = $"{text.AsSpan(0, at)}{Removed}{text.AsSpan(at + name.Length)}";
        }

        return text;
    }

    private static string Without(string text, List<Range> ranges)
    {
        for (int n = ranges.Count - 1; n >= 0; n--)
            text = $"{text.AsSpan(0, ranges[n].Start.Value)}{Removed}{text.AsSpan(ranges[n].End.Value)}";
        return text;
    }

    // Thai, Lao, Myanmar, Khmer.
    private static bool HasNoWordBreaks(char c) => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF');

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+")]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"(?<![\p{L}\p{M}\p{N}._%+'-])[\p{L}\p{M}\p{N}._%+'-]+@[\p{L}\p{M}\p{N}-]+(\.[\p{L}\p{M}\p{N}-]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Address { get; }
}
