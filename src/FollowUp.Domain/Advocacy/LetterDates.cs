using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;

namespace FollowUp.Domain.Advocacy;

/// <summary>
/// Letters are rounds that come again and again, <c>letters-1</c>, <c>letters-2</c>…: the first one interval after the responsible organisations were
/// to have answered, the last before the last progress round opens, which asks everybody anyway.
/// </summary>
public static class LetterDates
{
    private static readonly TimeSpan _morning = TimeSpan.FromHours(9);

    public const string Prefix = "letters-";

    public static string Round(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}");

    /// <summary>The number in a round's id, from 1; null for other rounds.</summary>
    public static int? Number(string round) =>
        round.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(round.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number > 0 && round == Round(number)
            ? number
            : null;

    /// <summary>When letters go out, and until when their answers count; null where the coalition writes none, or none so late.</summary>
    public static RoundWindow? Window(CycleSettings settings, string round)
    {
        if (settings.Letters is not { } letters || Number(round) is not { } number || Ends(settings) is not { } ends)
            return null;
        if (settings.Calendar.Rounds.GetValueOrDefault(RoundKinds.Responsibility.Id)?.Closes is not { } asked || number > (ends - asked) / letters.Every)
            return null;
        DateTimeOffset opens = InTheMorning(asked + (letters.Every * number), letters, settings);
        DateTimeOffset closes = InTheMorning(asked + (letters.Every * (number + 1)), letters, settings);
        return opens < ends ? new(opens, closes < ends ? closes : ends, []) : null;
    }

    /// <summary>The ids of all rounds of letters as the calendar is now, in order.</summary>
    public static IReadOnlyList<string> Planned(CycleSettings settings) =>
        [.. Enumerable.Range(1, int.MaxValue).Select(Round).TakeWhile(round => Window(settings, round) is not null)];

    // A round closes at midnight; a letter is read by an office.
    private static DateTimeOffset InTheMorning(DateTimeOffset at, LetterSettings letters, CycleSettings settings)
    {
        if (letters.Every < TimeSpan.FromDays(1))
            return at;
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
        return LocalTimes.ToInstant(LocalTimes.Local(at, zone).Date + _morning, zone);
    }

    private static DateTimeOffset? Ends(CycleSettings settings) =>
        settings.ProgressRounds is [.., var last] ? settings.Calendar.Rounds[last].Opens : null;
}
