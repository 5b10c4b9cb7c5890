using System.Globalization;
using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;

namespace FollowUp.Pages.Desk.Reading;

/// <summary>A cycle's settings in the words of the desk.</summary>
public static class SettingGroups
{
    /// <param name="links">Where a group of settings is changed, by its key.</param>
    /// <param name="organisation">The name of a stakeholder's organisation by the stakeholder's id.</param>
    public static IReadOnlyList<SettingGroup> Of(
        Wording text, CycleSettings settings, IReadOnlyDictionary<string, IReadOnlyList<DeskLink>> links, Func<string, string> organisation)
    {
        return
        [
            Group("cycle", Cycle(settings)),
            Group("people", People(settings)),
            Group("calendar", Calendar(text, settings)),
            Group("groups", new SettingLine("workshop-groups", [settings.WorkshopGroups is { } number ? Number(number) : text["settings.groups.usual"]])),
            Group("letters", Letters(text, settings.Letters, organisation)),
            Group("children", Children(text, settings.Children)),
            Group("retention", [.. (settings.Retention ?? Retention.Usual).All().Select(k => new SettingLine($"keep-{k.Kind}", [Days(text, k.After)]))]),
        ];

        SettingGroup Group(string key, params SettingLine[] lines) => new(key, lines, links.GetValueOrDefault(key) ?? []);
    }

    private static SettingLine[] Cycle(CycleSettings settings) =>
    [
        new("title", [settings.Title]),
        new("id", [settings.Id]),
        new("country", [settings.Country]),
        new("symbol", [settings.Symbol]),
        new("time-zone", [settings.TimeZone]),
        new("source-language", [Wording.NameOf(settings.SourceLanguage)]),
        new("languages", [.. settings.Languages.Select(Wording.NameOf)]),
        new("previous", settings.PreviousCycle is { } previous ? [previous] : []),
    ];

    private static SettingLine[] People(CycleSettings settings) =>
    [
        new("coordinators", [.. settings.Coordinators.Select(c => $"{c.Name} – {c.Email}")]),
        new("translators", [.. settings.Translators.Select(t => $"{t.Name} – {t.Email} – {Wording.NameOf(t.Into)}")]),
    ];

    private static SettingLine[] Calendar(Wording text, CycleSettings settings) =>
    [
        .. Meetings.All.Select(m => Meetings.Find(settings, m) is { } meeting
            ? new SettingLine(m, [Dates.Span(text, meeting.Starts, meeting.Ends, settings.TimeZone), meeting.Place])
            : new SettingLine(m, [])),
        new("progress", [.. settings.ProgressEvery is { } every ? [Every(text, every)] : Array.Empty<string>(), text.Pair(text["settings.progress.rounds"], settings.ProgressRounds.Count)]),
        new("coordinator-reminder", [Every(text, settings.CoordinatorReminderEvery)]),
    ];

    private static SettingLine[] Letters(Wording text, LetterSettings? letters, Func<string, string> organisation) =>
    [
        new("letters-every", letters is null ? [] : [Every(text, letters.Every)]),
        new("in-charge", [.. letters?.InCharge.Select(organisation) ?? []]),
    ];

    private static SettingLine[] Children(Wording text, ChildrensSafety? children) => children is null
        ? [new("children", [text["settings.children.none"]])]
        :
        [
            new("safeguarding", [$"{children.Contact.Name} – {children.Contact.Email}"]),
            new("complaints", [children.Complaints]),
            new("helpline", [$"{children.Helpline.Name} – {children.Helpline.Number}"]),
            new("youngest", [text[$"age.{children.Youngest}"]]),
            new("minimum-group", [Number(children.MinimumGroup)]),
        ];

    private static string Every(Wording text, TimeSpan every) => text.Format("settings.every", ("days", Number(every.TotalDays)));

    private static string Days(Wording text, TimeSpan time) => text.Format("calendar.after", ("days", Number(time.TotalDays)));

    // Only where somebody tries things out are there parts of days.
    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
