using System.Globalization;
using FollowUp.Domain.Cycles;

namespace FollowUpFunctions.Cycles.Intake;

internal sealed class SettingsIntake(Findings findings)
{
    public const int MostGroups = 200;
    private const int Line = 300;
    private static readonly TimeSpan _week = TimeSpan.FromDays(7);

    public CycleSettings Read(CycleRequest request, DateTimeOffset now)
    {
        string id = findings.Line("/id", request.Id, Line, "Give the cycle an id, such as “khm-2011”.");
        if (id.Length > 0 && !Slug.IsSlug(id))
            findings.Add("/id", $"“{id}” can't be an id: use lower-case letters, digits and single hyphens, {Slug.MaxLength} at most.");

        TimeZoneInfo zone = Zone(request.TimeZone);
        IReadOnlyList<string> languages = Languages(request.Languages);
        TimeSpan? progressEvery = ProgressIntake.Every(request);
        return new(
            id,
            findings.Line("/title", request.Title, Line, "Give the cycle a title."),
            findings.Line("/country", request.Country, Line, "Name the country."),
            findings.Line("/symbol", request.Symbol, 100, "Give the symbol of the concluding observations, such as “CRC/C/KHM/CO/2-3”."),
            zone.Id,
            SourceLanguage(request.SourceLanguage),
            languages,
            Coordinators(request.Coordinators, languages),
            new CalendarIntake(findings, new ZoneClock(zone), now, new ProgressIntake(findings, zone).Planned(request)).Read(request.Calendar),
            ReminderPace(request.CoordinatorReminderEvery))
        {
            Translators = new TranslatorIntake(findings, languages, request.SourceLanguage).Read(request.Translators, request.Calendar?.Rounds),
            ProgressEvery = progressEvery,
            PreviousCycle = request.PreviousCycle,
            WorkshopGroups = WorkshopGroups(request.WorkshopGroups),
            Children = new ChildrenIntake(findings, languages).Read(request),
            Retention = new RetentionIntake(findings).Read(request.Retention),
        };
    }

    private TimeZoneInfo Zone(string? name)
    {
        string id = findings.Line("/timeZone", name, Line, "Give the time zone by its IANA name, such as “Asia/Phnom_Penh”.");
        if (ZoneClock.Find(id) is { } zone)
            return zone;
        if (id.Length > 0)
            findings.Add("/timeZone", $"“{id}” is not a known time zone: use an IANA name, such as “Asia/Phnom_Penh”.");
        return TimeZoneInfo.Utc;
    }

    private string SourceLanguage(string? language)
    {
        string tag = findings.Line("/sourceLanguage", language, Line, "Name the language of the recommendations, such as “en”.");
        if (tag.Length == 0 || LanguageTags.IsOne(tag))
            return tag;
        findings.Add("/sourceLanguage", $"“{tag}” is not a language tag: use one such as “en” or “km”.");
        return "";
    }

    private IReadOnlyList<string> Languages(IReadOnlyList<string?>? given)
    {
        string known = string.Join(", ", InterfaceLanguages.All);
        if (given is not { Count: > 0 })
        {
            findings.Missing("/languages", $"Name at least one language of pages and mails: {known}.");
            return [];
        }

        bool sound = true;
        for (int n = 0; n < given.Count; n++)
        {
            string at = Findings.Pointer("/languages", n);
            if (given[n] is not { } language)
                continue;
            bool exists = InterfaceLanguages.All.Contains(language);
            bool repeated = given.Take(n).Contains(language);
            sound &= exists && !repeated;
            if (!exists)
                findings.Add(at, $"Pages and mails don't exist in “{language}”: choose from {known}.");
            else if (repeated)
                findings.Add(at, $"“{language}” is named twice: leave one out.");
        }

        // One wrong language here would else be a wrong language of everybody who has it.
        return sound ? [.. given.OfType<string>()] : [];
    }

    private IReadOnlyList<Coordinator> Coordinators(IReadOnlyList<CoordinatorRequest?>? given, IReadOnlyList<string> languages)
    {
        const string All = "/coordinators";
        if (given is not { Count: > 0 })
            findings.Missing(All, "Name at least one coordinator: somebody must be told what waits for a decision.");

        AddressBook addresses = new(findings);
        List<Coordinator> coordinators = [];
        for (int n = 0; n < (given?.Count ?? 0); n++)
        {
            if (given![n] is not { } c)
                continue;
            string at = Findings.Pointer(All, n);
            string name = findings.Line($"{at}/name", c.Name, 200, "Give the coordinator's name.");
            coordinators.Add(new(
                name,
                addresses.Read($"{at}/email", c.Email, name, "Give the coordinator's e-mail address."),
                LanguageTags.AmongThe(languages, findings, $"{at}/language", c.Language)));
        }

        return coordinators;
    }

    private int? WorkshopGroups(int? given)
    {
        if (given is < 1 or > MostGroups)
            findings.Add("/workshopGroups", $"A workshop has 1 to {MostGroups} working groups: leave it out for 8 to 12 people a group.");
        return given;
    }

    private TimeSpan ReminderPace(string? given)
    {
        if (given is null)
            return _week;
        if (TimeSpan.TryParseExact(given, "c", CultureInfo.InvariantCulture, out TimeSpan pace) && pace >= TimeSpan.FromSeconds(1) && pace <= TimeSpan.FromDays(366))
            return pace;
        findings.Add("/coordinatorReminderEvery", $"“{given}” is not a time between a second and a year: write days and hours such as “7.00:00:00”.");
        return _week;
    }
}
