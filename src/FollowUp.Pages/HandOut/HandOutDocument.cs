using FollowUp.Domain.Recommendations;
using FollowUp.Pages.Plan;
using FollowUp.Pages.Report;

namespace FollowUp.Pages.HandOut;

/// <summary>A hand-out as a Word document: what the page says, to print and to change.</summary>
public static class HandOutDocument
{
    public static byte[] Write(Domain.Recommendations.HandOut handOut, DateTimeOffset now)
    {
        Wording text = Wording.For(handOut.Language);
        HandOutWording words = new(text, handOut);
        WordWriter word = new(text.Language);
        word.Title(words.Title);
        word.Paragraph(handOut.Settings.Title);
        word.Paragraph($"{text["handout.lead"]} {handOut.Settings.Symbol}");
        foreach (HandOutCluster cluster in handOut.Clusters)
        {
            word.Heading(1, new PlanWording(text).Cluster(cluster.Number));
            foreach (HandedOut r in cluster.Recommendations)
            {
                string heading = words.ShowsHeading ? $"{HandOutWording.Reference(r)} {r.Recommendation.Heading}" : HandOutWording.Reference(r);
                word.Heading(2, r.Recommendation.Urgent ? $"{heading} – {text["recommendation.urgent"]}" : heading);
                if (r.Text is null)
                    word.Quote(words.Words(r), text.Language);
                else
                    word.Paragraph(r.Text, null, r.Language == text.Language ? null : r.Language);
                if (words.Note(r) is { } note)
                    word.Quote(note, text.Language);
            }
        }

        return word.Finish(words.Title, now);
    }
}
