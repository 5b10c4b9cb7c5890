using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUp.Pages;
using FollowUp.Pages.Desk.Decide;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Decisions;
using FollowUpFunctions.Decisions.Calendars;
using FollowUpFunctions.Progress.Evidence;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Desk.Decide;

/// <summary>What can be chosen in the fields of a decision's form.</summary>
public sealed class DecisionChoices(
    CyclesTable cycles, VoicesTable voices, StrategicPlansTable strategicPlans, OpenItemsTable openItems, EvidenceStore evidence)
{
    private static readonly string[] _priorities = ["high", "medium", "low"];
    private static readonly string[] _verdicts = ["free", "redacted", "withheld"];
    private static readonly string[] _timeFrames = ["one-year", "two-years", "next-report"];

    /// <param name="first">What was chosen in the form's first field, or null.</param>
    public async Task<IReadOnlyList<DecideOption>> OfAsync(ChoiceOf of, DecisionView view, string? first, Wording text, CancellationToken cancellation) => of switch
    {
        ChoiceOf.Voices =>
        [
            .. (await voices.SealedAsync(view.Settings.Id, cancellation)).Where(v => v.Voice.Words is not null)
                .Select(v => DecideOptions.Words(v.Id, v.Voice.Words!)),
        ],
        ChoiceOf.StrategicPlans => [.. (await strategicPlans.ListAsync(view.Settings.Id, cancellation)).Select(p => new DecideOption(p.Slug, p.Organisation))],
        ChoiceOf.Objectives => first is { } slug && Slug.IsSlug(slug) && await strategicPlans.FindAsync(view.Settings.Id, slug, cancellation) is { } plan
            ? [.. plan.Objectives.Select(o => DecideOptions.Words(o.Id, o.Text))]
            : [],
        ChoiceOf.EarlierRecommendations =>
            [.. (await openItems.ListAsync(view.Settings.Id, cancellation)).Select(i => DecideOptions.Words(i.Key, $"{i.Citation} {i.Text}"))],
        ChoiceOf.OptedOut => await OptedOutAsync(view, cancellation),
        ChoiceOf.Files => await FilesAsync(view, released: false, cancellation),
        ChoiceOf.ReleasedFiles => await FilesAsync(view, released: true, cancellation),
        _ => [.. Of(of, view, first, text)],
    };

    /// <summary>Everybody who is mailed in a cycle.</summary>
    public static IEnumerable<Contact> Contacts(DecisionView view) =>
        view.Cycle.Stakeholders.Select(Contact.Of).Concat(view.Settings.Coordinators.Select(Contact.Of)).Concat(view.Settings.Translators.Select(Contact.Of));

    private static IEnumerable<DecideOption> Of(ChoiceOf of, DecisionView view, string? first, Wording text) => of switch
    {
        ChoiceOf.OpenRounds => view.Rounds.Where(r => r.IsOpen).Select(r => DecideOptions.Round(text, r.Id)),
        ChoiceOf.RoundsToExtend => view.Rounds.Where(r => r.IsOpen).Select(r => r.Id)
            .Concat(view.Settings.Calendar.Rounds.OrderBy(r => r.Value.Opens).Select(r => r.Key).Where(id => view.Round(id) is null))
            .Select(id => DecideOptions.Round(text, id)),
        ChoiceOf.OpenReviews => view.Rounds.Where(r => r.IsOpen && RoundKinds.Find(r.Id)?.IsReview == true).Select(r => DecideOptions.Round(text, r.Id)),
        ChoiceOf.Steps => Steps(view, text),
        ChoiceOf.Meetings => Meetings.All.Select(m => DecideOptions.Meeting(text, m)),
        ChoiceOf.Recommendations => view.Cycle.Recommendations.Select(r => DecideOptions.Recommendation(Shown(r, view, text))),
        ChoiceOf.Stakeholders => view.Cycle.Stakeholders.Select(s => DecideOptions.Contact(Contact.Of(s))),
        ChoiceOf.Members => Members(view, first),
        ChoiceOf.Contacts => Contacts(view).Select(DecideOptions.Contact),
        ChoiceOf.Ministries => view.Cycle.Stakeholders
            .Where(s => s.Category is StakeholderCategory.Ministry or StakeholderCategory.ProvincialDepartment).Select(s => DecideOptions.Contact(Contact.Of(s))),
        ChoiceOf.Organisations => view.Cycle.Stakeholders.Select(s => s.Organisation).Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase).Select(o => new DecideOption(o, o)),
        ChoiceOf.Groups => view.Cycle.Groups.OrderBy(g => g.Meeting).ThenBy(g => g.Number)
            .Select(g => DecideOptions.Group(text, g.Id, g.Meeting == RoundKinds.MonitoringPlan.Id, g.Number)),
        ChoiceOf.Actions => Actions(view, first, text, i => i.Actions),
        ChoiceOf.ActionsAndDropped => Actions(view, first, text, i => i.Actions.Concat(i.Dropped)),
        ChoiceOf.Priorities => _priorities.Select(p => DecideOptions.Answer(text, "priority", p)),
        ChoiceOf.Verdicts => _verdicts.Select(v => DecideOptions.Word(text, "verdict", v)),
        ChoiceOf.TimeFrames => _timeFrames.Select(t => DecideOptions.Answer(text, "time-frame", t)),
        _ => [],
    };

    private static IEnumerable<DecideOption> Steps(DecisionView view, Wording text)
    {
        CalendarView calendar = new(view);
        return view.Settings.Calendar.Rounds.Keys.Concat(Meetings.All)
            .Where(id => calendar.WhyFixed(id) is null)
            .OrderBy(id => CalendarSteps.Find(view.Settings.Calendar, id)!.Begins)
            .Select(id => Meetings.All.Contains(id) ? DecideOptions.Meeting(text, id) : DecideOptions.Round(text, id));
    }

    private static IEnumerable<DecideOption> Members(DecisionView view, string? meeting)
    {
        string round = meeting == CalendarSteps.MonitoringWorkshop ? RoundKinds.MonitoringPlan.Id : RoundKinds.Commitments.Id;
        HashSet<string> members = [.. view.Cycle.Groups.Where(g => g.Meeting == round).SelectMany(g => g.Members)];
        return view.Cycle.Stakeholders.Where(s => members.Contains(s.Id)).Select(s => DecideOptions.Contact(Contact.Of(s)));
    }

    // Those of one recommendation where that was chosen first.
    private static IEnumerable<DecideOption> Actions(DecisionView view, string? first, Wording text, Func<PlanItem, IEnumerable<PlannedAction>> actions)
    {
        Dictionary<string, RecommendationView> about = view.Cycle.Recommendations.ToDictionary(r => r.Key, r => Shown(r, view, text));
        IEnumerable<PlanItem> items = first is not null && about.ContainsKey(first) ? view.Reviewed.Where(i => i.Recommendation == first) : view.Reviewed;
        return items.SelectMany(i => actions(i).Select(a => DecideOptions.Action(about[i.Recommendation], a)));
    }

    private static RecommendationView Shown(FollowUp.Domain.Recommendations.Recommendation r, DecisionView view, Wording text) =>
        RecommendationView.Of(r, text.Language, view.Settings.SourceLanguage);

    private async Task<IReadOnlyList<DecideOption>> OptedOutAsync(DecisionView view, CancellationToken cancellation)
    {
        IReadOnlySet<string> opted = await cycles.OptedOutAsync(view.Settings.Id, cancellation);
        return [.. Contacts(view).Where(c => opted.Contains(c.Who)).Select(DecideOptions.Contact)];
    }

    private async Task<IReadOnlyList<DecideOption>> FilesAsync(DecisionView view, bool released, CancellationToken cancellation)
    {
        HashSet<string> there =
        [
            .. view.Cycle.Items.SelectMany(i => i.Progress).Select(p => p.EvidenceFile).OfType<EvidenceFile>()
                .Where(f => !released || f.Released is not null).Select(f => f.Sha256),
        ];
        return
        [
            .. (await evidence.ListAsync(view.Settings.Id, cancellation)).DistinctBy(f => f.Sha256)
                .Where(f => there.Contains(f.Sha256)).Select(f => DecideOptions.File(f.Sha256, f.Name, f.ContentType)),
        ];
    }
}
