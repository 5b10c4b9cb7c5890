using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FollowUp.Domain.Documents.Structure;

/// <summary>Text as people read it: one kind of space, no invisible characters; its end and beginning, as far as they tell where sentences stop.</summary>
internal static partial class ReadableText
{
    private const string Closing = "\"'”’»)]）」』】";
    private const string Terminal = ".!?。！？؟។。;；:：;…";

    public static string Of(string text)
    {
        StringBuilder clean = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                    clean.Append(' ');
            }
            else if (c is not ('\ufeff' or '\u00ad' or '\u2060') && !char.IsControl(c))
            {
                clean.Append(c is '\u2010' or '\u2011' ? '-' : c);
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>Ends as a sentence or a sub-item does; a footnote's number may stand behind the full stop.</summary>
    public static bool EndsSentence(string text)
    {
        int end = text.Length - 1;
        while (end >= 0 && (Closing.Contains(text[end], StringComparison.Ordinal) || text[end] == ' '))
            end--;
        if (end > 1 && char.IsAsciiDigit(text[end]))
        {
            int mark = end;
            while (mark > 0 && end - mark < 3 && char.IsAsciiDigit(text[mark]))
                mark--;
            if (text[mark] is '。' || (text[mark] == '.' && mark > 0 && char.IsLetter(text[mark - 1]) && !Abbreviated.IsMatch(text[..mark])))
                return true;
        }

        return end >= 0 && Terminal.Contains(text[end], StringComparison.Ordinal);
    }

    /// <summary>As <see cref="EndsSentence"/>, or as a sub-item before the last one does.</summary>
    public static bool EndsItem(string text)
    {
        if (EndsSentence(text))
            return true;
        string tail = text.TrimEnd();
        return tail.EndsWith("; and", StringComparison.OrdinalIgnoreCase) || tail.EndsWith("; or", StringComparison.OrdinalIgnoreCase)
            || tail.EndsWith("; et", StringComparison.OrdinalIgnoreCase) || tail.EndsWith("; y", StringComparison.OrdinalIgnoreCase)
            || tail.EndsWith(", and", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Begins as a heading or a sentence does, in any script; scripts without capitals always may.</summary>
    public static bool BeginsAnew(string text)
    {
        Rune? first = text.EnumerateRunes().Select(r => (Rune?)r).FirstOrDefault(r => Rune.IsLetterOrDigit(r!.Value));
        return first is { } rune && Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter;
    }

    /// <summary>A script that sets no spaces between words.</summary>
    public static bool IsUnspaced(char c) =>
        c is (>= '\u2e80' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') or (>= '\uff00' and <= '\uffef')
            or (>= '\u0e00' and <= '\u0eff') or (>= '\u1000' and <= '\u109f') or (>= '\u1780' and <= '\u17ff') or '\u200b';

    /// <summary>"para.1" is a citation, "rights.1" a sentence with a footnote.</summary>
    [GeneratedRegex(@"\b(arts?|paras?|pars?|párrs?|nos?|núms?|vol|al|pp?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Abbreviated { get; }
}
