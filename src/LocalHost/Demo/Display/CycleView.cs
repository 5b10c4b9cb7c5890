using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;

namespace LocalHost.Demo.Display;

/// <summary>What there is to see of a cycle at one moment.</summary>
/// <param name="Seconds">Whether times are told to the second.</param>
/// <param name="Events">The newest first.</param>
internal sealed record CycleView(DateTimeOffset Now, string Title, string TimeZone, CycleReport Report, IReadOnlyList<JournalEntry> Events, int Mails, bool Seconds)
{
    public string Date(DateTimeOffset instant) => Local(instant).ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    public string Moment(DateTimeOffset instant) => Local(instant).ToString(Seconds ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
}

/// <summary>Shows how a cycle goes on.</summary>
internal interface ICycleDisplay
{
    /// <summary>Shows views until <paramref name="watch"/> has ended, which hands each over.</summary>
    Task ShowAsync(Func<Action<CycleView>, Task> watch);
}
