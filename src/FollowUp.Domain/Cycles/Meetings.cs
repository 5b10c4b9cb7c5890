using FollowUp.Domain.Rounds;

namespace FollowUp.Domain.Cycles;

/// <summary>The meetings of a cycle, by their ids in the calendar and by the rounds that invite to them.</summary>
public static class Meetings
{
    public static IReadOnlyList<string> All { get; } = [CalendarSteps.Workshop, CalendarSteps.MonitoringWorkshop];

    public static Meeting? Find(CycleSettings settings, string? meeting) => meeting switch
    {
        CalendarSteps.Workshop => settings.Calendar.Workshop,
        CalendarSteps.MonitoringWorkshop => settings.Calendar.MonitoringWorkshop,
        _ => null,
    };

    /// <summary>The meeting that a round invites to, or null.</summary>
    public static Meeting? Of(string round, CycleSettings settings) => Find(settings, All.FirstOrDefault(m => InvitationTo(m) == round));

    /// <summary>The id of the round that invites to a meeting.</summary>
    public static string InvitationTo(string meeting) =>
        meeting == CalendarSteps.Workshop ? RoundKinds.WorkshopInvitation.Id : RoundKinds.MonitoringInvitation.Id;

    /// <summary>The settings with a meeting changed; the same settings where the change leaves it as it is.</summary>
    public static CycleSettings Change(CycleSettings settings, string meeting, Func<Meeting, Meeting> change)
    {
        Calendar calendar = settings.Calendar;
        return settings with
        {
            Calendar = meeting == CalendarSteps.Workshop
                ? calendar with { Workshop = change(calendar.Workshop) }
                : calendar with { MonitoringWorkshop = change(calendar.MonitoringWorkshop) },
        };
    }
}
