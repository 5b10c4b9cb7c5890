using System.Text.RegularExpressions;

namespace FollowUp.Domain.Children;

/// <summary>A place in a text that may tell who somebody is.</summary>
/// <param name="Start">In UTF-16 units.</param>
/// <param name="Why"><c>address</c>, <c>number</c>, <c>name</c> or <c>place</c>.</param>
public sealed record IdentifyingHint(int Start, int Length, string Why);

/// <summary>
/// Shows a reviewer where to look twice. It finds nothing for certain and misses much, names in Khmer and Arabic above all, which have no capitals:
/// a text without hints still wants reading.
/// </summary>
public static partial class IdentifyingHints
{
    /// <summary>In the order of the text; where two would overlap, the first that was looked for stands: addresses, numbers, names, places.</summary>
    public static IReadOnlyList<IdentifyingHint> In(string text)
    {
        List<IdentifyingHint> hints = [];
        foreach ((Regex pattern, string why) in (ReadOnlySpan<(Regex, string)>)[(Address, "address"), (Number, "number"), (SaidName, "name"), (Capitalised, "name"), (Place, "place")])
        {
            foreach (Match match in pattern.Matches(text))
            {
                if (!hints.Exists(h => match.Index < h.Start + h.Length && h.Start < match.Index + match.Length))
                    hints.Add(new(match.Index, match.Length, why));
            }
        }

        return [.. hints.OrderBy(h => h.Start)];
    }

    // Mail and web addresses, and the @names of networks.
    [GeneratedRegex(@"\S*@\S+|https?://\S+|www\.\S+")]
    private static partial Regex Address { get; }

    // Digits of any script: ages, telephones, houses, classes.
    [GeneratedRegex(@"\d[\d\s./-]*\d|\d")]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"(?i)\b(?:my name is|i am called|je m.appelle|mon nom est)\s+\S+|(?:ខ្ញុំ)?ឈ្មោះ\s?[\u1780-\u17FF]+|(?:اسمي|اسمه|اسمها)\s+\S+")]
    private static partial Regex SaidName { get; }

    // A capital within a sentence; English “I” and its short forms are none.
    [GeneratedRegex(@"(?<=[\p{L}\p{N},;:""'’)]\s+)(?!I\b)\p{Lu}[\p{L}\p{M}'’-]*(?:\s+\p{Lu}[\p{L}\p{M}'’-]*)*")]
    private static partial Regex Capitalised { get; }

    [GeneratedRegex(@"(?i)\b(?:school|village|street|district|commune|pagoda|church|mosque|orphanage|école|village|rue|quartier|orphelinat)\b|ភូមិ|ឃុំ|សង្កាត់|ស្រុក|ខណ្ឌ|ខេត្ត|សាលារៀន|វត្ត|مدرسة|قرية|شارع|حي|مسجد|دار الأيتام")]
    private static partial Regex Place { get; }
}
