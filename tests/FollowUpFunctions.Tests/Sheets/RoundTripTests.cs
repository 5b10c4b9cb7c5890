using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Cycles.Sheets;
using FsCheck.Xunit;

namespace FollowUpFunctions.Tests.Sheets;

/// <summary>Whatever stands in a register, a file that nobody edited changes nothing.</summary>
[Properties(Arbitrary = [typeof(AnyRegister)], MaxTest = 200)]
public sealed class RoundTripTests
{
    private static readonly string[] _languages = ["en", "km"];

    [Property]
    public void Recommendations_come_back_from_csv_the_same(AnyRegister any) => Recommendations(any, Csv);

    [Property]
    public void Recommendations_come_back_from_a_workbook_the_same(AnyRegister any) => Recommendations(any, Xlsx);

    [Property]
    public void Stakeholders_come_back_from_csv_the_same(AnyRegister any) => Stakeholders(any, Csv);

    [Property]
    public void Stakeholders_come_back_from_a_workbook_the_same(AnyRegister any) => Stakeholders(any, Xlsx);

    private static void Recommendations(AnyRegister any, Func<IEnumerable<IReadOnlyList<string>>, byte[]> write)
    {
        byte[] file = write(SheetExport.Table(RecommendationSheet.All(_languages), any.Facts.Recommendations.Select(RecommendationRow.Of)));

        ImportPlan<Recommendation> plan = new RecommendationImport(any.Facts, consulted: false).Plan(SheetReader.Read(file).Sheet!);

        Assert.Empty(plan.Problems);
        Assert.Empty(plan.Rows.SelectMany(r => r.Changes));
        Assert.Equal(any.Facts.Recommendations.Count, plan.Same);
    }

    private static void Stakeholders(AnyRegister any, Func<IEnumerable<IReadOnlyList<string>>, byte[]> write)
    {
        byte[] file = write(SheetExport.Table(StakeholderSheet.All, any.Facts.Stakeholders.Select(StakeholderSheet.RowOf)));
        CycleContents cycle = new(any.Facts.Settings, any.Facts.Recommendations, any.Facts.Stakeholders, [], []);

        ImportPlan<Stakeholder> plan = new StakeholderImport(cycle, begun: true, DateTimeOffset.MaxValue).Plan(SheetReader.Read(file).Sheet!);

        Assert.Empty(plan.Problems);
        Assert.Empty(plan.Rows.SelectMany(r => r.Changes));
        Assert.Equal(any.Facts.Stakeholders.Count, plan.Same);
    }

    private static byte[] Csv(IEnumerable<IReadOnlyList<string>> table)
    {
        using MemoryStream file = new();
        CsvSheetWriter.WriteAsync(table, file).GetAwaiter().GetResult();
        return file.ToArray();
    }

    private static byte[] Xlsx(IEnumerable<IReadOnlyList<string>> table)
    {
        using MemoryStream file = new();
        XlsxSheetWriter.Write(table, file);
        return file.ToArray();
    }
}
