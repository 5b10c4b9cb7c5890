using System.Text.RegularExpressions;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>Makes a register of an export of the Universal Human Rights Index.</summary>
/// <param name="country">Null for all.</param>
/// <param name="body">Such as <c>CRC</c>; null for all.</param>
/// <param name="language">Of the texts: the index says it nowhere.</param>
public sealed partial class UhriExport(string? country, string? body, string language)
{
    private readonly List<RowLeftOut> _leftOut = [];
    private readonly List<(UhriRow Row, UhriText Text)> _concerns = [];
    private readonly List<(UhriRow Row, UhriText Text, bool Guessed)> _recommendations = [];

    /// <returns>The register, or what must be mended in the sheet.</returns>
    public static (UhriRegister? Register, IReadOnlyList<Problem> Problems) Read(Sheet sheet, string? country, string? body, string language)
    {
        (IReadOnlyList<UhriRow> rows, IReadOnlyList<Problem> problems) = UhriRow.Read(sheet);
        return problems.Count > 0 ? (null, problems) : (new UhriExport(country, body, language).Register(rows), []);
    }

    private UhriRegister Register(IReadOnlyList<UhriRow> rows)
    {
        UhriRow[] ofCountry = [.. rows.Where(r => country is null || r.Countries.Any(c => c.Equals(country, StringComparison.OrdinalIgnoreCase)))];
        UhriRow[] asked = [.. ofCountry.Where(r => body is null || r.Bodies.Any(IsBody))];
        foreach (UhriRow row in asked)
            Sort(row);

        Dictionary<string, int> taken = [];
        List<RecommendationOfDocument> register = [];
        foreach ((UhriRow row, UhriText text, bool guessed) in _recommendations.OrderBy(r => r.Row.Symbol, StringComparer.Ordinal).ThenBy(r => r.Text.Paragraph))
        {
            foreach ((string? letter, string words) in text.Items)
            {
                string key = $"{row.Symbol} {Recommendation.KeyOf(text.Paragraph, letter)}";
                if (taken.TryAdd(key, row.Row))
                    register.Add(new(row.Symbol, Request(row, text, letter, words, guessed)));
                else
                    LeaveOut(row, $"Paragraph {Recommendation.KeyOf(text.Paragraph, letter)} is in row {taken[key]} already: compare the two.");
            }
        }

        return new(
            [.. register.Select(r => r.Symbol).Distinct()],
            register,
            [.. _leftOut.OrderBy(l => l.Row)],
            new(rows.Count, rows.Count - ofCountry.Length, ofCountry.Length - asked.Length, _concerns.Count, register.Count, register.Count(r => r.Recommendation.Uncertain is not null), _leftOut.Count));
    }

    private void Sort(UhriRow row)
    {
        if (row.Symbol.Length == 0)
            LeaveOut(row, "It doesn't say which document it is from.");
        else if (UhriText.Read(row.Text) is not { } text)
            LeaveOut(row, "No number of a paragraph is found in its text: look the paragraph up in the document.");
        else if (row.IsRecommendation && !row.IsConcern)
            _recommendations.Add((row, text, false));
        else if (Asks.IsMatch(text.Body) && (row.IsRecommendation || !row.IsConcern))
            _recommendations.Add((row, text, true));
        else if (row.IsConcern)
            _concerns.Add((row, text));
        else
            LeaveOut(row, $"It is neither a concern nor a recommendation: its type is “{string.Join(", ", row.Types)}”.");
    }

    private RecommendationRequest Request(UhriRow row, UhriText text, string? letter, string words, bool guessed)
    {
        List<string> doubts = [];
        if (guessed)
            doubts.Add("The index doesn't say that this is a recommendation; its words do.");
        (int? titled, string heading) = UhriClusters.WithoutTitle(text.Heading);
        (int cluster, bool sure) = titled is { } number ? (number, true) : UhriClusters.Of(heading);
        if (!sure)
            doubts.Add($"The cluster is guessed from the heading: the nearest is {cluster}, “{Clusters.Titles[cluster - 1]}”.");
        if (heading.Length == 0)
        {
            heading = HeadingBefore(row, text) ?? $"Paragraph {text.Paragraph}";
            doubts.Add("The index has no heading here.");
        }

        string? concern = ConcernOf(row, text, doubts);
        return new(
            text.Paragraph, letter, cluster, null, heading,
            new Dictionary<string, TextRequest?> { [language] = new(words, null) },
            false, null, doubts.Count > 0 ? string.Join(' ', doubts) : null, false, concern,
            text.Articles, [], [.. row.Sdgs.Select(s => Target.Match(s)).Where(m => m.Success).Select(m => m.Value)], row.Affected);
    }

    private string? HeadingBefore(UhriRow row, UhriText text) => _concerns
        .Where(c => c.Row.Symbol == row.Symbol && c.Text.Paragraph == text.Paragraph - 1 && c.Text.Heading.Length > 0)
        .Select(c => UhriClusters.WithoutTitle(c.Text.Heading).Heading)
        .FirstOrDefault();

    // A recommendation answers the concern before it under the same heading.
    private string? ConcernOf(UhriRow row, UhriText text, List<string> doubts)
    {
        (UhriRow Row, UhriText Text)[] near =
        [
            .. _concerns.Where(c => c.Row.Symbol == row.Symbol && c.Text.Paragraph <= text.Paragraph
                && (text.Heading.Length == 0 ? c.Text.Paragraph == text.Paragraph - 1 : SameWords.Key(c.Text.Heading) == SameWords.Key(text.Heading))),
        ];
        if (near.Length <= 1)
            return near.FirstOrDefault().Text?.Body;
        UhriText closest = near.MaxBy(c => c.Text.Paragraph).Text;
        doubts.Add($"Several concerns stand under this heading; that of paragraph {closest.Paragraph} was taken.");
        return closest.Body;
    }

    private bool IsBody(string given) =>
        given.Equals(body, StringComparison.OrdinalIgnoreCase)
        || given.StartsWith($"{body} ", StringComparison.OrdinalIgnoreCase)
        || given.Contains($"({body})", StringComparison.OrdinalIgnoreCase);

    private void LeaveOut(UhriRow row, string why) => _leftOut.Add(new(row.Row, row.Symbol, why));

    [GeneratedRegex(@"\b(recommends?|urges?|encourages?|calls (up)?on|invites?|requests?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asks { get; }

    [GeneratedRegex(@"^1?\d\.([a-f]|\d{1,2})(?=\s|$)")]
    private static partial Regex Target { get; }
}
