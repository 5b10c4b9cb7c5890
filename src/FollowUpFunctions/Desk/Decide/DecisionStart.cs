using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Decisions;
using FollowUpFunctions.Decisions.Kinds;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Desk.Decide;

/// <summary>What the form of a decision says before anybody has typed: how things are now.</summary>
public sealed class DecisionStart(WorkshopAttendance attendance, VoicesTable voices)
{
    private const string LocalTime = "yyyy-MM-dd'T'HH:mm";

    /// <param name="first">What was chosen in the form's first field, or null.</param>
    /// <returns>Values by field; for texts by <c>texts.{language}</c>.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> OfAsync(
        string kind, string? first, DecisionView view, CancellationToken cancellation) => kind switch
    {
        "move-meeting" when Meetings.Find(view.Settings, first) is { } meeting => Meeting(meeting, view.Settings.TimeZone),
        ReviewKinds.Edit when Action(view, first) is { } action => Words(action),
        ReviewKinds.Split when Action(view, first) is { } action => Given(("parts", [action.Text])),
        ReviewKinds.Support when Item(view, first) is { } item => Given(("organisations", [.. item.Supporting.Select(s => s.Organisation)])),
        SetPlainWords.Kind when view.Cycle.Recommendations.FirstOrDefault(r => r.Key == first) is { } r => PlainWords(r),
        "set-letters" => Given(
            ("every", [$"{(view.Settings.Letters?.Every ?? TimeSpan.FromDays(90)).TotalDays:0.###}"]), ("inCharge", view.Settings.Letters?.InCharge ?? [])),
        ReviewVoice.Kind when first is not null && await voices.FindAsync(view.Settings.Id, first, cancellation) is { } voice =>
            Given(("words", [voice.Voice.Review?.Words ?? voice.Voice.Words ?? ""])),
        "record-attendance" => Given(("came", await CameAsync(view, cancellation))),
        _ => Given(),
    };

    /// <summary>What a form is about, in words that somebody wrote; null where its fields say it.</summary>
    public async Task<string?> AboutAsync(string kind, string? first, DecisionView view, CancellationToken cancellation) => kind switch
    {
        ReviewKinds.Edit or ReviewKinds.Split => Action(view, first)?.Text,
        ReviewVoice.Kind when first is not null => (await voices.FindAsync(view.Settings.Id, first, cancellation))?.Voice.Words,
        ReviewKinds.Merge or ReviewKinds.Support or SetPlainWords.Kind when view.Cycle.Recommendations.FirstOrDefault(r => r.Key == first) is { } r =>
            r.Texts[view.Settings.SourceLanguage].Text,
        _ => null,
    };

    /// <summary>The item of the plan that an action stands in, also one that was dropped.</summary>
    public static PlanItem? ItemOf(DecisionView view, string? action) =>
        view.Reviewed.FirstOrDefault(i => i.Actions.Concat(i.Dropped).Any(a => a.Id == action));

    private static PlanItem? Item(DecisionView view, string? recommendation) => view.Reviewed.FirstOrDefault(i => i.Recommendation == recommendation);

    private static PlannedAction? Action(DecisionView view, string? id) => view.Reviewed.SelectMany(i => i.Actions).FirstOrDefault(a => a.Id == id);

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Meeting(Meeting meeting, string zone) => Given(
        ("starts", [Local(meeting.Starts, zone)]),
        ("ends", [Local(meeting.Ends, zone)]),
        ("place", [meeting.Place]),
        ("programme", [meeting.Programme ?? ""]));

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Words(PlannedAction action) => Given(
        ("text", [action.Text]),
        ("strategy", [action.Strategy ?? ""]),
        ("timeFrame", [action.TimeFrame ?? ""]),
        ("indicator", [action.Indicator ?? ""]),
        ("resources", [action.Resources ?? ""]),
        ("funding", [action.Funding ?? ""]),
        ("due", [action.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""]));

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> PlainWords(Recommendation r) =>
        Given([.. r.PlainWords.Select(w => ($"texts.{w.Key}", (IReadOnlyList<string>)[w.Value]))]);

    // Who came by the newest list; before there is one, who said they would.
    private async Task<IReadOnlyList<string>> CameAsync(DecisionView view, CancellationToken cancellation) =>
        [.. (await attendance.ReadAsync(view.Cycle, cancellation)).Organisations.Where(a => a.Came ?? a.Attending == true).Select(a => a.Who)];

    private static string Local(DateTimeOffset at, string zone) =>
        LocalTimes.Local(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString(LocalTime, CultureInfo.InvariantCulture);

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Given(params (string Name, IReadOnlyList<string> Values)[] values) =>
        values.ToDictionary(v => v.Name, v => v.Values);
}
