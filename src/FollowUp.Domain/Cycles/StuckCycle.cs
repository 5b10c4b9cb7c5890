using System.Globalization;
using FollowUp.Domain.Rounds;

namespace FollowUp.Domain.Cycles;

/// <summary>When a cycle that has begun and has not ended does not go on by itself.</summary>
public static class StuckCycle
{
    /// <summary>How long what is due may wait; a sweep looks every five minutes, and a busy storage account may cost some.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <param name="isRunning">Whether its orchestration runs.</param>
    /// <param name="open">Its open rounds.</param>
    /// <param name="left">When decisions were taken that are not carried out.</param>
    /// <returns>A sentence that begins with a small letter and says what to look at; null where it goes on.</returns>
    public static string? Why(bool isRunning, IEnumerable<Round> open, IEnumerable<DateTimeOffset> left, DateTimeOffset now)
    {
        if (!isRunning)
            return "its orchestration does not run; POST /cycles/{id}/restart goes on from the tables";
        if (open.FirstOrDefault(r => r.Window.Closes + Patience < now) is { Window.Closes: { } closes } round)
            return string.Create(CultureInfo.InvariantCulture, $"its round {round.Id} should have closed at {closes:u}; look at the orchestration round-{{id}}-{round.Id}");
        foreach (DateTimeOffset decided in left.Where(at => at + Patience < now))
            return string.Create(CultureInfo.InvariantCulture, $"a decision of {decided:u} is not carried out; the log of the sweep says why");
        return null;
    }
}
