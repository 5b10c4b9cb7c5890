using System.Globalization;
using FollowUp.Domain.Cycles;

namespace FollowUpFunctions.Cycles.Intake;

internal sealed class RetentionIntake(Findings findings)
{
    private const string At = "/retention";

    /// <summary>What is left out is as usual.</summary>
    public Retention? Read(RetentionRequest? given) => given is null
        ? null
        : new(
            Time("contacts", given.Contacts, Retention.Usual.Contacts, Retention.Longest),
            Time("answers", given.Answers, Retention.Usual.Answers, Retention.Longest),
            Time("mail", given.Mail, Retention.Usual.Mail, Retention.Longest),
            Time("disclosures", given.Disclosures, Retention.Usual.Disclosures, Retention.LongestDisclosures),
            Time("voices", given.Voices, Retention.Usual.Voices, Retention.Longest));

    private TimeSpan Time(string kind, string? given, TimeSpan usual, TimeSpan longest)
    {
        if (given is null)
            return usual;
        if (TimeSpan.TryParseExact(given, "c", CultureInfo.InvariantCulture, out TimeSpan time) && time >= Retention.Shortest && time <= longest)
            return time;
        findings.Add(Findings.Pointer(At, kind), $"“{given}” is not a time from a day to {longest.Days:N0} days: write days and hours such as “{usual.Days}.00:00:00”.");
        return usual;
    }
}
