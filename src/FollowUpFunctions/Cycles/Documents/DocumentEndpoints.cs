using FollowUp.Domain.Documents;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Cycles.Sheets;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Cycles.Documents;

/// <summary>Reads a committee's concluding observations for a coordinator to review.</summary>
public sealed class DocumentEndpoints
{
    private static readonly Dictionary<string, int> _limits = new() { [RegisterReader.Part] = RegisterReader.LargestDocument };

    /// <summary>The register in JSON; with <c>?format=csv</c> or <c>xlsx</c> its recommendations as a sheet, to mend and to begin a cycle with.</summary>
    [Function(nameof(ReadDocument))]
    public async Task<IResult> ReadDocument(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "documents")] HttpRequest request, CancellationToken cancellation)
    {
        (Upload? upload, IResult? refused) = await Upload.ReadAsync(request, RegisterReader.Part, _limits, cancellation);
        if (upload is null)
            return refused!;
        if (Asked(request, "language") is { } language && !LanguageTags.IsOne(language))
            return Problems.BadInput("/language", $"“{language}” is not a language tag: use one such as “en” or “fr”, or leave it out.");
        (Register? register, Problem? problem) = RegisterReader.Read(upload[RegisterReader.Part] ?? [], Asked(request, "language"));
        if (problem is not null)
            return Problems.BadInput([problem]);
        string? symbol = Asked(request, "symbol");
        if (Asked(request, "format") is null or "json")
            return Results.Json(RegisterAnswer.Of(register!, symbol), RowDocument.Json);
        return SheetFormat.Asked(request) is { } format
            ? SheetExport.Of(format, "register", RecommendationSheet.All([register!.Language]), RegisterRecommendations.Of(register, symbol).Select(RecommendationRow.Of))
            : Problems.BadInput("/format", "A register is to be had as json, csv or xlsx: ask for one of the three.");
    }

    private static string? Asked(HttpRequest request, string name) =>
        request.Query[name].ToString().Trim() is { Length: > 0 and <= 100 } value ? value : null;
}
