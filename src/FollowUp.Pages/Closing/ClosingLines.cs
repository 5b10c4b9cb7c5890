using FollowUp.Domain.Publication;
using FollowUp.Pages.Plan;

namespace FollowUp.Pages.Closing;

/// <summary>The lines of a recommendation in the closing report.</summary>
internal sealed class ClosingLines(Wording text, PlanWording words)
{
    /// <param name="details">With what an action has beside its words.</param>
    public ClosingBlock Planned(PublishedRecommendation r, bool details)
    {
        string[] items =
        [
            .. r.Commitments.Select(c => Line("closing.commitment", c.Action, c.Organisation, By(c.By))),
            .. r.Actions.Select(a => Line("closing.action", a.Text, Details(a, details))),
            .. r.Monitoring.Select(t => Line("closing.task", t.Strategy, t.Organisation, By(t.Deadline), details ? t.Indicator : null)),
        ];
        return items.Length == 0
            ? new(ClosingPart.Line, text["closing.planned.none"])
            : new(ClosingPart.Items, text["closing.planned"]) { Items = items };
    }

    public ClosingBlock PlanCounted(PublishedRecommendation r) => new(
        ClosingPart.Line,
        text.Format("closing.counted", ("commitments", r.Commitments.Count), ("actions", r.Actions.Count), ("tasks", r.Monitoring.Count)));

    public ClosingBlock Done(ClosingItem item, ClosingDetail detail) => item.Views.Count == 0
        ? new(ClosingPart.Line, text["progress.nothing-said.one"])
        : new(ClosingPart.Items, text["plan.progress"]) { Items = [.. item.Views.Select(v => Said(v, detail))] };

    public ClosingBlock StatusOnly(ClosingItem item) => new(ClosingPart.Line, item.Views.Count == 0
        ? text["progress.nothing-said.one"]
        : string.Join(
            text["list.comma"],
            ProgressViews.Newest(item.Recommendation.Progress).Select(v => text.Pair(words.Assessor(v.Assessor), v.Status == ProgressViews.Divided ? text["progress.divided"] : words.Status(v.Status)))));

    private string Said(ClosingView view, ClosingDetail detail)
    {
        PublishedStatus now = view.Newest;
        string who = text.Pair(words.Assessor(now.Assessor), $"{now.Organisation} – {words.Status(now.Status)}");
        return string.Join(' ', new[]
        {
            $"{who}.",
            now.LawStage is { } stage ? $"{text["plan.progress.law"]} {words.LawStage(stage)}." : null,
            view.Earlier.Count > 0 && detail < ClosingDetail.Newest ? $"({Before(view)})" : null,
            now.Evidence is { } evidence ? text.Format("closing.evidence", ("evidence", evidence)) : null,
            now.Hindrance is { } hindrance ? text.Format("closing.hindrance", ("hindrance", hindrance)) : null,
        }.OfType<string>());
    }

    private string Before(ClosingView view) => text.Format(
        "closing.before", ("statuses", string.Join(text["list.comma"], view.Earlier.Select(e => text.Pair(words.Round(e.Round), words.Status(e.Status))))));

    private string? Details(PublishedAction action, bool all)
    {
        string?[] told =
        [
            action.Due is { } due ? By(due) : action.TimeFrame is { } frame ? words.TimeFrame(frame) : null,
            .. all ? new[] { action.Strategy, action.Indicator, action.Resources, action.Funding } : [],
        ];
        return string.Join(text["list.comma"], told.OfType<string>()) is { Length: > 0 } some ? some : null;
    }

    private string? By(DateOnly? day) => day is { } date ? text.Format("plan.by", ("date", Dates.Day(text, date))) : null;

    private string Line(string kind, string what, params string?[] more)
    {
        string rest = string.Join(text["list.comma"], more.OfType<string>());
        return text.Pair(text[kind], rest.Length == 0 ? what : $"{what} – {rest}");
    }
}
