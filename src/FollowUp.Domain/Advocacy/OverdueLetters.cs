using FollowUp.Domain.Cycles;
using FollowUp.Domain.Progress;

namespace FollowUp.Domain.Advocacy;

/// <summary>What the coalition writes about what is overdue: to whoever is to have done it or, where nobody there can be written to, to the ministries in charge.</summary>
public static class OverdueLetters
{
    /// <summary>Stakeholder id of whom a letter about something overdue goes to, or null where there is nobody.</summary>
    public static string? To(CycleContents cycle, string? organisation) =>
        cycle.Stakeholders.FirstOrDefault(s => organisation is not null && Organisations.Same(s.Organisation, organisation))?.Id
        ?? (cycle.Settings.Letters?.InCharge ?? []).FirstOrDefault(id => cycle.Stakeholders.Any(s => s.Id == id));

    /// <summary>The letter to somebody with what is overdue in it, in place of lines that ask for less; null where there is nothing to write.</summary>
    /// <param name="cycle">With the plan as it stands.</param>
    /// <param name="today">In the cycle's time zone.</param>
    public static Letter? With(CycleContents cycle, Letter? due, string who, DateOnly today)
    {
        if (cycle.Stakeholders.FirstOrDefault(s => s.Id == who) is not { } to)
            return null;
        LetterLine[] overdue =
        [
            .. Overdue.Of(cycle.Items, today)
                .Where(o => To(cycle, o.Deadline.Organisation) == who)
                .Select(o => new LetterLine(o.Deadline.Recommendation, LetterAsk.Overdue, o.Deadline.Organisation, true) { Overdue = o.Deadline }),
        ];
        LetterLine[] others = [.. (due?.Lines ?? []).Where(l => overdue.All(o => o.Recommendation != l.Recommendation))];
        return overdue.Length + others.Length == 0 ? null : new(to, [.. overdue, .. others]);
    }
}
