using System.Globalization;
using FollowUp.Domain.Documents;
using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Cycles.Documents;
using FollowUpFunctions.Cycles.Sheets;

namespace FollowUpFunctions.Cycles.Intake;

/// <summary>Files that stand in place of the lists of a <see cref="CycleRequest"/>: sheets of both, or the document itself.</summary>
public sealed record CycleFiles(byte[]? Recommendations = null, byte[]? Stakeholders = null, byte[]? Document = null)
{
    internal const string RecommendationsAt = "/recommendations";
    internal const string StakeholdersAt = "/stakeholders";
    internal const string DocumentAt = "/document";

    /// <summary>The request with the files' lists, and how to tell what is wrong with them by their rows.</summary>
    internal (CycleRequest Request, Func<Problem, Problem> InFiles) Into(CycleRequest request, Findings findings)
    {
        if (request.Recommendations is not null && (Recommendations ?? Document) is not null)
            findings.Add(RecommendationsAt, "Recommendations stand in the settings and in a file: leave one of the two out.");
        if (Recommendations is not null && Document is not null)
            findings.Add(DocumentAt, "There is a sheet of recommendations and a document: send the sheet alone where it was made of the document.");
        if (request.Stakeholders is not null && Stakeholders is not null)
            findings.Add(StakeholdersAt, "Stakeholders stand in the settings and in a file: leave one of the two out.");

        Func<Problem, Problem> inRecommendations = p => p;
        Func<Problem, Problem> inStakeholders = p => p;
        if (Recommendations is { } sheet)
        {
            SheetRequests<RecommendationRequest> rows = SheetRequests.Recommendations(sheet, request.SourceLanguage);
            (request, inRecommendations) = (request with { Recommendations = rows.Requests }, Placed(rows, RecommendationsAt, findings));
        }
        else if (Document is { } document)
        {
            request = request with { Recommendations = Read(document, request, findings) };
            inRecommendations = p => p with { Pointer = DocumentAt };
        }

        if (Stakeholders is { } contacts)
        {
            SheetRequests<StakeholderRequest> rows = SheetRequests.Stakeholders(contacts);
            (request, inStakeholders) = (request with { Stakeholders = rows.Requests }, Placed(rows, StakeholdersAt, findings));
        }

        return (request, p => Under(p, RecommendationsAt) ? inRecommendations(p) : Under(p, StakeholdersAt) ? inStakeholders(p) : p);
    }

    private static bool Under(Problem problem, string list) =>
        problem.Pointer.StartsWith(list, StringComparison.Ordinal) && problem.Pointer.Length > list.Length && char.IsAsciiDigit(problem.Pointer[list.Length + 1]);

    private static Func<Problem, Problem> Placed<T>(SheetRequests<T> rows, string list, Findings findings)
    {
        foreach (Problem problem in rows.Problems)
            findings.Add(list + problem.Pointer, problem.Message);
        return problem =>
        {
            Problem placed = rows.InSheet(list, problem);
            return placed with { Pointer = list + placed.Pointer };
        };
    }

    private static IReadOnlyList<RecommendationRequest> Read(byte[] document, CycleRequest request, Findings findings)
    {
        (Register? register, Problem? problem) = RegisterReader.Read(document, request.SourceLanguage, DocumentAt);
        if (register is null)
        {
            findings.Add(problem!.Pointer, problem.Message);
            findings.Add(RecommendationsAt, "There are no recommendations while the document can't be read.");
            return [];
        }

        IReadOnlyList<Recommendation> recommendations = RegisterRecommendations.Of(register, request.Symbol);
        if (register.Symbol is { } printed && request.Symbol is { } symbol && printed != symbol)
            findings.Warn("/symbol", $"The document says {printed}, the settings say {symbol}: the settings count.");
        if (recommendations.Count(r => r.Uncertain is not null) is > 0 and int uncertain)
        {
            findings.Warn(DocumentAt, string.Create(
                CultureInfo.InvariantCulture,
                $"{uncertain} of {recommendations.Count} recommendations are marked as uncertain: compare them with the document, in the export of recommendations."));
        }

        return [.. recommendations.Select(RecommendationRequest.Of)];
    }
}
