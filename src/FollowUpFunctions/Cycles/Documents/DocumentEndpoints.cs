using FollowUp.Domain.Documents;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Cycles.Documents;

/// <summary>Reads a committee's concluding observations for a coordinator to review.</summary>
public sealed class DocumentEndpoints
{
    private static readonly Dictionary<string, int> _limits = new() { [RegisterReader.Part] = RegisterReader.LargestDocument };

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
        return problem is not null
            ? Problems.BadInput([problem])
            : Results.Json(RegisterAnswer.Of(register!, Asked(request, "symbol")), RowDocument.Json);
    }

    private static string? Asked(HttpRequest request, string name) =>
        request.Query[name].ToString().Trim() is { Length: > 0 and <= 100 } value ? value : null;
}
