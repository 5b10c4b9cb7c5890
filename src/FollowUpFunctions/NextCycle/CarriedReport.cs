using FollowUp.Domain.Reiterations;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.NextCycle;

/// <summary>What the cycle before leaves to a new one, as <c>POST /cycles?dryRun=true</c> tells it.</summary>
/// <param name="Settings">Members of the request that were left out and are taken over.</param>
/// <param name="Stakeholders">How many are taken over; 0 where the request has its own.</param>
/// <param name="OptedOut">Ids of those who asked for no more mail, and get none.</param>
/// <param name="Stopped">How many addresses take no mail.</param>
/// <param name="Open">What it left open, with the recommendations that may say it again.</param>
public sealed record CarriedReport(
    string Cycle, IReadOnlyList<string> Settings, int Stakeholders, IReadOnlyList<string> OptedOut, int Stopped, IReadOnlyList<ReiterationOf> Open)
{
    public static CarriedReport Of(CarriedOver carried) => new(
        carried.From,
        carried.Settings,
        carried.Stakeholders,
        [.. carried.OptedOut.Keys.Order(StringComparer.Ordinal)],
        carried.Stopped.Count,
        ReiterationStates.Of(carried.Open, []));
}
