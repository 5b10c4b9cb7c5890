using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Progress;

namespace FollowUpFunctions.Cycles.Intake;

/// <summary>How often progress is asked for, and until when: the calendar gets a window for each round, so that it can be postponed like any other.</summary>
internal sealed class ProgressIntake(Findings findings, TimeZoneInfo zone)
{
    private const string EveryAt = "/progressEvery";
    private const string UntilAt = "/progressUntil";

    /// <summary>The interval, where it is to make the rounds; faults are told by <see cref="Planned"/>.</summary>
    public static TimeSpan? Every(CycleRequest request) =>
        IsAsked(request) && !HasWindows(request) ? Read(request.ProgressEvery) ?? ProgressRounds.Quarter : null;

    /// <summary>Makes the rounds from the moment when the monitoring work plan is over; null where the calendar has windows of its own.</summary>
    public Func<DateTimeOffset, IReadOnlyDictionary<string, RoundWindow>>? Planned(CycleRequest request)
    {
        if (!IsAsked(request))
            return null;
        if (HasWindows(request))
        {
            findings.Warn(EveryAt, "The calendar has windows for progress rounds: those are kept, and none is added at an interval.");
            return null;
        }

        TimeSpan every = Interval(request.ProgressEvery);
        string text = findings.Line(UntilAt, request.ProgressUntil, 100, "Say until when progress is asked for, such as 2033-12-31: rounds at an interval need an end.");
        DateTimeOffset? until = text.Length == 0 ? null : new ZoneClock(zone).Read(text, TimeSpan.FromHours(24));
        if (text.Length > 0 && until is null)
            findings.Add(UntilAt, $"“{text}” is not a date or time: write it like 2033-12-31.");
        return from => Rounds(from, every, until);
    }

    private IReadOnlyDictionary<string, RoundWindow> Rounds(DateTimeOffset from, TimeSpan every, DateTimeOffset? until)
    {
        if (until is not { } end)
            return new Dictionary<string, RoundWindow>();
        IReadOnlyDictionary<string, RoundWindow> rounds = ProgressRounds.Of(from, every, end, zone);
        if (rounds.Count == 0)
            findings.Add(UntilAt, "No progress round opens before that: give a later time, or a shorter interval.");
        if (rounds.Count > ProgressRounds.Most)
            findings.Add(EveryAt, $"These are more than {ProgressRounds.Most} progress rounds: give a longer interval, or an earlier end.");
        return rounds;
    }

    private TimeSpan Interval(string? given)
    {
        if (given is null)
            return ProgressRounds.Quarter;
        if (Read(given) is { } every)
            return every;
        findings.Add(EveryAt, $"“{given}” is not a time between a minute and two years: write days and hours such as “91.00:00:00”.");
        return ProgressRounds.Quarter;
    }

    private static TimeSpan? Read(string? given) =>
        TimeSpan.TryParseExact(given, "c", CultureInfo.InvariantCulture, out TimeSpan every) && every >= TimeSpan.FromMinutes(1) && every <= TimeSpan.FromDays(731)
            ? every
            : null;

    private static bool IsAsked(CycleRequest request) => request.ProgressEvery is not null || request.ProgressUntil is not null;

    private static bool HasWindows(CycleRequest request) =>
        request.Calendar?.Rounds?.Keys.Any(id => CalendarIntake.ProgressNumber(id) is not null) == true;
}
