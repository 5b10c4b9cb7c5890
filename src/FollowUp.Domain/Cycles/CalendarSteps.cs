using FollowUp.Domain.Children;
using FollowUp.Domain.Rounds;

namespace FollowUp.Domain.Cycles;

/// <summary>A meeting or a round as the calendar has it.</summary>
/// <param name="Id">The round's id, or <see cref="CalendarSteps.Workshop"/> or <see cref="CalendarSteps.MonitoringWorkshop"/>.</param>
public sealed record CalendarStep(string Id, DateTimeOffset Begins, DateTimeOffset Ends)
{
    public bool IsMeeting => Id is CalendarSteps.Workshop or CalendarSteps.MonitoringWorkshop;
}

/// <summary>What comes before what in a cycle; one thing may begin at the moment the one before it ends.</summary>
public static class CalendarSteps
{
    public const string Workshop = "workshop";

    public const string MonitoringWorkshop = "monitoring-workshop";

    private static readonly string[] _order =
    [
        RoundKinds.WorkshopInvitation.Id,
        Workshop,
        RoundKinds.Commitments.Id,
        RoundKinds.CoSigning.Id,
        RoundKinds.Consultation.Id,
        RoundKinds.Responsibility.Id,
        RoundKinds.MonitoringInvitation.Id,
        MonitoringWorkshop,
        RoundKinds.MonitoringPlan.Id,
    ];

    /// <summary>The steps that follow one another, in their order. The translation is not among them: it runs beside the invitation; nor the children's consultation, beside that of all, nor the ballot, during the monitoring workshop.</summary>
    public static IReadOnlyList<CalendarStep> Of(Meeting? workshop, Meeting? monitoring, IReadOnlyDictionary<string, RoundWindow> rounds) =>
        [.. _order.Concat(Enumerable.Range(1, rounds.Count).Select(n => $"progress-{n}")).Select(id => Find(id, workshop, monitoring, rounds)).OfType<CalendarStep>()];

    public static IReadOnlyList<CalendarStep> Of(Calendar calendar) => Of(calendar.Workshop, calendar.MonitoringWorkshop, calendar.Rounds);

    public static CalendarStep? Find(Calendar calendar, string id) => Find(id, calendar.Workshop, calendar.MonitoringWorkshop, calendar.Rounds);

    /// <summary>Steps that begin before the one before them is over. The translation is to be over when the workshop starts, the children's consultation when those responsible are asked, the ballot when the monitoring plan is written.</summary>
    public static IEnumerable<(CalendarStep Before, CalendarStep After)> Conflicts(
        Meeting? workshop, Meeting? monitoring, IReadOnlyDictionary<string, RoundWindow> rounds)
    {
        IReadOnlyList<CalendarStep> steps = Of(workshop, monitoring, rounds);
        IEnumerable<(CalendarStep Before, CalendarStep After)> pairs = steps.Zip(steps.Skip(1));
        if (Find(RoundKinds.Translation.Id, workshop, monitoring, rounds) is { } translation && steps.FirstOrDefault(s => s.Id == Workshop) is { } met)
            pairs = pairs.Append((translation, met));
        if (Find(ChildrensRounds.Consultation.Id, workshop, monitoring, rounds) is { } children)
        {
            pairs = pairs
                .Concat(steps.Where(s => s.Id == RoundKinds.Commitments.Id).Select(s => (s, children)))
                .Concat(steps.Where(s => s.Id == RoundKinds.Responsibility.Id).Select(s => (children, s)));
        }

        if (Find(RoundKinds.Ballot.Id, workshop, monitoring, rounds) is { } ballot)
        {
            pairs = pairs
                .Concat(steps.Where(s => s.Id == RoundKinds.MonitoringInvitation.Id).Select(s => (s, ballot)))
                .Concat(steps.Where(s => s.Id == RoundKinds.MonitoringPlan.Id).Select(s => (ballot, s)));
        }

        // Of two that are not over the later one says how far to move.
        return pairs.Where(p => p.After.Begins < p.Before.Ends).GroupBy(p => p.After.Id).Select(g => g.MaxBy(p => p.Before.Ends));
    }

    public static IEnumerable<(CalendarStep Before, CalendarStep After)> Conflicts(Calendar calendar) =>
        Conflicts(calendar.Workshop, calendar.MonitoringWorkshop, calendar.Rounds);

    private static CalendarStep? Find(string id, Meeting? workshop, Meeting? monitoring, IReadOnlyDictionary<string, RoundWindow> rounds) => id switch
    {
        Workshop => workshop is null ? null : new(id, workshop.Starts, workshop.Ends),
        MonitoringWorkshop => monitoring is null ? null : new(id, monitoring.Starts, monitoring.Ends),
        _ => rounds.TryGetValue(id, out RoundWindow? w) ? new(id, w.Opens, w.Closes ?? w.Opens) : null,
    };
}
