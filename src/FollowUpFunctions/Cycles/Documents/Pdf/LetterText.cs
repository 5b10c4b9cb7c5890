using System.Text;

namespace FollowUpFunctions.Cycles.Documents.Pdf;

/// <summary>What a glyph stands for.</summary>
internal static class LetterText
{
    /// <summary>Letters that were drawn joined, such as <c>ﬁ</c>, and the drawn forms of Arabic are letters again.</summary>
    public static string Of(string glyph) =>
        glyph.Any(c => c is (>= '\uFB00' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC')) ? glyph.Normalize(NormalizationForm.FormKC) : glyph;
}
