using FollowUp.Domain.Children;
using FollowUp.Domain.Rounds;
using LocalHost.Demo.Sample;

namespace LocalHost.Demo.People;

/// <summary>When people do what about a mail. It follows from the seed and the mail alone, never from what happened before in this run.</summary>
internal sealed class Habits(SampleCycle sample, Dice dice, bool officeHours)
{
    private enum Habit
    {
        AtOnce,
        AfterFirstReminder,
        AfterSecondReminder,
        InTwoSittings,
        ChangesItsMind,
        TooLate,
        Never,
    }

    /// <param name="opened">Date of the invitation that the mail belongs to; its own if it is one.</param>
    public IEnumerable<Act> After(Mail mail, Person person, DateTimeOffset opened)
    {
        if (mail.Form is null || mail.Kind is not ("invitation" or "reminder"))
            yield break;
        TimeSpan length = sample.Length(mail.Round);
        DateTimeOffset end = opened + length;
        if (RoundKinds.Find(mail.Round)!.IsReview)
        {
            if (mail.Kind == "invitation")
                yield return new(person, mail, Deed.Approve, Office(mail.Date + (length * Between(0.1, 0.4, "approves")), null));
            yield break;
        }

        if (Children(mail, person) is { } deed)
        {
            if (mail.Kind == "invitation" && deed != Deed.Begin)
                yield return new(person, mail, deed, Office(mail.Date + (length * Between(0.1, 0.4, "children")), null));
            yield break;
        }

        Habit habit = Of(mail, person);
        if (mail.Kind == "reminder")
        {
            int waitedFor = habit switch { Habit.AfterFirstReminder => 1, Habit.AfterSecondReminder => 2, _ => 0 };
            if (waitedFor > 0 && mail.Ordinal == Math.Min(waitedFor, sample.Reminders(mail.Round)))
                yield return new(person, mail, Deed.Answer, Office(mail.Date + (length * Between(0.01, 0.08, "reminded")), end));
            yield break;
        }

        DateTimeOffset first = mail.Date + (length * (dice.Happens(0.3, mail.Place, "soon") ? Between(0.005, 0.02, "within hours") : Between(0.03, 0.3, "within days")));
        switch (habit)
        {
            case Habit.AtOnce when mail.Round == RoundKinds.Consultation.Id && dice.Happens(0.2, mail.Place, "spreadsheet"):
                yield return new(person, mail, Deed.Spreadsheet, Office(first, end));
                break;
            case Habit.Never when mail.Round == RoundKinds.Consultation.Id && dice.Happens(0.4, mail.Place, "paper"):
                yield return new(person, mail, Deed.OnPaper, Office(first, end));
                break;
            case Habit.AtOnce:
            case Habit.AfterFirstReminder or Habit.AfterSecondReminder when sample.Reminders(mail.Round) == 0:
                yield return new(person, mail, Deed.Answer, Office(first, end));
                break;
            case Habit.InTwoSittings:
                yield return new(person, mail, Deed.Begin, Office(first, end));
                yield return new(person, mail, Deed.Answer, Office(first + (length * Between(0.15, 0.35, "comes back")), end));
                break;
            case Habit.ChangesItsMind:
                yield return new(person, mail, Deed.Answer, Office(first, end));
                yield return new(person, mail, Deed.Change, Office(first + (length * Between(0.1, 0.4, "thinks again")), end));
                break;
            case Habit.TooLate:
                yield return new(person, mail, Deed.Answer, Office(end + (length * Between(0.05, 0.25, "late")), null));
                break;
        }

        double Between(double least, double most, string what) => dice.Between(least, most, mail.Place, what);
    }

    // Adults bring their groups together when they are asked to; the first coordinator looks after the rest, and the other does nothing.
    private static Deed? Children(Mail mail, Person person) =>
        mail.Round == ChildrensRounds.Consultation.Id ? Deed.BringChildren
        : mail.Round != ChildrensRounds.Review.Id && !ChildrensRounds.IsTelling(mail.Round) ? null
        : !person.FirstCoordinator ? Deed.Begin
        : mail.Round == ChildrensRounds.Review.Id ? Deed.ReviewVoices
        : Deed.TellChildren;

    private Habit Of(Mail mail, Person person)
    {
        RoundKind kind = RoundKinds.Find(mail.Round)!;
        if (kind == RoundKinds.Translation)
            return Habit.InTwoSittings;
        (double AtOnce, double First, double Second, double Sittings, double Changes, double Late) shares =
            kind == RoundKinds.Commitments || kind == RoundKinds.MonitoringPlan ? (0.55, 0.30, 0, 0.10, 0.05, 0)
            : kind == RoundKinds.Responsibility ? (0.50, 0.25, 0.10, 0, 0.05, 0)
            : kind == RoundKinds.Letters ? (0.35, 0, 0, 0, 0, 0.05)
            : kind == RoundKinds.Consultation ? (0.42, 0.20, 0.09, 0.08, 0.06, 0.05)
            : (0.45, 0.25, 0.10, 0.03, 0.03, 0.04);
        double roll = dice.Roll(mail.Place, person.Email, "habit");
        foreach ((Habit habit, double share) in (ReadOnlySpan<(Habit, double)>)
        [
            (Habit.AtOnce, shares.AtOnce), (Habit.AfterFirstReminder, shares.First), (Habit.AfterSecondReminder, shares.Second),
            (Habit.InTwoSittings, shares.Sittings), (Habit.ChangesItsMind, shares.Changes), (Habit.TooLate, shares.Late),
        ])
        {
            if (roll < share)
                return habit;
            roll -= share;
        }

        return Habit.Never;
    }

    /// <summary>
    /// Moves a time to one of four in an office's day in Cambodia, so that several people share one; a deadline that would be missed by it is kept.
    /// The minutes are none that a calendar has: nobody acts at the very instant at which a round reminds or closes.
    /// </summary>
    private DateTimeOffset Office(DateTimeOffset wanted, DateTimeOffset? deadline)
    {
        if (!officeHours)
            return wanted;
        DateTimeOffset day = new(wanted.UtcDateTime.Date, TimeSpan.Zero);
        DateTimeOffset slot = Enumerable.Range(0, 4)
            .SelectMany(n => _slots.Select(s => day.AddDays(n) + s))
            .First(t => t >= wanted && t.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        if (deadline is not { } end || slot < end)
            return slot;
        // Just in time, on whatever day.
        return Enumerable.Range(0, 4)
            .SelectMany(n => _slots.Reverse().Select(s => day.AddDays(-n + 1) + s))
            .FirstOrDefault(t => t < end && t >= wanted.AddDays(-1), slot);
    }

    // 09:07, 11:22, 14:07 and 16:22 in Phnom Penh.
    private static readonly TimeSpan[] _slots = [new(2, 7, 0), new(4, 22, 0), new(7, 7, 0), new(9, 22, 0)];
}
