using FollowUp.Domain.Publication;
using FollowUp.Domain.Recommendations;
using FollowUp.Pages.Plan;

namespace FollowUp.Pages.Closing;

/// <summary>
/// Puts a closing report into words of one language, as many as the Committee takes less those that the coalition writes itself; the words of the frame,
/// the contents and the marked places are counted with the rest.
/// </summary>
public sealed class ClosingWriter
{
    private static readonly Dictionary<string, ClosingSection> _noSections = [];
    private static readonly Dictionary<string, ClosingDetail> _nothingTold = [];

    private readonly ClosingReport _report;
    private readonly Wording _text;
    private readonly PlanWording _words;
    private readonly ClosingLines _lines;

    private ClosingWriter(ClosingReport report, string language)
    {
        _report = report;
        _text = Wording.For(language);
        _words = new(_text);
        _lines = new(_text, _words);
    }

    private PublishedPlan Plan => _report.Plan;

    /// <param name="language">BCP 47; a language without texts is written in English.</param>
    /// <param name="over">Whether the cycle is over; else the report says that it isn't.</param>
    public static ClosingText Write(ClosingReport report, string language, bool over = true) => new ClosingWriter(report, language).Write(over);

    private ClosingText Write(bool over)
    {
        IReadOnlyList<ClosingBlock> front = Front(over, _nothingTold);
        int frame = Counted(front, Chapters(_noSections));
        int limit = AlternativeReports.WordLimit - AlternativeReports.OwnWords;
        IReadOnlyDictionary<string, ClosingDetail> told = ClosingReports.Within(_report, (item, detail) => Section(item, detail).Words, limit - frame);

        Dictionary<string, ClosingSection> sections = _report.Items.ToDictionary(i => i.Key, i => Section(i, told[i.Key]));
        IReadOnlyList<ClosingChapter> chapters = Chapters(sections);
        int material = sections.Values.Sum(s => s.Words);
        int words = Counted(Front(over, told, frame + material), Chapters(_noSections)) + material;
        return new(Title, Front(over, told, words), chapters, words);
    }

    private string Title => $"{_text["closing.title"]} – {Plan.Title}";

    // Numbers are one word each, whatever they are: the frame can be counted before they are known.
    private IReadOnlyList<ClosingBlock> Front(bool over, IReadOnlyDictionary<string, ClosingDetail> told, int words = 0)
    {
        int most = AlternativeReports.WordLimit;
        string within = words > most
            ? _text.Format("closing.over", ("limit", most), ("words", words))
            : _text.Format("closing.limit", ("limit", most), ("words", words), ("own", most - words));
        return
        [
            new(ClosingPart.Line, $"{_text.Format("closing.lead", ("country", Plan.Country))} {Plan.Symbol}"),
            new(ClosingPart.Line, _text.Format("closing.date", ("date", Dates.Day(_text, Plan.PublishedAt, Plan.TimeZone)))),
            .. over ? Array.Empty<ClosingBlock>() : [new(ClosingPart.Line, _text["closing.draft"])],
            new(ClosingPart.Line, within),
            new(ClosingPart.Line, Shortened(told)),
        ];
    }

    private string Shortened(IReadOnlyDictionary<string, ClosingDetail> told)
    {
        ClosingItem[] shorter = [.. _report.Items.Where(i => told.GetValueOrDefault(i.Key) != ClosingDetail.Whole)];
        return shorter.Length == 0 && told.Count > 0
            ? _text["closing.whole"]
            : _text.Format("closing.folded", ("count", shorter.Length), ("all", told.Count), ("words", shorter.Sum(i => LeftOut(i, told[i.Key]))));
    }

    private IReadOnlyList<ClosingChapter> Chapters(IReadOnlyDictionary<string, ClosingSection> sections) =>
    [
        new(_text["closing.introduction"], null, [new(ClosingPart.Place, _text["closing.introduction.place"])], []),
        .. _report.Clusters.Select(c => new ClosingChapter(
            _words.Cluster(c.Number), c.Number, [], [.. c.Items.Where(i => sections.ContainsKey(i.Key)).Select(i => sections[i.Key])])),
        new(_text["closing.conclusions"], null, [new(ClosingPart.Place, _text["closing.own.place"])], []),
    ];

    // A chapter's heading stands in the contents too.
    private int Counted(IReadOnlyList<ClosingBlock> front, IReadOnlyList<ClosingChapter> chapters) =>
        WordCount.Of(Title) + front.Sum(b => b.Words) + WordCount.Of(_text["closing.contents"])
        + chapters.Sum(c => 2 * WordCount.Of(c.Heading) + c.Blocks.Sum(b => b.Words));

    private int LeftOut(ClosingItem item, ClosingDetail detail) => Section(item, ClosingDetail.Whole).Words - Unnoted(item, detail).Sum(b => b.Words) - WordCount.Of(Heading(item));

    private ClosingSection Section(ClosingItem item, ClosingDetail detail)
    {
        IEnumerable<ClosingBlock> blocks = Unnoted(item, detail);
        // Of the shortest the front tells all that is left out: a line for each would take the words that it saves.
        if (detail is not (ClosingDetail.Whole or ClosingDetail.StatusOnly))
            blocks = [.. blocks, new(ClosingPart.Line, _text.Format("closing.left-out", ("count", LeftOut(item, detail))))];
        return new(item.Key, Heading(item), [.. blocks, new(ClosingPart.Place, _text["closing.own.place"])])
        {
            Language = Plan.SourceLanguage == _text.Language ? null : Plan.SourceLanguage,
        };
    }

    private static string Heading(ClosingItem item) => $"{PlanWording.Reference(item.Recommendation)} {item.Recommendation.Heading}";

    private IEnumerable<ClosingBlock> Unnoted(ClosingItem item, ClosingDetail detail)
    {
        PublishedRecommendation r = item.Recommendation;
        if (detail == ClosingDetail.StatusOnly)
        {
            yield return _lines.StatusOnly(item);
            yield break;
        }

        if (detail == ClosingDetail.Whole)
            yield return Quote(r);
        if (r.Responsible is not null)
            yield return new(ClosingPart.Line, $"{_text["plan.responsible"]} {r.Responsible} – {_words.State(r.ResponsibilityState)}");
        if (detail <= ClosingDetail.Newest)
            yield return _lines.Planned(r, details: detail == ClosingDetail.Whole);
        else
            yield return _lines.PlanCounted(r);
        yield return _lines.Done(item, detail);
        if (item.Contested)
            yield return new(ClosingPart.Line, _text["closing.contested"]);
    }

    private ClosingBlock Quote(PublishedRecommendation r) => r.Texts.TryGetValue(_text.Language, out RecommendationText? own)
        ? new(ClosingPart.Quote, own.Text)
        : new(ClosingPart.Quote, r.Texts[Plan.SourceLanguage].Text) { Language = Plan.SourceLanguage };
}
