using FollowUp.Domain.Cycles;
using FollowUp.Domain.Progress;
using FollowUp.Domain.Rounds;
using FollowUp.Pages;
using FollowUp.Pages.Desk.Begin;
using FollowUp.Pages.Forms;

namespace FollowUpFunctions.Desk.Begin;

/// <summary>The fields of the pages with which a cycle is begun.</summary>
internal static class BeginFields
{
    public const string Document = "document";
    public const string Contacts = "contacts";

    private static readonly string[] _every = ["91.00:00:00", "182.00:00:00", "364.00:00:00"];

    private static readonly RoundKind[] _planned =
    [
        RoundKinds.Translation, RoundKinds.WorkshopInvitation, RoundKinds.Commitments, RoundKinds.Consultation, RoundKinds.Responsibility,
        RoundKinds.MonitoringInvitation, RoundKinds.MonitoringPlan,
    ];

    public static IReadOnlyList<BeginGroup> First(BeginDraft draft, Wording text) =>
    [
        new(null, null,
        [
            new("/previousCycle", "", draft["/previousCycle"] ?? "") { Type = "hidden" },
            new(Document, text["begin.document"], "") { Type = "file", Hint = Given(text, "begin.document.hint", draft.DocumentName) },
            new(Contacts, text["begin.contacts"], "") { Type = "file", Hint = Given(text, "begin.contacts.hint", draft.ContactsName) },
            Of(draft, "/title", text["begin.title"]),
            Of(draft, "/country", text["begin.country"]),
            Of(draft, "/calendar/workshop/place", text["begin.place"]),
            Of(draft, BeginDraft.WorkshopDay, text["begin.workshop"], "date"),
            Of(draft, "/timeZone", text["begin.zone"]) with { Hint = text["begin.zone.hint"] },
            Of(draft, "/languages", text["begin.languages"], "checkbox") with { Choices = [.. InterfaceLanguages.All.Select(l => (l, Wording.NameOf(l)))] },
        ]),
    ];

    public static IReadOnlyList<BeginGroup> Settings(BeginDraft draft, Wording text) =>
    [
        new(text["begin.group.cycle"], null,
        [
            Of(draft, "/id", text["begin.id"]) with { Hint = text["begin.id.hint"] },
            Of(draft, "/symbol", text["begin.symbol"]),
            Of(draft, "/sourceLanguage", text["begin.source"]),
            Of(draft, "/coordinators/0/name", text["begin.coordinator.name"]),
            Of(draft, "/coordinators/0/email", text["begin.coordinator.email"]),
        ]),
        new(text["begin.group.workshops"], null,
        [
            Of(draft, "/calendar/workshop/starts", text["begin.meeting.starts"], "datetime-local"),
            Of(draft, "/calendar/workshop/ends", text["begin.meeting.ends"], "datetime-local"),
            Of(draft, "/calendar/workshop/programme", text["begin.programme"], "textarea"),
            Of(draft, "/calendar/monitoringWorkshop/starts", text["begin.monitoring.starts"], "datetime-local"),
            Of(draft, "/calendar/monitoringWorkshop/ends", text["begin.monitoring.ends"], "datetime-local"),
            Of(draft, "/calendar/monitoringWorkshop/place", text["begin.monitoring.place"]),
        ]),
        .. _planned.Select(kind => Round(draft, text, kind)),
        new(text["begin.group.progress"], null,
        [
            Of(draft, "/progressUntil", text["begin.progress.until"], "date"),
            Of(draft, "/progressEvery", text["begin.progress.every"], "radio") with { Choices = Every(text, _every) },
            Of(draft, "/letters/every", text["begin.letters.every"], "radio") with { Choices = Every(text, [.. _every, BeginPosting.NoLetters]) },
        ]),
        .. draft.Languages.Where(l => l != draft["/sourceLanguage"]).Take(1).Any() ? [Translators(draft, text)] : Array.Empty<BeginGroup>(),
        new(text["begin.group.children"], text["begin.group.children.text"],
        [
            Of(draft, "/children/safeguarding/name", text["begin.safeguarding.name"]),
            Of(draft, "/children/safeguarding/email", text["begin.safeguarding.email"]),
            Of(draft, "/children/complaints", text["begin.complaints"]),
            Of(draft, "/children/helpline/name", text["begin.helpline.name"]),
            Of(draft, "/children/helpline/number", text["begin.helpline.number"]),
        ]),
    ];

    /// <summary>What a calendar from the workshop's day proposes.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Proposed(CalendarProposal proposed)
    {
        yield return new("/calendar/workshop/starts", $"{Day(proposed.Workshop)}T09:00");
        yield return new("/calendar/workshop/ends", $"{Day(proposed.WorkshopEnds)}T16:30");
        yield return new("/calendar/monitoringWorkshop/starts", $"{Day(proposed.Monitoring)}T09:00");
        yield return new("/calendar/monitoringWorkshop/ends", $"{Day(proposed.MonitoringEnds)}T16:30");
        yield return new("/progressUntil", Day(proposed.ProgressUntil));
        foreach ((string round, ProposedWindow window) in proposed.Rounds)
        {
            yield return new($"/calendar/rounds/{round}/opens", Day(window.Opens));
            yield return new($"/calendar/rounds/{round}/closes", Day(window.Closes));
            yield return new($"/calendar/rounds/{round}/reminders", string.Join(' ', window.Reminders.Select(Day)));
        }
    }

    /// <summary>What is usual, where nothing was said.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Usual(DeskVisit visit, IReadOnlyList<string> languages)
    {
        yield return new("/progressEvery", ProgressRounds.Quarter.ToString("c"));
        yield return new("/letters/every", ProgressRounds.Quarter.ToString("c"));
        yield return new("/coordinators/0/email", visit.Session.Email);
        yield return new("/coordinators/0/name", visit.Session.Email.Split('@')[0]);
        yield return new("/coordinators/0/language", languages.Contains(visit.Language) ? visit.Language : languages is [{ } first, ..] ? first : "en");
    }

    private static BeginGroup Round(BeginDraft draft, Wording text, RoundKind kind) => new(new FormWording(text, kind.Form).Title, null,
    [
        Of(draft, $"/calendar/rounds/{kind.Id}/opens", text["begin.opens"], "date"),
        Of(draft, $"/calendar/rounds/{kind.Id}/closes", text["begin.closes"], "date"),
        Of(draft, $"/calendar/rounds/{kind.Id}/reminders", text["begin.reminders"]) with { Hint = text["begin.reminders.hint"] },
    ]);

    private static BeginGroup Translators(BeginDraft draft, Wording text) => new(text["begin.group.translators"], text["begin.group.translators.text"],
    [
        .. draft.Languages.Where(l => l != draft["/sourceLanguage"]).SelectMany(l => (BeginField[])
        [
            Of(draft, $"/translators/{l}/name", text.Format("begin.translator.name", ("language", Wording.NameOf(l)))),
            Of(draft, $"/translators/{l}/email", text.Format("begin.translator.email", ("language", Wording.NameOf(l)))),
        ]),
    ]);

    private static BeginField Of(BeginDraft draft, string name, string label, string type = "text") => new(name, label, draft[name] ?? "") { Type = type };

    private static IReadOnlyList<(string, string)> Every(Wording text, IEnumerable<string> values) => [.. values.Select(v => (v, text[$"begin.every.{v}"]))];

    private static string Given(Wording text, string hint, string? name) => name is null ? text[hint] : $"{text.Format("begin.have", ("name", name))} {text[hint]}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
