using System.Globalization;

namespace FollowUp.Domain.Plans;

internal static class Dates
{
    /// <summary>A date as forms hold it (ISO 8601), or null: forms were checked before they were sent.</summary>
    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;
}
