using System.Globalization;
using System.Text.RegularExpressions;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Likeness;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Reiterations;

/// <summary>What a cycle has left open, and which recommendations of the next say it again.</summary>
public static partial class OpenItems
{
    private const string Done = "done";
    private const int MostProposals = 3;

    /// <summary>
    /// Recommendations that are not done in everybody's newest view. One view of several that says otherwise keeps it open, and so does silence: views are
    /// never averaged. Done without effect is not done.
    /// </summary>
    /// <param name="next">The recommendations of the new cycle.</param>
    public static IReadOnlyList<OpenItem> Of(CycleContents previous, IReadOnlyList<Recommendation> next, string nextLanguage)
    {
        Dictionary<string, PlanItem> items = previous.Items.ToDictionary(i => i.Recommendation);
        string language = previous.Settings.SourceLanguage;
        LikenessIndex index = new([.. next.Select(r => new Candidate(r.Key, [InLanguage(r)]))]);
        return
        [
            .. from r in previous.Recommendations
               let views = LastViews(items.GetValueOrDefault(r.Key)?.Progress ?? [])
               where views.Count == 0 || views.Any(v => v.Status != Done)
               let text = r.Texts[language].Text
               select new OpenItem(previous.Settings.Id, r.Key, r.Citation, r.Heading, text, language, views, Proposals(r, text)),
        ];

        Passage InLanguage(Recommendation r)
        {
            (string text, string told) = r.TextFor(language, nextLanguage);
            return new(text, told);
        }

        IReadOnlyList<ProposedReiteration> Proposals(Recommendation earlier, string text)
        {
            Dictionary<string, Resemblance> like = index.Likest(new(text, language), next.Count).ToDictionary(l => l.Key);
            IEnumerable<ProposedReiteration> cited = next.Where(r => Cites(r.ReiteratedFrom, earlier))
                .Select(r => new ProposedReiteration(r.Key, like.GetValueOrDefault(r.Key)?.Score ?? 0, Cited: true, like.GetValueOrDefault(r.Key)?.Words ?? []));
            HashSet<string> there = [.. cited.Select(c => c.Recommendation)];
            return
            [
                .. cited.OrderByDescending(c => c.Score),
                .. like.Values.Where(l => !there.Contains(l.Key)).Take(MostProposals).Select(l => new ProposedReiteration(l.Key, l.Score, Cited: false, l.Words)),
            ];
        }
    }

    /// <summary>The newest view of each organisation in each of its roles, in the order in which they were said.</summary>
    public static IReadOnlyList<LastView> LastViews(IReadOnlyList<StatusReport> progress) =>
    [
        .. progress.GroupBy(p => (p.Assessor, SameWords.Key(p.Organisation)))
            .Select(g => g.OrderBy(p => RoundNumber(p.Round)).ThenBy(p => p.At).Last())
            .Select(p => new LastView(p.Assessor, p.Organisation, p.Status)),
    ];

    /// <summary>Whether a citation names a recommendation: the document's symbol, and among its paragraphs this one; with a letter only this letter.</summary>
    public static bool Cites(string? citation, Recommendation earlier)
    {
        if (citation is null || citation.IndexOf(earlier.Symbol, StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at))
            return false;
        string behind = citation[(at + earlier.Symbol.Length)..].Split(';')[0];
        if (behind.Length > 0 && (char.IsLetterOrDigit(behind[0]) || behind[0] is '/' or '-'))
            return false;
        bool ranges = Range.Matches(behind).Any(m => earlier.Paragraph > Number(m, "from") && earlier.Paragraph <= Number(m, "to"));
        return ranges || Paragraphs.Matches(behind).Any(m =>
            Number(m, "n") == earlier.Paragraph
            && (!m.Groups["letter"].Success || string.Equals(m.Groups["letter"].Value, earlier.Letter, StringComparison.OrdinalIgnoreCase)));
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int RoundNumber(string round) =>
        int.TryParse(round.AsSpan(round.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : 0;

    [GeneratedRegex(@"(?<n>[0-9]{1,4})\s*(\(?(?<letter>[a-z])\)|(?<letter>[a-z])\b)?")]
    private static partial Regex Paragraphs { get; }

    [GeneratedRegex(@"(?<from>[0-9]{1,4})\s*[-–—]\s*(?<to>[0-9]{1,4})")]
    private static partial Regex Range { get; }
}
