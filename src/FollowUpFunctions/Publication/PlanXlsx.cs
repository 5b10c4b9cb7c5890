using System.Globalization;
using System.Reflection;
using FollowUp.Domain.Publication;
using FollowUpFunctions.Cycles.Sheets;

namespace FollowUpFunctions.Publication;

/// <summary>The plan as a workbook: the same columns and lines as the CSV, every cell a text, so that none is taken for a formula.</summary>
public static class PlanXlsx
{
    private static readonly PropertyInfo[] _columns = typeof(PlanRow).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    public static byte[] Write(PublishedPlan plan)
    {
        using MemoryStream bytes = new();
        XlsxSheetWriter.Write(
            PlanRows.Of(plan).Select(row => (IReadOnlyList<string>)[.. _columns.Select(c => Convert.ToString(c.GetValue(row), CultureInfo.InvariantCulture) ?? "")])
                .Prepend([.. _columns.Select(c => c.Name)]),
            bytes);
        return bytes.ToArray();
    }
}
