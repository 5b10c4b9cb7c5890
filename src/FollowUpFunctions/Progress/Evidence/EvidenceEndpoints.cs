using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Plans;
using FollowUpFunctions.Configuration;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Http;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Progress.Evidence;

/// <summary>A file as coordinators see it.</summary>
/// <param name="Name">What whoever gave it called it: it may name people.</param>
/// <param name="Address">Where coordinators read it.</param>
/// <param name="About">Where it stands in the plan; none while its round is open, or where another took its place.</param>
public sealed record EvidenceReport(
    string Sha256, string ContentType, long Size, string Name, string Round, DateTimeOffset GivenAt, string Address, IReadOnlyList<EvidenceAbout> About);

/// <param name="Released">Id of the decision that released it, or null.</param>
public sealed record EvidenceAbout(string Recommendation, string Organisation, string Round, string? Released);

/// <summary>Files that were given as evidence, for the secretariat by function key.</summary>
public sealed class EvidenceEndpoints(CyclesTable cycles, EvidenceStore store, EvidenceList list, FollowUpOptions options)
{
    [Function(nameof(ListEvidence))]
    public async Task<IResult> ListEvidence(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/evidence")] HttpRequest request, string cycle, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is null)
            return CycleEndpoints.Unknown(cycle);
        return Results.Json(await list.ReadAsync(cycle, sha256 => $"{options.BaseUrl}/cycles/{cycle}/evidence/{sha256}", cancellation), RowDocument.Json);
    }

    /// <summary>One file, always as an attachment: no browser shows it as a page.</summary>
    [Function(nameof(ReadEvidence))]
    public async Task<IResult> ReadEvidence(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/evidence/{sha256}")] HttpRequest request,
        string cycle, string sha256, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is null)
            return CycleEndpoints.Unknown(cycle);
        return await store.FindAsync(cycle, sha256, cancellation) is ({ } file, { } bytes)
            ? PageResults.File(bytes, file.ContentType, $"{file.Sha256[..12]}-{file.Name}")
            : Problems.NotFound($"No file with this fingerprint was given in {cycle}: look at /cycles/{cycle}/evidence.");
    }
}
