using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Reading;

namespace FollowUp.Pages.Tests.Builders;

/// <summary>The reading pages of a cycle's desk, each with all that it can show.</summary>
internal static class DeskPages
{
    private const string Root = "/desk";
    private static readonly DateTimeOffset _now = new(2031, 3, 31, 16, 59, 0, TimeSpan.Zero);

    public static IReadOnlyDictionary<string, Func<string, PageModel>> All { get; } = new Dictionary<string, Func<string, PageModel>>
    {
        ["waiting"] = Waiting,
        ["nothing"] = language => Waiting(language) with { Tasks = [], Rounds = [], Published = [] },
        ["over"] = language => Waiting(language) with { Tasks = [], Rounds = [], Next = null, Ended = _now },
        ["calendar"] = Calendar,
        ["rounds"] = Rounds,
        ["round"] = Round,
        ["people"] = People,
        ["person"] = Person,
        ["journal"] = Journal,
        ["exports"] = Exports,
        ["settings"] = Settings,
        ["kept"] = language => Kept(language, isSignedIn: false),
        ["kept-anew"] = language => Kept(language, isSignedIn: true) with { HadFiles = true },
    };

    private static IReadOnlyList<string> Steps { get; } =
    [
        .. RoundKinds.All.Where(k => k != RoundKinds.Due && k != RoundKinds.Progress && k != RoundKinds.Letters).Select(k => k.Id),
        "progress-2", "letters-3", "due-2031-03-16", "tell-children-2", .. Meetings.All,
    ];

    private static string Page(string page) => $"{Root}/cycles/khm-2031/{page}";

    private static DeskFrame Frame(string language, string section) => new(language, Root, "key", "cora@example.org", Page(section))
    {
        Cycle = "khm-2031", CycleTitle = "Follow-up in Cambodia", TimeZone = "Asia/Phnom_Penh", Section = section,
    };

    private static WaitingModel Waiting(string language) => new(
        Frame(language, DeskSections.Waiting),
        Phase.Consultation,
        [
            .. new[]
            {
                "restart", "draft-review", "plan-review", "tell-children", "voices-review", "correct-address", "assign", "not-asked", "groups", "confirm-reiteration",
                "without-counterpart", "overdue", "release-evidence", "no-ties", "letters",
            }.Select((key, n) => new WaitingTask(key, n + 1, n % 2 == 0 ? _now : null, Page("plan"))),
        ],
        [
            new("consultation", _now, 100_000, 42_000, 1_000, [("ministry", 12), ("translator", 1), ("coordinator", 2)], Page("rounds/consultation")),
            new("draft-review", null, 2, 0, 0, [], Page("rounds/draft-review")),
        ],
        new("consultation", "closes", _now),
        [.. new[] { "plan", "progress", "report", "closing" }.Select(key => new PublishedPage(key, $"https://example.org/{key}/index.html"))])
    {
        Plan = (3, _now),
    };

    private static CalendarModel Calendar(string language) => new(
        Frame(language, DeskSections.Calendar),
        [
            .. Steps.Select((step, n) => new CalendarLine(
                step, (StepState)(n % 5), _now.AddDays(n), n % 5 == 0 ? null : _now.AddDays(n + 1), step.EndsWith("workshop", StringComparison.Ordinal) ? "<i>Town</i> hall" : null, n % 3 == 0 ? Page($"rounds/{step}") : null,
                [Link("postpone"), Link("extend-round"), Link("close-round"), Link("move-meeting"), Link("cancel-meeting")])
            {
                Reminders = [_now.AddDays(n), _now.AddDays(n + 1)],
            }),
        ],
        [.. Retention.Usual.All().Select((k, n) => new RetentionLine(k.Kind, 30, n % 2 == 0 ? _now : null))])
    {
        Links = [Link("cancel-cycle")],
    };

    private static RoundsModel Rounds(string language) => new(
        Frame(language, DeskSections.Rounds),
        [
            .. Enum.GetValues<ClosedBy>().Select((by, n) => new RoundLine($"progress-{n + 1}", _now, _now, _now, by, 40, n, Page($"rounds/progress-{n + 1}"))),
            new("consultation", _now, _now, null, null, 40, 3, Page("rounds/consultation")),
            new("plan-review", _now, null, null, null, 2, 0, Page("rounds/plan-review")),
        ],
        [new("progress-5", _now, _now), new("letters-1", _now, null)]);

    private static RoundModel Round(string language)
    {
        string[] states = ["answered", "recorded", "late", "started", "mailed", "unsent", "bounced", "unsubscribed"];
        return new(
            Frame(language, DeskSections.Rounds),
            new("consultation", _now, _now, null, null, 100_000, 42_000, Page("rounds/consultation")),
            new(100_000, 42_000, 12, 55_000, 900, 88, 1_000),
            [.. StakeholderCategories.All.Select((c, n) => new CategoryLine(c.Slug(), 100 + n, n))],
            [new(_now, true), new(_now.AddDays(3), false)],
            [Link("extend-round"), Link("close-round"), Link("answers")],
            "mailed",
            [("all", 100_000, Page("rounds/consultation")), .. states.Select((s, n) => (s, n, Page($"rounds/consultation?show={s}")))],
            new(2, 100_000, Page("rounds/consultation?show=mailed")),
            [
                .. Enumerable.Range(0, PageOfMany.Size).Select(n => new InvitedLine(
                    $"who-{n}", n == 7 ? "" : $"Person {n} of {n * 7919 % 1013}", $"Provincial department number {n * 104_729 % 9973} for children", states[n % states.Length], n % 3 == 0 ? null : _now.AddMinutes(n * 37), n % 3,
                    Page($"people/who-{n}"), n % 2 == 0 ? Page($"rounds/consultation/record/who-{n}") : null)),
            ]);
    }

