using System.Globalization;
using System.Text.Json;
using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Progress;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Recommendations;
using FollowUp.Pages.Progress;

namespace FollowUp.Pages.Plan;

/// <summary>Words for the codes that the plan holds; what isn't a code is shown as it is.</summary>
internal sealed class PlanWording(Wording text)
{
    /// <summary>The text in the reader's language, or in the source language with that language's name.</summary>
    public (RecommendationText Text, string? Foreign) TextOf(PublishedRecommendation r, string source) =>
        r.Texts.TryGetValue(text.Language, out RecommendationText? own) ? (own, null) : (r.Texts[source], source == text.Language ? null : source);

    /// <summary>Each assessor's newest view, such as "Government: Under way, NGO coalition: Not started".</summary>
    public string Views(PublishedRecommendation r)
    {
        ProgressWording words = new(text);
        return string.Join(text["list.comma"], ProgressViews.Newest(r.Progress).Select(v => text.Pair(Assessor(v.Assessor), words.Status(v.Status))));
    }

    public string Cluster(int number) => text[$"cluster.{number}"];

    public string TimeFrame(string value) => text.Find($"form.consultation.time-frame.{value}") ?? value;

    public string Status(string value) => text.Find($"form.progress.status.{value}") ?? value;

    public string LawStage(string value) => text.Find($"form.progress.law-stage.{value}") ?? value;

    public string Assessor(string value) => text.Find($"assessor.{value}") ?? value;

    /// <summary>Such as "Evidence: PDF document, 340 KB".</summary>
    public string Evidence(PublishedEvidence file) =>
        text.Format("plan.progress.file", ("kind", FileWording.Kind(text, EvidenceFiles.ContentTypes.First(t => t.Value == file.ContentType).Key)), ("size", FileWording.Size(text, file.Size)));

    public string Priority(string level) => text[$"form.consultation.priority.{level}"];

    public string Priority(PublishedPriority priority) => text.Format("plan.priority.value", ("level", Priority(priority.Level)), ("rank", priority.Rank));

    /// <summary>Such as "Has accepted.": a sentence.</summary>
    public string State(ResponsibilityState state) => text[$"responsibility.{Code(state)}"];

    /// <summary>Such as "confirmed": to stand behind a name.</summary>
    public string StateOfSupport(ResponsibilityState state) => text[$"support.{Code(state)}"];

    public string Reason(Dispute dispute) => text[$"dispute.{Code(dispute)}"];

    public string Signature(PublishedSignature s) => $"{s.Organisation} ({text[$"report.state.{Code(s.State)}"]})";

    public string Disputed(PublishedRecommendation r) => string.Join(text["list.comma"], r.Disputed.Select(Reason));

    public string Supporting(PublishedRecommendation r) =>
        string.Join(text["list.comma"], r.Supporting.Select(s => $"{s.Organisation} ({StateOfSupport(s.State)})"));

    /// <summary>What an action has beside its words: key of the name, and the value.</summary>
    public IEnumerable<(string Name, string Value)> Details(PublishedAction action)
    {
        if (action.Strategy is { } strategy)
            yield return ("plan.strategy", strategy);
        if (action.Due is { } due)
            yield return ("plan.due", Dates.Day(text, due));
        else if (action.TimeFrame is { } frame)
            yield return ("plan.time-frame", TimeFrame(frame));
        if (action.Indicator is { } indicator)
            yield return ("plan.indicator", indicator);
        if (action.Resources is { } resources)
            yield return ("plan.resources", resources);
        if (action.Funding is { } funding)
            yield return ("plan.funding", funding);
        if (action.Others.Count > 0)
            yield return ("plan.others", string.Join(text["list.comma"], action.Others.Select(o => text.Pair(o.Detail == "time-frame" ? TimeFrame(o.Value) : o.Value, o.Count))));
        if (ByCategory(action.ProposedBy) is { Length: > 0 } by)
            yield return ("plan.proposed-by", by);
        if (action.QuotedBy.Count > 0)
            yield return ("plan.quoted", string.Join(text["list.comma"], action.QuotedBy));
    }

    /// <summary>The areas that a sub-group works on.</summary>
    public string Clusters(PublishedRanking ranking) => string.Join(text["list.comma"], ranking.Clusters.Select(Cluster));

    /// <summary>How many voted in a sub-group, or that they are too few to tell.</summary>
    public string Votes(PublishedRanking ranking) => ranking is { Ballots: { } ballots, Hands: { } hands }
        ? text.Format("plan.ranking.votes", ("people", ballots + hands), ("ballots", ballots), ("hands", hands))
        : text.Format("plan.ranking.few", ("least", PublishedRanking.Least));

    /// <summary>Points, whole or half.</summary>
    public string Points(decimal points) => points.ToString("0.#", text.Culture);

    /// <summary>An indicator with its kind, where that was said.</summary>
    public string Indicator(PublishedTask task) => task switch
    {
        { Indicator: { } indicator, IndicatorKind: { } kind } => $"{indicator} ({text[$"form.monitoring-plan.indicator-kind.{kind}"]})",
        { IndicatorKind: { } kind } => text[$"form.monitoring-plan.indicator-kind.{kind}"],
        _ => task.Indicator ?? "–",
    };

    /// <summary>A change in words.</summary>
    public string Change(PlanChangeTold change)
    {
        return text.Format($"change.{change.Kind}", ("what", change.What ?? "–"), ("from", Said(change.From)), ("to", Said(change.To)));

        string Said(string? value) => value is null ? "–" : change.Kind switch
        {
            ChangeKinds.ResponsibilityState or ChangeKinds.SupportState => text[$"support.{value}"],
            ChangeKinds.Priority => Priority(value),
            ChangeKinds.StatusAdded => Status(value),
            _ => value,
        };
    }

    private static string Code<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public string Round(string id) =>
        id.StartsWith("progress-", StringComparison.Ordinal)
        && int.TryParse(id["progress-".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? text.Format("plan.round", ("number", number))
            : DueRounds.Day(id) is { } day ? text.Format("plan.due-round", ("date", Dates.Day(text, day)))
            : LetterDates.Number(id) is { } letter ? text.Format("plan.letters", ("number", letter))
            : id;

    /// <summary>Such as "ministries: 2, national NGOs: 1".</summary>
    public string ByCategory(IReadOnlyDictionary<StakeholderCategory, int> counts) =>
        string.Join(text["list.comma"], StakeholderCategories.All
            .Where(c => counts.GetValueOrDefault(c) > 0)
            .Select(c => text.Pair(text[$"category.{c.Slug()}"], counts[c])));

    public static string Reference(PublishedRecommendation r) => r.Letter is null ? $"¶{r.Paragraph}" : $"¶{r.Paragraph}({r.Letter})";
}
