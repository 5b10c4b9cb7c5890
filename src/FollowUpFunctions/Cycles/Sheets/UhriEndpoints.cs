using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>Where people find recommendations today: an export of the Universal Human Rights Index becomes a register.</summary>
public sealed class UhriEndpoints
{
    private const string Part = "sheet";
    private const string English = "en";
    private static readonly Dictionary<string, int> _limits = new() { [Part] = SheetReader.LargestFile };

    /// <summary>Takes the export as the body, or as the part <c>sheet</c> of a form; <c>?country=&amp;body=&amp;language=</c> may narrow and name it. Nothing is stored.</summary>
    [Function(nameof(ReadUhriExport))]
    public async Task<IResult> ReadUhriExport(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "documents/uhri")] HttpRequest request, CancellationToken cancellation)
    {
        string language = Asked(request, "language") ?? English;
        if (!LanguageTags.IsOne(language))
            return Problems.BadInput("/language", $"“{language}” is not a language tag: use one such as “en” or “fr”.");
        (Upload? upload, IResult? refused) = await Upload.ReadAsync(request, Part, _limits, cancellation);
        if (upload is null)
            return refused!;
        SheetReading reading = SheetReader.Read(upload[Part] ?? []);
        if (reading.Sheet is not { } sheet)
            return Problems.BadInput(reading.Problems);
        (UhriRegister? register, IReadOnlyList<Problem> problems) = UhriExport.Read(sheet, Asked(request, "country"), Asked(request, "body"), language);
        return register is null ? Problems.BadInput(problems) : Results.Json(register, RowDocument.Json);
    }

    private static string? Asked(HttpRequest request, string name) => request.Query[name] is [{ Length: > 0 } value, ..] ? value.Trim() : null;
}
