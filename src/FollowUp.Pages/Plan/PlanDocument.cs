using FollowUp.Domain.Publication;
using FollowUp.Domain.Recommendations;
using FollowUp.Pages.Report;

namespace FollowUp.Pages.Plan;

/// <summary>The plan as a Word document: what the page says, to print, to edit and to hand round.</summary>
public static class PlanDocument
{
    /// <param name="language">BCP 47; a language without texts is written in English.</param>
    public static byte[] Write(PublishedPlan plan, string language)
    {
        Wording text = Wording.For(language);
        PlanWording words = new(text);
        WordWriter word = new(text.Language);
        word.Title(plan.Title);
        word.Paragraph($"{text.Format("plan.lead", ("country", plan.Country))} {plan.Symbol}");
        word.Paragraph(text.Format("plan.published", ("version", plan.Version), ("date", Dates.Instant(text, plan.PublishedAt, plan.TimeZone))));
        Figures(word, text, words, plan.Figures);
        if (plan.Version > 1)
            Changes(word, text, words, plan);
        if (plan.Rankings.Count > 0)
            Rankings(word, text, words, plan);
        foreach (PublishedCluster cluster in plan.Clusters)
        {
            word.Heading(1, words.Cluster(cluster.Number));
            foreach (PublishedRecommendation recommendation in cluster.Recommendations)
                Recommendation(word, text, words, plan, recommendation);
        }

        word.Heading(1, text["plan.about"]);
        word.Paragraph(text["plan.about.text"]);
        return word.Finish(plan.Title, plan.PublishedAt);
    }

    private static void Figures(WordWriter word, Wording text, PlanWording words, PlanFigures figures)
    {
        word.Heading(1, text["plan.figures"]);
        word.Table(
            [new(text["plan.figures"], 5), new(text["report.figure.number"], 1)],
            new (string Name, int Count)[]
            {
                ("recommendations", figures.Recommendations), ("with-action", figures.WithAction), ("with-responsible", figures.WithResponsible),
                ("not-confirmed", figures.NotConfirmed), ("disputed", figures.Disputed), ("commitments", figures.Commitments),
                ("actions", figures.Actions), ("monitoring", figures.MonitoringTasks),
            }.Select(f => (IReadOnlyList<string>)[$"{text[$"plan.figure.{f.Name}"]}\n{text[$"plan.figure.{f.Name}.counted"]}", $"{f.Count}"]));
        string answered = words.ByCategory(figures.Answered);
        word.Paragraph(answered.Length == 0 ? text["plan.answered.none"] : text.Format("plan.answered", ("counts", answered)));
    }

    private static void Changes(WordWriter word, Wording text, PlanWording words, PublishedPlan plan)
    {
        word.Heading(1, text.Format("plan.changes", ("version", plan.Version - 1)));
        if (plan.Changes.Count == 0)
            word.Paragraph(text["plan.changes.none"]);
        Dictionary<string, PublishedRecommendation> all = plan.Clusters.SelectMany(c => c.Recommendations).ToDictionary(r => r.Key);
        foreach (PlanChangeTold change in plan.Changes)
            word.Paragraph($"{PlanWording.Reference(all[change.Recommendation])} {words.Change(change)}");
    }

    private static void Rankings(WordWriter word, Wording text, PlanWording words, PublishedPlan plan)
    {
        word.Heading(1, text["plan.rankings"]);
        word.Paragraph(text["plan.rankings.text"]);
        Dictionary<string, PublishedRecommendation> all = plan.Clusters.SelectMany(c => c.Recommendations).ToDictionary(r => r.Key);
        foreach (PublishedRanking ranking in plan.Rankings)
        {
            word.Heading(2, words.Clusters(ranking));
            word.Paragraph(words.Votes(ranking));
            word.Table(
                [new(text["plan.ranking.place"], 1), new(text["plan.ranking.recommendation"], 6), new(text["plan.ranking.borda"], 2)],
                ranking.Recommendations.Select(p => (IReadOnlyList<string>)
                    [$"{p.Place}", $"{PlanWording.Reference(all[p.Key])} {all[p.Key].Heading}", p.Borda is { } points ? words.Points(points) : "–"]));
        }
    }

    private static void Recommendation(WordWriter word, Wording text, PlanWording words, PublishedPlan plan, PublishedRecommendation r)
    {
        (RecommendationText wording, string language) = r.Texts.TryGetValue(text.Language, out RecommendationText? own)
            ? (own, text.Language)
            : (r.Texts[plan.SourceLanguage], plan.SourceLanguage);
        word.Heading(2, $"{PlanWording.Reference(r)} {r.Heading}");
        word.Quote(wording.Text, language);
        if (r.Reiterates.Count > 0)
            word.Paragraph($"{text["plan.reiterates"]} {string.Join(text["list.comma"], r.Reiterates.Select(e => e.Citation))}");
        word.Paragraph($"{text["plan.responsible"]} {r.Responsible}{(r.Responsible is null ? "" : " – ")}{words.State(r.ResponsibilityState)}");
        if (r.ProposedInstead is { } instead)
            word.Paragraph($"{text["plan.instead"]} {instead}");
        if (r.Supporting.Count > 0)
            word.Paragraph($"{text["plan.supporting"]} {words.Supporting(r)}");
        if (r.Priority is { } priority)
            word.Paragraph($"{text["plan.priority"]} {words.Priority(priority)}");
        if (r.Disputed.Count > 0)
            word.Paragraph($"{text["plan.disputed"]} {words.Disputed(r)}");
        foreach (PublishedObjective objective in r.StrategicPlans)
            word.Paragraph($"{text["plan.strategic"]} {objective.Organisation}{text["list.comma"]}{objective.Objective}");
        if (r.Actions.Count > 0)
        {
            word.Table(
                [new(text["plan.actions"], 3), new("", 4)],
                r.Actions.Select(a => (IReadOnlyList<string>)[a.Text, string.Join('\n', words.Details(a).Select(d => text.Pair(text[d.Name], d.Value)))]));
        }

        if (r.Commitments.Count > 0)
        {
            word.Table(
                [new(text["plan.commitments"], 4), new(text["report.organisation"], 3), new(text["report.by"], 2)],
                r.Commitments.Select(c => (IReadOnlyList<string>)
                [
                    c.Action, string.Join('\n', c.CoSigners.Select(words.Signature).Prepend(c.Organisation)), c.By is { } by ? Dates.Day(text, by) : "–",
                ]));
        }

        if (r.Monitoring.Count > 0)
        {
            word.Table(
                [new(text["plan.monitoring"], 4), new(text["report.organisation"], 3), new(text["plan.due"], 2), new(text["plan.indicator"], 3)],
                r.Monitoring.Select(t => (IReadOnlyList<string>)[t.Strategy, t.Organisation, t.Deadline is { } due ? Dates.Day(text, due) : "–", words.Indicator(t)]));
        }

        if (r.Progress.Count > 0)
        {
            word.Table(
                [new(text["plan.progress.view"], 3), new(text["plan.progress.status"], 2), new(text["plan.progress.details"], 4)],
                r.Progress.Select(p => (IReadOnlyList<string>)
                [
                    $"{words.Assessor(p.Assessor)}\n{p.Organisation}{text["list.comma"]}{words.Round(p.Round)}",
                    words.Status(p.Status),
                    string.Join('\n', new[] { p.LawStage is { } stage ? $"{text["plan.progress.law"]} {words.LawStage(stage)}" : null, p.Hindrance, p.Evidence, p.EvidenceFile is { } file ? words.Evidence(file) : null }.OfType<string>()),
                ]));
        }
    }
}
