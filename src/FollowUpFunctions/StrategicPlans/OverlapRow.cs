using System.Globalization;
using FollowUp.Domain.StrategicPlans;
using FollowUpFunctions.Cycles.Sheets;

namespace FollowUpFunctions.StrategicPlans;

/// <summary>One line of the report as a table: an objective with a match, an objective alone, or a recommendation alone.</summary>
internal sealed record OverlapRow(string Objective, string Text, ItemMatch? Match, string Recommendation)
{
    public static IReadOnlyList<SheetColumn<OverlapRow>> Columns { get; } =
    [
        Column("objective", r => r.Objective),
        Column("objectiveText", r => r.Text),
        Column("recommendation", r => r.Recommendation),
        Column("citation", r => r.Match?.Citation ?? ""),
        Column("recommendationText", r => r.Match?.Text ?? ""),
        Column("score", r => r.Match?.Score.ToString("0.000", CultureInfo.InvariantCulture) ?? ""),
        Column("words", r => string.Join("; ", r.Match?.Words.Select(w => w.Here == w.There ? w.Here : $"{w.Here} ~ {w.There}") ?? [])),
        Column("verdict", r => r.Match?.Verdict ?? ""),
    ];

    public static IEnumerable<OverlapRow> Of(PlanOverlap overlap) =>
    [
        .. overlap.Objectives.SelectMany(o => o.Matches.Count == 0
            ? [new OverlapRow(o.Id, o.Text, null, "")]
            : o.Matches.Select(m => new OverlapRow(o.Id, o.Text, m, m.Recommendation))),
        .. overlap.ItemsWithoutObjective.Select(key => new OverlapRow("", "", null, key)),
    ];

    private static SheetColumn<OverlapRow> Column(string name, Func<OverlapRow, string> show) => new(name, show, (row, _) => row);
}
