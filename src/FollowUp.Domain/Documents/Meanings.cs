using FollowUp.Domain.Documents.Citations;
using FollowUp.Domain.Documents.Structure;
using FollowUp.Domain.Documents.Wording;

namespace FollowUp.Domain.Documents;

/// <summary>What each paragraph does: which voice a concern, which recommend, which answer which, and what they cite.</summary>
internal static class Meanings
{
    public static IReadOnlyList<RegisterParagraph> Of(IReadOnlyList<ParagraphLayout> layouts, IReadOnlyList<Vocabulary> words, List<Doubt> doubts)
    {
        RegisterParagraph[] paragraphs = [.. layouts.Select(l => Read(l, words, doubts))];
        Answer(paragraphs);
        UrgentMarks.Set(paragraphs, words, doubts);
        return paragraphs;
    }

    private static RegisterParagraph Read(ParagraphLayout layout, IReadOnlyList<Vocabulary> words, List<Doubt> doubts)
    {
        void Say(string message) => doubts.Add(Doubt.About(layout.Line, message, layout.Number));
        Judgement[] lead = [.. Sentences.Of(layout.Lead).Select(s => Judgement.Of(s, words))];
        Judgement[] tail = [.. Sentences.Of(layout.Tail).Select(s => Judgement.Of(s, words))];
        bool inRecommendation = lead is [.., { Recommends: true }];
        if (layout.Items.Count > 0 && !inRecommendation && lead is [.., { Concern: false, Praise: false }] && lead.Any(j => j.Recommends))
        {
            inRecommendation = true;
            Say("The sentence before the sub-items does not itself recommend; they were taken with the recommendation before it.");
        }

        bool recommends = lead.Concat(tail).Any(j => j.Recommends);
        bool concern = lead.Concat(tail).Any(j => j.Concern);
        if (recommends && concern && TurnsBack(lead))
            Say("Concern and recommendation are mixed in this paragraph: look whether its text begins where it should.");

        string text = string.Join('\n', [layout.Lead, .. layout.Items.Select(i => $"{i.Label} {i.Text}"), .. layout.Tail.Length > 0 ? [layout.Tail] : Array.Empty<string>()]);
        Reiteration? reiteration = recommends ? Reiteration.In(text, words) : null;
        if (reiteration is { Cited: false })
            Say("An earlier recommendation is repeated but not cited: look which one it is.");
        string? articles = layout.Place.Heading is { } heading ? Titles.Articles(heading) : null;
        return new(
            layout.Number,
            layout.Place.Section,
            layout.Place.ClusterAsPrinted,
            layout.Place.Cluster,
            layout.Place.Heading,
            articles,
            text,
            layout.Lead,
            layout.Tail.Length > 0 ? layout.Tail : null,
            concern,
            recommends,
            lead.Concat(tail).Any(j => j.Praise),
            [],
            [.. layout.Items.Select(i => new RegisterSubItem(i.Letter, i.Label, i.Text, inRecommendation, i.Line.Number))],
            Urgent: false,
            reiteration?.From,
            Cited.Articles(articles, text),
            Cited.GeneralComments(text),
            Cited.SdgTargets(text),
            layout.Line.Number,
            []);
    }

    /// <summary>A sentence that is both, or a concern behind a recommendation: no sentence divides the one from the other.</summary>
    private static bool TurnsBack(Judgement[] lead) =>
        lead.Any(j => j.Recommends && j.Concern) || lead.SkipWhile(j => !j.Recommends).Any(j => j.Concern && !j.Recommends);

    /// <summary>A recommendation answers the concerns before it under the same heading that no other recommendation came between; its own, where it carries one.</summary>
    private static void Answer(RegisterParagraph[] paragraphs)
    {
        List<int> open = [];
        bool answered = false;
        for (int i = 0; i < paragraphs.Length; i++)
        {
            RegisterParagraph paragraph = paragraphs[i];
            if (i > 0 && (paragraphs[i - 1].Heading, paragraphs[i - 1].ClusterAsPrinted, paragraphs[i - 1].Section) != (paragraph.Heading, paragraph.ClusterAsPrinted, paragraph.Section))
                (open, answered) = ([], false);
            if (paragraph.IsRecommendation)
            {
                paragraphs[i] = paragraph with { AnswersConcernsIn = paragraph.IsConcern ? [.. open.Where(_ => !answered), paragraph.Number] : [.. open] };
                open = paragraph.IsConcern ? [] : open;
                answered = true;
            }
            else if (paragraph.IsConcern)
            {
                open = answered ? [paragraph.Number] : [.. open, paragraph.Number];
                answered = false;
            }
        }
    }
}
