using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;

namespace FollowUpFunctions.Advocacy;

/// <summary>The letters as they would be written now.</summary>
/// <param name="Every">Days and time, such as <c>90.00:00:00</c>; null where the coalition writes none.</param>
/// <param name="Next">When the next ones go out; null where no more do.</param>
/// <param name="WithoutTies">What the coalition can't write about to the organisation that is responsible.</param>
public sealed record LettersReport(
    string? Every,
    DateTimeOffset? Next,
    IReadOnlyList<MinistryInCharge> InCharge,
    IReadOnlyList<LetterReport> Letters,
    IReadOnlyList<NoTies> WithoutTies);

public sealed record MinistryInCharge(string Who, string Organisation);

/// <param name="Document">Address of the letter as a Word document, to print and to post.</param>
public sealed record LetterReport(string Who, string Organisation, string Language, string Document, IReadOnlyList<LetterLineReport> Lines);

public sealed record LetterLineReport(string Recommendation, string Citation, LetterAsk Ask, string? Responsible);

/// <param name="WriteTo">Organisations that the case study's advice would write to.</param>
/// <param name="Advice">A sentence for the coordinators.</param>
public sealed record NoTies(string Recommendation, string Citation, string Responsible, IReadOnlyList<string> WriteTo, string Advice);

internal static class LettersReports
{
    private const string Advice = "Where there are no strong ties to those responsible, work at least with the ministries in charge of the Convention.";

    public static LettersReport Of(CycleContents cycle, DateTimeOffset? next, Func<string, string> document)
    {
        Dictionary<string, Recommendation> recommendations = cycle.Recommendations.ToDictionary(r => r.Key);
        MinistryInCharge[] inCharge =
        [
            .. cycle.Stakeholders.Where(s => cycle.Settings.Letters?.InCharge.Contains(s.Id) == true).Select(s => new MinistryInCharge(s.Id, s.Organisation)),
        ];
        string advice = inCharge.Length > 0
            ? $"{Advice} These are written to about it; or put somebody there on the list of stakeholders under the name that the plan has."
            : $"{Advice} None is named yet: name them with the decision set-letters. {Candidates(cycle)}";
        return new(
            cycle.Settings.Letters?.Every.ToString("c"),
            next,
            inCharge,
            [
                .. Letters.Due(cycle).Select(letter => new LetterReport(
                    letter.To.Id,
                    letter.To.Organisation,
                    letter.To.Language,
                    document(letter.To.Id),
                    [.. letter.Lines.Select(l => new LetterLineReport(l.Recommendation, recommendations[l.Recommendation].Citation, l.Ask, l.Responsible))])),
            ],
            [
                .. Letters.WithoutTies(cycle).Select(x => new NoTies(
                    x.Recommendation, recommendations[x.Recommendation].Citation, x.Responsible, [.. inCharge.Select(m => m.Organisation)], advice)),
            ]);
    }

    // General measures of implementation are the business of whoever is in charge of the Convention.
    private static string Candidates(CycleContents cycle)
    {
        string[] concerned =
        [
            .. cycle.Stakeholders.Where(s => s.Category == StakeholderCategory.Ministry && s.Clusters.Contains(1)).Select(s => s.Organisation)
                .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).Take(5),
        ];
        return concerned.Length == 0
            ? "No ministry on the list is said to be concerned with general measures (cluster 1)."
            : $"Concerned with general measures (cluster 1) are {string.Join(", ", concerned)}.";
    }
}
