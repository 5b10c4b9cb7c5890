using System.Text.RegularExpressions;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>
/// The columns of a sheet of recommendations, both ways. <c>text:km</c> is the text in Khmer, <c>status:km</c> how far it may be relied on
/// (informal, checked, official); there may be one of each for any language. A blank cell of a text leaves the text that is on record.
/// </summary>
internal static partial class RecommendationSheet
{
    private const string Text = "text";
    private const string Status = "status";

    private static readonly SheetColumn<RecommendationRow>[] _beforeTexts =
    [
        new("symbol", r => r.Symbol ?? "", (r, c) => r with { Symbol = c.Text }),
        Column("paragraph", r => CellText.Show(r.Paragraph), (r, c) => r with { Paragraph = c.Number() }),
        Column("letter", r => r.Letter ?? "", (r, c) => r with { Letter = c.Text?.Trim('(', ')', ' ') }),
        Column("cluster", r => CellText.Show(r.Cluster), (r, c) => r with { Cluster = c.Number() }),
        Column("clusterAsPrinted", r => r.ClusterAsPrinted ?? "", (r, c) => r with { ClusterAsPrinted = c.Text ?? r.ClusterAsPrinted }),
        Column("heading", r => r.Heading ?? "", (r, c) => r with { Heading = c.Text }),
    ];

    private static readonly SheetColumn<RecommendationRow>[] _afterTexts =
    [
        Column("urgent", r => CellText.Show(r.Urgent), (r, c) => r with { Urgent = c.Flag() }),
        Column("starred", r => CellText.Show(r.Starred), (r, c) => r with { Starred = c.Flag() }),
        Column("reiteratedFrom", r => r.ReiteratedFrom ?? "", (r, c) => r with { ReiteratedFrom = c.Text }),
        Column("concern", r => r.Concern ?? "", (r, c) => r with { Concern = c.Text }),
        Column("articles", r => CellText.Show(r.Articles), (r, c) => r with { Articles = c.List }),
        Column("generalComments", r => CellText.Show(r.GeneralComments), (r, c) => r with { GeneralComments = c.Numbers() }),
        Column("sdgTargets", r => CellText.Show(r.SdgTargets), (r, c) => r with { SdgTargets = c.List }),
        Column("affectedGroups", r => CellText.Show(r.AffectedGroups), (r, c) => r with { AffectedGroups = c.List }),
        Column("uncertain", r => r.Uncertain ?? "", (r, c) => r with { Uncertain = c.Text }),
    ];

    private static readonly Dictionary<string, string> _otherNames = new()
    {
        ["documentsymbol"] = "symbol", ["document"] = "symbol",
        ["para"] = "paragraph", ["paragraphnumber"] = "paragraph", ["paragraphno"] = "paragraph", ["no"] = "paragraph",
        ["subitem"] = "letter", ["item"] = "letter",
        ["clusternumber"] = "cluster", ["clusterno"] = "cluster", ["clusterprinted"] = "clusterAsPrinted",
        ["title"] = "heading", ["topic"] = "heading", ["subject"] = "heading",
        ["star"] = "starred", ["priority"] = "starred",
        ["reiterated"] = "reiteratedFrom", ["article"] = "articles", ["gc"] = "generalComments", ["generalcomment"] = "generalComments",
        ["sdg"] = "sdgTargets", ["sdgs"] = "sdgTargets", ["groups"] = "affectedGroups", ["affectedpersons"] = "affectedGroups",
        ["doubt"] = "uncertain", ["doubts"] = "uncertain",
    };

    /// <param name="source">The language of a column that is named <c>text</c> alone; null where that is not known.</param>
    public static SheetColumns<RecommendationRow> Columns(string? source)
    {
        string[] names = [.. _beforeTexts.Select(c => c.Name), $"{Text}:{source ?? "en"}", $"{Status}:{source ?? "en"}", .. _afterTexts.Select(c => c.Name)];
        return new(name => Find(name, source), names, "paragraph");
    }

    /// <summary>All columns of an export; each language has its text and its status.</summary>
    public static IReadOnlyList<SheetColumn<RecommendationRow>> All(IEnumerable<string> languages) =>
        [.. _beforeTexts, .. languages.SelectMany(l => (SheetColumn<RecommendationRow>[])[TextIn(l), StatusIn(l)]), .. _afterTexts];

    /// <summary>The column of the text that a status is about.</summary>
    public static string TextOf(string status) => Text + status[Status.Length..];

    private static SheetColumn<RecommendationRow>? Find(string name, string? source)
    {
        if (Localised.Match(name) is { Success: true } match && LanguageTags.IsOne(match.Groups["language"].Value))
            return match.Groups["what"].Value.Equals(Text, StringComparison.OrdinalIgnoreCase) ? TextIn(match.Groups["language"].Value) : StatusIn(match.Groups["language"].Value);
        string plain = SheetHeader.Plain(name);
        if (source is not null && plain is Text or "recommendation")
            return TextIn(source);
        string known = _otherNames.GetValueOrDefault(plain, plain);
        return _beforeTexts.Concat(_afterTexts).FirstOrDefault(c => c.Name.Equals(known, StringComparison.OrdinalIgnoreCase));
    }

    private static SheetColumn<RecommendationRow> TextIn(string language) => new(
        $"{Text}:{language}",
        r => r.Text(language)?.Text ?? "",
        (r, c) => c.Text is { } text && !CellText.Same(text, r.Text(language)?.Text) ? r.With(language, new(text, null)) : r);

    private static SheetColumn<RecommendationRow> StatusIn(string language) => new(
        $"{Status}:{language}",
        r => r.Text(language)?.Status ?? "",
        (r, c) => c.Text is { } status ? r.With(language, new(r.Text(language)?.Text, status.ToLowerInvariant())) : r,
        SaysHow: true);

    private static SheetColumn<RecommendationRow> Column(
        string name, Func<RecommendationRequest, string> show, Func<RecommendationRequest, SheetCell, RecommendationRequest> read) =>
        new(name, r => show(r.Request), (r, c) => r with { Request = read(r.Request, c) });

    // text:km, Text (km), text_km, status km
    [GeneratedRegex(@"^\s*(?<what>text|status)[\s:_(\[-]+(?<language>[A-Za-z][A-Za-z0-9-]*)[\s)\]]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Localised { get; }
}
