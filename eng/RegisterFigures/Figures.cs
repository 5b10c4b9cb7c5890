using System.Globalization;
using FollowUp.Domain.Documents;

namespace RegisterFigures;

/// <summary>A register held against what people put down.</summary>
public sealed record Figures(
    int Paragraphs,
    int Found,
    int RightPlace,
    int SubItems,
    int SubItemsFound,
    int InRecommendations,
    int InRecommendationsFound,
    double Precision,
    double Recall,
    IReadOnlyList<string> Wrong)
{
    public const double Least = 0.97;

    public bool Hold =>
        Found == Paragraphs && RightPlace == Paragraphs && SubItemsFound == SubItems && InRecommendationsFound == InRecommendations
        && Precision >= Least && Recall >= Least;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"paragraphs {Found}/{Paragraphs}, with right cluster and heading {RightPlace}/{Paragraphs}; sub-items {SubItemsFound}/{SubItems}, in recommendations {InRecommendationsFound}/{InRecommendations}; recommendation paragraphs: precision {Precision:0.000}, recall {Recall:0.000}");

    public static Figures Of(Register register, AnswerFile answers)
    {
        Dictionary<int, RegisterParagraph> read = register.Paragraphs.DistinctBy(p => p.Number).ToDictionary(p => p.Number);
        HashSet<int> expected = [.. answers.Paragraphs.Select(p => p.Para)];
        List<string> wrong = [.. read.Keys.Where(n => !expected.Contains(n)).Select(n => $"¶{n} is no paragraph of the document")];
        int place = 0;
        foreach (AnswerParagraph p in answers.Paragraphs)
        {
            if (read.GetValueOrDefault(p.Para) is not { } r)
            {
                wrong.Add($"¶{p.Para} was not found");
                continue;
            }

            bool right = Same(r.Section, p.Section) && Same(r.ClusterAsPrinted, p.Cluster) && Same(r.Heading, p.Heading);
            place += right ? 1 : 0;
            if (!right)
                wrong.Add($"¶{p.Para} stands under “{p.Section} | {p.Cluster} | {p.Heading}”, read as “{r.Section} | {r.ClusterAsPrinted} | {r.Heading}”");
            if (!p.Subitems.SequenceEqual(r.SubItems.Select(i => i.Letter)))
                wrong.Add($"¶{p.Para} has the sub-items {string.Join(' ', p.Subitems)}, read as {string.Join(' ', r.SubItems.Select(i => i.Letter))}");
            if (p.HasRecommendation != r.IsRecommendation)
                wrong.Add($"¶{p.Para} {(p.HasRecommendation ? "recommends and was read as if it did not" : "recommends nothing and was read as if it did")}");
        }

        int hits = answers.Paragraphs.Count(p => p.HasRecommendation && read.GetValueOrDefault(p.Para)?.IsRecommendation == true);
        return new(
            answers.Paragraphs.Count,
            answers.Paragraphs.Count(p => read.ContainsKey(p.Para)),
            place,
            answers.Paragraphs.Sum(p => p.Subitems.Count),
            answers.Paragraphs.Sum(p => p.Subitems.Intersect(read.GetValueOrDefault(p.Para)?.SubItems.Select(i => i.Letter) ?? []).Count()),
            answers.Paragraphs.Where(p => p.HasRecommendation).Sum(p => p.Subitems.Count),
            answers.Paragraphs.Where(p => p.HasRecommendation).Sum(p => p.Subitems.Intersect(read.GetValueOrDefault(p.Para)?.SubItems.Where(i => i.IsRecommendation).Select(i => i.Letter) ?? []).Count()),
            Share(hits, register.Paragraphs.Count(p => p.IsRecommendation)),
            Share(hits, answers.Paragraphs.Count(p => p.HasRecommendation)),
            wrong);
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    private static bool Same(string? a, string? b) => string.Join(' ', (a ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) == string.Join(' ', (b ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
