using System.Globalization;
using System.Text;

namespace FollowUp.Domain.Cycles;

/// <summary>
/// Names that are keys and parts of addresses: lower-case Latin letters, digits and single hyphens, at most 63 characters.
/// Neither <c>/ \ # ?</c> and control characters, which Azure Tables refuses, nor <c>~</c>, which joins keys, can be in one.
/// </summary>
public static class Slug
{
    public const int MaxLength = 63;

    public static bool IsSlug(string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && text[0] != '-' && text[^1] != '-'
        && !text.Contains("--", StringComparison.Ordinal)
        && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>A slug made from a name; empty when the name has no Latin letter or digit.</summary>
    public static string From(string name)
    {
        StringBuilder slug = new(name.Length);
        foreach (char c in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
                slug.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        if (slug.Length > MaxLength)
            slug.Length = MaxLength;
        return slug.ToString().Trim('-');
    }
}
