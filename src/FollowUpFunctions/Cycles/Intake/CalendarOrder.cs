using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;

namespace FollowUpFunctions.Cycles.Intake;

/// <summary>What comes before what in a cycle; one thing may begin at the moment the one before it ends.</summary>
internal sealed class CalendarOrder(Findings findings, ZoneClock clock)
{
    public void Check(Meeting? workshop, Meeting? monitoring, IReadOnlyDictionary<string, RoundWindow> rounds)
    {
        Step?[] steps =
        [
            Round(RoundKinds.WorkshopInvitation.Id),
            Met("workshop", workshop, "dissemination workshop"),
            Round(RoundKinds.Commitments.Id),
            Round(RoundKinds.CoSigning.Id),
            Round(RoundKinds.Consultation.Id),
            Round(RoundKinds.Responsibility.Id),
            Round(RoundKinds.MonitoringInvitation.Id),
            Met("monitoringWorkshop", monitoring, "monitoring workshop"),
            Round(RoundKinds.MonitoringPlan.Id),
            .. Enumerable.Range(1, rounds.Count).Select(n => Round($"progress-{n}")),
        ];

        Step[] present = [.. steps.OfType<Step>()];
        foreach ((Step before, Step after) in present.Zip(present.Skip(1)))
        {
            if (after.Begins < before.Ends)
            {
                findings.Add(after.Pointer, $"The {after.Name} begins before the {before.Name} is over, at {clock.Show(before.Ends)}: move it, or end the {before.Name} sooner.");
            }
        }

        Step? Round(string id) => rounds.TryGetValue(id, out RoundWindow? w)
            ? new($"round “{id}”", $"/calendar/rounds/{id}/opens", w.Opens, w.Closes ?? w.Opens)
            : null;

        static Step? Met(string name, Meeting? m, string title) =>
            m is null ? null : new(title, $"/calendar/{name}/starts", m.Starts, m.Ends);
    }

    private sealed record Step(string Name, string Pointer, DateTimeOffset Begins, DateTimeOffset Ends);
}
