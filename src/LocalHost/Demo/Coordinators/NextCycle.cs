using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Domain.Reiterations;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Decisions.Kinds;
using FollowUpFunctions.NextCycle;
using LocalHost.Storage;

namespace LocalHost.Demo.Coordinators;

/// <summary>What became of the cycle after the sample's.</summary>
internal sealed record Successor(CycleReport Status, ReiterationReport Reiterations);

/// <summary>
/// Begins the cycle after the sample's, once that is over: who takes part and how is carried over, and the first coordinator says which recommendations
/// say again what was left open. Done again after a crash it is the same.
/// </summary>
internal sealed class NextCycle(Uri host, string key)
{
    // What the two texts share must be more than a word that any recommendation has.
    private const double Alike = 0.35;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<Successor> BeginAsync(CancellationToken cancellation)
    {
        string json = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Find(), "samples", "khm-2011", "next-cycle.json"), cancellation);
        using CycleApi api = new(host, key, (string)JsonNode.Parse(json)!["id"]!);
        await api.StartAsync(json, cancellation);
        foreach (ReiterationOf open in (await api.ReiterationsAsync(cancellation)).Items)
        {
            foreach (ReiterationProposal proposal in open.Proposals.Where(p => p.Verdict is null))
                await DecideAsync(api, open.Earlier, proposal, open.Proposals[0] == proposal && proposal.Score >= Alike, cancellation);
        }

        return new(await BegunAsync(api, cancellation), await api.ReiterationsAsync(cancellation));
    }

    private static Task DecideAsync(CycleApi api, string earlier, ReiterationProposal proposal, bool same, CancellationToken cancellation) => api.DecideAsync(
        new
        {
            id = $"again-{earlier}-{proposal.Recommendation}",
            decision = same ? ConfirmReiteration.Kind : RefuseReiteration.RefuseKind,
            recommendation = proposal.Recommendation,
            earlier,
            note = same ? "Asks for the same again." : "Another matter.",
        },
        cancellation,
        HttpStatusCode.Conflict);

    private static async Task<CycleReport> BegunAsync(CycleApi api, CancellationToken cancellation)
    {
        for (DateTimeOffset end = TimeProvider.System.GetUtcNow() + Patience; ; await Task.Delay(200, cancellation))
        {
            CycleReport report = (await api.StatusAsync(cancellation))!;
            if (report.Phase is not null || TimeProvider.System.GetUtcNow() > end)
                return report;
        }
    }
}
