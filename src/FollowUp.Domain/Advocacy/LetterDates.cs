using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;

namespace FollowUp.Domain.Advocacy;

/// <summary>
/// Letters are rounds that come again and again, <c>letters-1</c>, <c>letters-2</c>…: the first one interval after the responsible organisations were
/// to have answered, the last before the last progress round is over.
/// </summary>
public static class LetterDates
{
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
        DateTimeOffset opens = asked + (letters.Every * number);
        DateTimeOffset closes = opens + letters.Every;
        return opens < ends ? new(opens, closes < ends ? closes : ends, []) : null;
    }

    /// <summary>The ids of all rounds of letters as the calendar is now, in order.</summary>
    public static IReadOnlyList<string> Planned(CycleSettings settings) =>
        [.. Enumerable.Range(1, int.MaxValue).Select(Round).TakeWhile(round => Window(settings, round) is not null)];

    private static DateTimeOffset? Ends(CycleSettings settings) =>
        settings.ProgressRounds.Select(id => settings.Calendar.Rounds[id].Closes).Max();
}