    private static PeopleModel People(string language) => new(
        Frame(language, DeskSections.People),
        [Someone(1) with { Unreached = _now, Links = [Link("correct-address")] }, Someone(2) with { OptedOut = _now, Links = [Link("lift-opt-out")] }],
        201,
        [new("all", 900, Page("people")), new("ministry", 30, Page("people?category=ministry")), new("coordinator", 2, Page("people?category=coordinator"))],
        "<b>minna</b>",
        "ministry",
        new(3, 900, Page("people?q=minna")),
        [.. Enumerable.Range(0, PageOfMany.Size).Select(Someone)],
        [Link("import-stakeholders"), Link("export-stakeholders")],
        Page("people"));

    private static PersonModel Person(string language) => new(
        Frame(language, DeskSections.People),
        Someone(3) with { Unreached = _now, OptedOut = _now, Links = [Link("correct-address"), Link("lift-opt-out"), Link("export-person"), Link("erase-person")] },
        "minna@example.org",
        "km",
        [
            new("consultation", "started", _now, 3, true,
                [.. Enum.GetValues<Mail.MailKind>().Zip(Repeat("pending", "accepted", "delivered", "bounced", "complained"), (kind, state) => new MailLine(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()), state, state == "pending" ? null : _now))],
                Page("rounds/consultation")),
            new("progress-1", "unsent", null, 0, false, [], Page("rounds/progress-1")),
        ],
        2,
        17);

    private static JournalModel Journal(string language) => new(
        Frame(language, DeskSections.Journal),
        [.. Enumerable.Range(0, PageOfMany.Size).Select(n => new JournalLine(n % 2 == 0 ? "round-opened" : "mail-bounced", _now.AddMinutes(-n * 17), $"consultation~Invitation~1~{n * 104_729 % 9973:x8}", n % 2 == 0 ? $"{n} invited" : null))],
        Page("journal?before=x"),
        Page("journal"));

    private static ExportsModel Exports(string language) => new(
        Frame(language, DeskSections.Exports),
        [
            new("lists", [Export("recommendations"), Export("stakeholders")]),
            new("meetings", [Export("attendance"), Export("groups") with { Round = "commitments" }, Export("hand-out-recommendations"), Export("hand-out-plain-words")]),
            new("answers", [Export("answers") with { Round = "progress-1" }]),
            new("letters", [Export("letter") with { Name = "Ministry of <b>Children</b>" }]),
            new("plan", [Export("plan"), Export("closing"), Export("archive")]),
            new("published", [new("published", [new("CSV", "https://example.org/khm-2031/v3/plan.csv", Size: 123_456)], "v3/plan.csv")]),
        ]);

    private static SettingsModel Settings(string language)
    {
        Meeting meeting = new(_now, _now.AddHours(8), "Town hall");
        CycleSettings settings = new(
            "khm-2031", "Follow-up", "Cambodia", "CRC/C/KHM/CO/4-6", "Asia/Phnom_Penh", "en", ["km", "en"], [new("Cora Dinator", "cora@example.org", "en")],
            new(meeting, meeting, new Dictionary<string, RoundWindow> { ["progress-1"] = new(_now, _now, []) }), TimeSpan.FromDays(7))
        {
            Translators = [new("Trans Lator", "trans@example.org", "en", "km")],
            Letters = new(TimeSpan.FromDays(90), ["ministry"]),
            Children = new(new("Sabina Fegarder", "sabina@example.org", "en"), "complaints@example.org", new("Helpline", "1280")),
            ProgressEvery = TimeSpan.FromDays(91),
        };
        return new(
            Frame(language, DeskSections.Settings),
            SettingGroups.Of(Wording.For(language), settings, new Dictionary<string, IReadOnlyList<DeskLink>>
            {
                ["people"] = [Link("people")], ["calendar"] = [Link("calendar")], ["groups"] = [Link("groups")], ["letters"] = [Link("set-letters")],
            }, who => who),
            Page("restart"));
    }

    private static KeptFormModel Kept(string language, bool isSignedIn) => new(
        language, Root, Page("decide/star"), "key", isSignedIn,
        new Dictionary<string, IReadOnlyList<string>> { ["_id"] = ["decision-1"], ["note"] = ["Because <b>many</b>\nasked\"> for it"], ["came"] = ["ngo", "ministry", ""] });

    private static Export Export(string key) => new(key, [new("XLSX", Page($"files/{key}?format=xlsx")), new("DOCX", Page($"files/{key}"), "km")]);

    private static PersonLine Someone(int n) =>
        new($"who-{n}", $"Person {n} of {n * 7919 % 1013}", $"Organisation {n * 104_729 % 9973} for children", "national-ngo", null, null, Page($"people/who-{n}"), []);

    private static DeskLink Link(string key) => new(key, Page($"decide/{key}?back=rounds&who=a"));

    private static IEnumerable<string> Repeat(params string[] all) => Enumerable.Range(0, int.MaxValue).Select(n => all[n % all.Length]);
}
