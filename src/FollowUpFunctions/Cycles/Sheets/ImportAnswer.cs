using System.Globalization;
using System.Text.Json;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;

namespace FollowUpFunctions.Cycles.Sheets;

internal static class ImportAnswer
{
    /// <summary>Errors of an answer that somebody may read: a column that is wrong in every row shows in fewer.</summary>
    private const int MostErrors = 10_000;

    public static IResult Done<T>(SheetOrigin sheet, ImportPlan<T> plan) => Results.Json(ImportReport.Of(false, sheet, plan), RowDocument.Json);

    /// <summary>What would be done, also where rows would be refused; a sheet that can't be compared at all is bad input.</summary>
    public static IResult Rehearsed<T>(SheetOrigin sheet, ImportPlan<T> plan) =>
        plan is { Rows.Count: 0, Problems.Count: > 0 } ? Problems.BadInput(plan.Problems) : Results.Json(ImportReport.Of(true, sheet, plan), RowDocument.Json);

    public static IResult Refused<T>(SheetOrigin sheet, ImportPlan<T> plan)
    {
        if (plan.Rows.Count == 0)
            return Problems.BadInput(plan.Problems);
        ImportReport report = ImportReport.Of(false, sheet, plan);
        return Results.Problem(
            title: report.Counts.Refused == 1
                ? "One row must be mended; nothing was written."
                : string.Create(CultureInfo.InvariantCulture, $"{report.Counts.Refused:N0} rows must be mended; nothing was written."),
            statusCode: StatusCodes.Status400BadRequest,
            extensions: new Dictionary<string, object?>
            {
                ["errors"] = plan.Problems.Take(MostErrors).Select(Error),
                ["errorsNotListed"] = Math.Max(0, plan.Problems.Count - MostErrors),
                ["sheet"] = Plain(report.Sheet),
                ["counts"] = report.Counts,
                ["rows"] = Plain(report.Rows),
                ["rowsNotListed"] = report.RowsNotListed,
            });
    }

    // As in every other answer, without the members that have no value: problem details would write them as null.
    private static JsonElement Plain<T>(T value) => JsonSerializer.SerializeToElement(value, RowDocument.Json);

    private static object Error(Problem problem) => new { pointer = problem.Pointer, detail = problem.Message };
}
