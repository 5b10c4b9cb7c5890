using System.Text;
using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents.Structure;

/// <summary>
/// Puts wrapped lines together. A hyphen at a line's end may belong to the word or to the line: the document's own words decide, and where they don't, it stays and is told.
/// </summary>
internal sealed partial class LineJoining
{
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    public LineJoining(IEnumerable<DocumentLine> lines)
    {
        List<int> lengths = [];
        foreach (DocumentLine line in lines)
        {
            _words.UnionWith(Word.Matches(line.Text).Select(m => m.Value));
            lengths.Add(line.Text.Length);
        }

        lengths.Sort();
        Width = lengths.Count == 0 ? 0 : lengths[lengths.Count * 9 / 10];
    }

    /// <summary>Characters in a full line.</summary>
    public int Width { get; }

    public string Join(IEnumerable<DocumentLine> lines, Func<DocumentLine, string> text, Action<DocumentLine, string>? unsure = null)
    {
        StringBuilder joined = new();
        foreach (DocumentLine line in lines)
        {
            string next = text(line);
            if (joined.Length == 0)
                joined.Append(next);
            else if (next.Length > 0)
                Append(joined, next, word => unsure?.Invoke(line, word));
        }

        return joined.ToString();
    }

    private void Append(StringBuilder joined, string next, Action<string> unsure)
    {
        char last = joined[^1];
        if (last == '-' && joined.Length > 1 && char.IsLetter(joined[^2]) && char.IsLower(next[0]))
        {
            string before = LastWord.Match(joined.ToString(Math.Max(0, joined.Length - 60), Math.Min(60, joined.Length))).Value;
            string after = Word.Match(next).Value;
            string one = before.TrimEnd('-') + after;
            if (_words.Contains(before + after) || !_words.Contains(one))
            {
                // Neither form elsewhere: two words of their own are a compound, anything else is in doubt.
                if (!_words.Contains(before + after) && !(_words.Contains(before.TrimEnd('-')) && _words.Contains(after)))
                    unsure(before + after);
            }
            else
            {
                joined.Length--;
            }
        }
        else if (last is not ('-' or '–' or '/') && !(ReadableText.IsUnspaced(last) && ReadableText.IsUnspaced(next[0])))
        {
            joined.Append(' ');
        }
        else if (last is '–' && joined.Length > 1 && joined[^2] == ' ')
        {
            joined.Append(' ');
        }

        joined.Append(next);
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*")]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*-$")]
    private static partial Regex LastWord { get; }
}
