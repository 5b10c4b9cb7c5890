using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>A sheet as what is asked for, one request a row, for an intake to check.</summary>
/// <param name="Rows">Number of the row of each request, as Excel shows it.</param>
public sealed record SheetRequests<T>(IReadOnlyList<T> Requests, IReadOnlyList<int> Rows, IReadOnlyList<Problem> Problems)
{
    private readonly SheetPlaces _places = new(Rows);

    /// <summary>What an intake found, with its places in the sheet.</summary>
    /// <param name="list">Where the requests stood, such as <c>/stakeholders</c>; also begins the new pointer, where the body has several sheets.</param>
    public Problem InSheet(string list, Problem problem) => _places.Of(list, problem);
}

/// <summary>Sheets for <c>POST /cycles</c>, whose body has the settings beside them.</summary>
public static class SheetRequests
{
    /// <param name="source">The language of a column that is named <c>text</c> alone.</param>
    public static SheetRequests<RecommendationRequest> Recommendations(byte[] file, string? source)
    {
        SheetRequests<RecommendationRow> rows = Read(file, RecommendationSheet.Columns(source), RecommendationRow.Blank);
        return new([.. rows.Requests.Select(r => r.Request)], rows.Rows, rows.Problems);
    }

    public static SheetRequests<StakeholderRequest> Stakeholders(byte[] file) => Read(file, StakeholderSheet.Columns, StakeholderSheet.Blank);

    private static SheetRequests<T> Read<T>(byte[] file, SheetColumns<T> columns, T blank)
    {
        SheetReading reading = SheetReader.Read(file);
        if (reading.Sheet is not { } sheet)
            return new([], [], reading.Problems);
        Findings findings = new();
        IReadOnlyList<PlacedColumn<T>> header = SheetHeader.Match(sheet, columns, findings);
        if (findings.Problems.Count > 0)
            return new([], [], findings.Problems);
        List<T> requests = [.. sheet.Rows.Select(row => RowReading.Read(row, header, blank, findings))];
        return new(requests, [.. sheet.Rows.Select(r => r.Number)], [.. findings.Problems.Select(SheetPlaces.Named)]);
    }
}
