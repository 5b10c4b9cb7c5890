using FollowUp.Domain.Cycles;

namespace FollowUpFunctions.Cycles.Intake;

/// <summary>Says where a calendar has things in the wrong order.</summary>
internal sealed class CalendarOrder(Findings findings, ZoneClock clock)
{
    public void Check(Meeting? workshop, Meeting? monitoring, IReadOnlyDictionary<string, RoundWindow> rounds)
    {
        foreach ((CalendarStep before, CalendarStep after) in CalendarSteps.Conflicts(workshop, monitoring, rounds))
            findings.Add(Pointer(after), Sentence(before, after, clock));
    }

    public static string Sentence(CalendarStep before, CalendarStep after, ZoneClock clock) =>
        $"The {Name(after)} begins before the {Name(before)} is over, at {clock.Show(before.Ends)}: move it, or end the {Name(before)} sooner.";

    public static string Name(CalendarStep step) => step.Id switch
    {
        CalendarSteps.Workshop => "dissemination workshop",
        CalendarSteps.MonitoringWorkshop => "monitoring workshop",
        _ => $"round “{step.Id}”",
    };

    private static string Pointer(CalendarStep step) => step.Id switch
    {
        CalendarSteps.Workshop => "/calendar/workshop/starts",
        CalendarSteps.MonitoringWorkshop => "/calendar/monitoringWorkshop/starts",
        _ => $"/calendar/rounds/{step.Id}/opens",
    };
}
