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
    // Earlier and new: what a coordinator knows who has read both documents. What the app proposes beside is another matter.
    private static readonly HashSet<(string, string)> _again =
    [
        ("9", "7"), ("11", "9"), ("15", "15"), ("17-f", "11-a"), ("19", "13"), ("27", "17"), ("35", "20"), ("37", "22"), ("41-b", "26-a"),
        ("41-d", "26-b"), ("46", "31"), ("60", "34"), ("66-a", "38-a"), ("66-d", "38-c"), ("66-f", "38-b"), ("70-a", "42"), ("70-b", "42"),
        ("72-c", "28"), ("77-a", "45-a"), ("77-d", "45-b"), ("77-f", "45-b"),
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<Successor> BeginAsync(CancellationToken cancellation)
    {
        string json = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Find(), "samples", "khm-2011", "next-cycle.json"), cancellation);
        using CycleApi api = new(host, key, (string)JsonNode.Parse(json)!["id"]!);
        await api.StartAsync(json, cancellation);
        foreach (ReiterationOf open in (await api.ReiterationsAsync(cancellation)).Items)
        {
            foreach (ReiterationProposal proposal in open.Proposals.Where(p => p.Verdict is null))
                await DecideAsync(api, open.Earlier, proposal, _again.Contains((open.Earlier, proposal.Recommendation)), cancellation);
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
