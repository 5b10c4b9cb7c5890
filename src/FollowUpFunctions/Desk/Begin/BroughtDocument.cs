using System.Text;
using FollowUp.Domain.Documents;
using FollowUpFunctions.Cycles.Documents;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Cycles.Sheets;
using FollowUpFunctions.Http;

namespace FollowUpFunctions.Desk.Begin;

/// <summary>The recommendations that somebody brought, as a register to mend: read once, however long the document is.</summary>
/// <param name="Sheet">A sheet as <c>GET recommendations</c> of a cycle gives it.</param>
/// <param name="Symbol">Of the document, where it says one.</param>
/// <param name="Language">Of the recommendations (BCP 47), where it is known.</param>
internal sealed record BroughtDocument(byte[] Sheet, string? Symbol, string? Language)
{
    /// <summary>Reads concluding observations, a register or an export of the Universal Human Rights Index.</summary>
    /// <returns>What was brought, or a sentence that says what to do.</returns>
    public static (BroughtDocument? Document, string? Problem) Read(PostedFile file, string? country) =>
        IsSheet(file) ? FromSheet(file.Bytes!, country) : FromText(file.Bytes!);

    // A sheet in CSV and a text can't be told from one another but by what their owner calls them.
    private static bool IsSheet(PostedFile file) =>
        file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
        || (file.Bytes.AsSpan().StartsWith("PK"u8) && file.Bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes("xl/workbook")) >= 0);

    private static (BroughtDocument?, string?) FromText(byte[] content)
    {
        (Register? register, Problem? problem) = RegisterReader.Read(content, null);
        return register is null
            ? (null, problem!.Message)
            : (new(Sheeted(register.Language, RegisterRecommendations.Of(register, register.Symbol).Select(RecommendationRow.Of)), register.Symbol, register.Language), null);
    }

    private static (BroughtDocument?, string?) FromSheet(byte[] content, string? country)
    {
        SheetReading reading = SheetReader.Read(content);
        if (reading.Sheet is not { } sheet)
            return (null, reading.Problems[0].Message);
        SheetRequests<RecommendationRequest> rows = SheetRequests.Recommendations(content, null);
        if (rows.Requests.Count > 0)
            return (new(content, null, rows.Requests[0].Texts?.Keys.FirstOrDefault()), null);

        (UhriRegister? export, IReadOnlyList<Problem> problems) = UhriExport.Read(sheet, country, null, "en");
        if (export is not { Recommendations.Count: > 0 })
            return (null, rows.Problems.Concat(problems).Select(p => p.Message).FirstOrDefault("The sheet has no row with a recommendation."));
        return export.Symbols.Count > 1
            ? (null, $"The export has {string.Join(", ", export.Symbols)}: a cycle follows up one document, so export that one alone.")
            : (new(Sheeted("en", export.Recommendations.Select(r => new RecommendationRow(r.Symbol, r.Recommendation))), export.Symbols[0], "en"), null);
    }

    private static byte[] Sheeted(string language, IEnumerable<RecommendationRow> rows)
    {
        using MemoryStream sheet = new();
        XlsxSheetWriter.Write(SheetExport.Table(RecommendationSheet.All([language]), rows), sheet);
        return sheet.ToArray();
    }
}
