using System.Globalization;
using System.Text;

namespace FollowUp.Domain.Publication;

/// <summary>
/// Finds words in a published plan. A word is found anywhere in a text, since Khmer has no spaces between words; case, accents, the marks of Arabic vowels
/// and the invisible word breaks of Khmer make no difference. Where several words are asked for, all must be there.
/// </summary>
public sealed class PlanFinder(PublishedPlan plan, Func<int, string> cluster)
{
    /// <summary>Characters of a question; what is longer is cut.</summary>
    public const int LongestQuery = 200;

    /// <summary>So many are shown.</summary>
    public const int Most = 50;

    private readonly (PublishedRecommendation Recommendation, string Text)[] _all =
        [.. plan.Clusters.SelectMany(c => c.Recommendations.Select(r => (r, Plain(string.Join('\n', Texts(r).Append(cluster(c.Number)))))))];

    public PublishedPlan Plan => plan;

    /// <returns>In the plan's order; none where nothing is asked.</returns>
    public IReadOnlyList<PublishedRecommendation> Find(string query)
    {
        string[] words = Plain(query.Length > LongestQuery ? query[..LongestQuery] : query).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? [] : [.. _all.Where(a => words.All(w => a.Text.Contains(w, StringComparison.Ordinal))).Select(a => a.Recommendation)];
    }

    /// <summary>A text as it is compared: small letters without accents, one space between words.</summary>
    public static string Plain(string text)
    {
        StringBuilder plain = new(text.Length);
        bool space = false;
        foreach (char c in Decomposed(text))
        {
            if (IsMark(c))
                continue;
            if (char.IsWhiteSpace(c))
            {
                space = plain.Length > 0;
                continue;
            }

            if (space)
                plain.Append(' ');
            space = false;
            plain.Append(Letter(c));
        }

        return plain.ToString();
    }

    private static IEnumerable<string> Texts(PublishedRecommendation r) =>
    [
        r.Citation, $"{r.Paragraph}{r.Letter}", r.Heading, r.ClusterAsPrinted, r.Concern ?? "", r.Responsible ?? "",
        .. r.Texts.Values.Select(t => t.Text),
        .. r.Supporting.Select(s => s.Organisation),
        .. r.Actions.SelectMany(a => new[] { a.Text, a.Strategy ?? "", a.Indicator ?? "" }),
        .. r.Commitments.SelectMany(c => c.CoSigners.Select(s => s.Organisation).Append(c.Organisation).Append(c.Action)),
        .. r.Monitoring.SelectMany(t => new[] { t.Strategy, t.Organisation, t.Indicator ?? "" }),
    ];

    // Half a character, as the end of a text that was cut, can't be decomposed.
    private static string Decomposed(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => r.ToString())).Normalize(NormalizationForm.FormD);

    // Khmer vowels are marks as well, and stay: without them other words would be found.
    private static bool IsMark(char c) =>
        c is (>= '\u0300' and <= '\u036f') or (>= '\u064b' and <= '\u065f') or '\u0640' or '\u0670' || char.GetUnicodeCategory(c) is UnicodeCategory.Format;

    private static string Letter(char c) => c switch
    {
        'œ' or 'Œ' => "oe",
        'æ' or 'Æ' => "ae",
        'ß' => "ss",
        '’' or '‘' => "'",
        'ى' => "ي",
        _ => char.ToLowerInvariant(c).ToString(),
    };
}
