using System.Globalization;
using FollowUp.Domain.Plans;

namespace FollowUp.Domain.Publication;

/// <summary>
/// Counts words as a word processor does, since that is what a secretariat counts with: whatever stands between spaces. A script that runs words together
/// would count as next to nothing so. Of Thai, Lao, Myanmar and Khmer three clusters are a word (a consonant or an independent vowel with all that hangs on
/// it, also below it): the sample's Khmer translations have 3.2 for each word of the English. Of Chinese and Japanese two characters are one. Both are
/// rounded up for every stretch between spaces, and zero-width spaces (U+200B) part words where writers put them.
/// </summary>
public static class WordCount
{
    private const char ZeroWidthSpace = '\u200B';
    private const char Coeng = '\u17D2';

    public static int Of(string text)
    {
        int words = 0, clusters = 0, ideographs = 0;
        bool other = false;
        char before = ' ';
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c) || c == ZeroWidthSpace)
                End();
            else if (WordTokens.RunsTogether(c))
                clusters += before != Coeng && char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter ? 1 : 0;
            else if (c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF'))
                ideographs++;
            else
                other = true;
            before = c;
        }

        End();
        return words;

        // Punctuation that hangs on a stretch is part of it, as it is in other scripts.
        void End()
        {
            int together = (clusters + 2) / 3 + (ideographs + 1) / 2;
            words += together == 0 && other ? 1 : together;
            (clusters, ideographs, other) = (0, 0, false);
        }
    }
}
