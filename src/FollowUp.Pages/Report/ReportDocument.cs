using FollowUp.Domain.Publication;

namespace FollowUp.Pages.Report;

/// <summary>The report of commitments as a Word document: what the page says, to print, to edit and to hand round.</summary>
public static class ReportDocument
{
    /// <param name="language">BCP 47; a language without texts is written in English.</param>
    public static byte[] Write(CommitmentsReport report, string language)
    {
        Wording text = Wording.For(language);
        ReportWording words = new(text, report);
        WordWriter word = new(text.Language);
        word.Title($"{text["report.title"]} – {report.Title}");
        word.Paragraph($"{words.Lead} {report.Symbol}");
        word.Paragraph(text.Pair(text["meeting.when"], words.When));
        word.Paragraph(text.Pair(text["meeting.where"], report.Workshop.Place));
        word.Paragraph(words.Published);
        Figures(word, text, report, words);
        Groups(word, text, report, words);
        Recommendations(word, text, report, words);
        Organisations(word, text, report, words);
        NotTakenUp(word, text, report, words);
        word.Heading(1, text["report.about"]);
        word.Paragraph(text["report.about.text"]);
        return word.Finish($"{text["report.title"]} – {report.Title}", report.PublishedAt);
    }

    private static void Figures(WordWriter word, Wording text, CommitmentsReport report, ReportWording words)
    {
        word.Heading(1, text["report.figures"]);
        word.Table(
            [new(text["report.figures"], 5), new(text["report.figure.number"], 1)],
            words.Figures.Select(f => (IReadOnlyList<string>)[$"{text[$"report.figure.{f.Name}"]}\n{text[$"report.figure.{f.Name}.counted"]}", $"{f.Count}"]));
        word.Heading(1, text["report.reach"]);
        word.Paragraph(report.AttendanceRecorded ? text["report.reach.counted"] : $"{text["report.reach.counted"]} {text["report.reach.said"]}");
        word.Table(
            [new(text["report.reach.category"], 3), new(text["report.reach.invited"], 1), new(text["report.reach.answered"], 1), new(words.Attended, 1)],
            report.Reach.Select(r => (IReadOnlyList<string>)[words.Category(r.Category), $"{r.Invited}", $"{r.Answered}", $"{r.Attended}"]));
    }

    private static void Groups(WordWriter word, Wording text, CommitmentsReport report, ReportWording words)
    {
        word.Heading(1, text["report.groups"]);
        if (report.Groups.Count == 0)
            word.Paragraph(text["report.groups.none"]);
        foreach (ReportedGroup group in report.Groups)
        {
            word.Heading(2, text.Format("report.group", ("number", group.Number)));
            word.Paragraph(text.Format("report.group.led", ("organisation", group.Leader)));
            word.Paragraph(text.Pair(text["report.group.members"], words.Members(group)));
            Commitments(word, text, words, group.Recommendations.Select(words.Recommendation));
        }
    }

    private static void Recommendations(WordWriter word, Wording text, CommitmentsReport report, ReportWording words)
    {
        word.Heading(1, text["report.recommendations"]);
        foreach (IGrouping<int, ReportedRecommendation> cluster in report.Recommendations.GroupBy(r => r.Cluster))
        {
            word.Heading(2, words.Cluster(cluster.Key));
            foreach (ReportedRecommendation r in cluster)
            {
                (Domain.Recommendations.RecommendationText wording, string language) = words.Text(r);
                word.Heading(3, $"{ReportWording.Reference(r)} {r.Heading}");
                word.Quote(wording.Text, language);
                if (r.Commitments.Count == 0)
                    word.Paragraph(text["report.nobody"]);
                else
                    Commitments(word, text, words, [r]);
            }
        }
    }

    private static void Commitments(WordWriter word, Wording text, ReportWording words, IEnumerable<ReportedRecommendation> recommendations) => word.Table(
        [new(text["report.recommendation"], 5), new(text["report.commitment"], 9), new(text["report.organisation"], 7), new(text["report.by"], 5), new(text["report.co-signers"], 7)],
        recommendations.SelectMany(r => r.Commitments.Count == 0
            ? [(IReadOnlyList<string>)[ReportWording.Reference(r), text["report.nobody"], "–", "–", "–"]]
            : r.Commitments.Select(c => (IReadOnlyList<string>)
            [
                ReportWording.Reference(r),
                c.Action,
                $"{c.Organisation}\n({words.State(c.State)})",
                words.By(c),
                c.CoSigners.Count == 0 ? "–" : string.Join('\n', c.CoSigners.Select(s => $"{s.Organisation} ({words.State(s.State)})")),
            ])));

    private static void Organisations(WordWriter word, Wording text, CommitmentsReport report, ReportWording words)
    {
        word.Heading(1, text["report.organisations"]);
        if (report.Organisations.Count == 0)
            word.Paragraph(text["report.organisations.none"]);
        foreach (ReportedOrganisation organisation in report.Organisations)
        {
            word.Heading(2, organisation.Organisation);
            foreach ((string part, IReadOnlyList<string> keys) in new[] { ("report.commits", organisation.Commits), ("report.takes-part", organisation.TakesPart) })
            {
                if (keys.Count == 0)
                    continue;
                word.Heading(3, text[part]);
                word.Table(
                    [new(text["report.recommendation"], 2), new(text["report.commitment"], 5), new(text["report.state"], 2)],
                    keys.Select(key => (IReadOnlyList<string>)
                    [
                        ReportWording.Reference(words.Recommendation(key)), words.Commitment(key).Action, words.State(words.StateOf(organisation.Organisation, key)),
                    ]));
            }
        }
    }

    private static void NotTakenUp(WordWriter word, Wording text, CommitmentsReport report, ReportWording words)
    {
        word.Heading(1, text["report.not-taken-up"]);
        word.Paragraph(text[report.NotTakenUp.Count == 0 ? "report.not-taken-up.none" : "report.not-taken-up.text"]);
        foreach (ReportedRecommendation r in report.NotTakenUp.Select(words.Recommendation))
            word.Paragraph($"{ReportWording.Reference(r)} {r.Heading}");
    }
}
