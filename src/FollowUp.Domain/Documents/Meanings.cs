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
        MarkUrgent(paragraphs, words, doubts);
        Answer(paragraphs);
        return paragraphs;
    }

    private static RegisterParagraph Read(ParagraphLayout layout, IReadOnlyList<Vocabulary> words, List<Doubt> doubts)
    {
        void Say(DoubtKind kind, string message) => doubts.Add(Doubt.About(layout.Line, kind, message, layout.Number));
        Judgement[] lead = [.. Sentences.Of(layout.Lead).Select(s => Judgement.Of(s, words))];
        Judgement[] tail = [.. Sentences.Of(layout.Tail).Select(s => Judgement.Of(s, words))];
        bool inRecommendation = lead is [.., { Recommends: true }];
        if (layout.Items.Count > 0 && !inRecommendation && lead is [.., { Concern: false, Praise: false }] && lead.Any(j => j.Recommends))
        {
            inRecommendation = true;
            Say(DoubtKind.RecommendationUnclear, "The sentence before the sub-items does not itself recommend; they were taken with the recommendation before it.");
        }

        bool recommends = lead.Concat(tail).Any(j => j.Recommends);
        bool concern = lead.Concat(tail).Any(j => j.Concern);
        if (recommends && concern)
            Say(DoubtKind.ConcernAndRecommendation, "This paragraph carries a concern and a recommendation: look whether its text is the right one to follow up.");

        string text = string.Join('\n', [layout.Lead, .. layout.Items.Select(i => $"{i.Label} {i.Text}"), .. layout.Tail.Length > 0 ? [layout.Tail] : Array.Empty<string>()]);
        Reiteration? reiteration = recommends ? Reiteration.In(text, words) : null;
        if (reiteration is { Cited: false })
            Say(DoubtKind.RepeatsWithoutCitation, "An earlier recommendation is repeated but not cited: look which one it is.");
        string? articles = layout.Place.Heading is { } heading ? Titles.Articles(heading) : null;
        return new(
            layout.Number, layout.Line.Number, layout.Place.Section, layout.Place.Cluster, layout.Place.ClusterAsPrinted, layout.Place.Heading, articles,
            text, layout.Lead, Items(layout.Items, inRecommendation))
        {
            Recommendation = recommends,
            Concern = concern,
            Positive = lead.Concat(tail).Any(j => j.Praise),
            ReiteratedFrom = reiteration?.From,
            Articles = Cited.Articles(articles, text),
            GeneralComments = Cited.GeneralComments(text),
            SdgTargets = Cited.SdgTargets(text),
        };
    }

    private static IReadOnlyList<RegisterItem> Items(IReadOnlyList<ItemLayout> items, bool recommendation) =>
    [
        .. items.Select((item, n) => new RegisterItem(item.Letter, item.Label, item.Line.Number, item.Text, n + 1 < items.Count && items[n + 1].Depth > item.Depth)
        {
            Recommendation = recommendation,
        }),
    ];

    private static void MarkUrgent(RegisterParagraph[] paragraphs, IReadOnlyList<Vocabulary> words, List<Doubt> doubts)
    {
        foreach (RegisterParagraph list in paragraphs.Where(p => p.ClusterAsPrinted is null && UrgentMarks.Announces(p.Text, words)).ToArray())
        {
            void Say(string message) => doubts.Add(new(DoubtKind.UrgentUnclear, list.Line, 0, Doubt.Beginning(list.Text), message, list.Paragraph));
            IReadOnlyList<(int Paragraph, string? Letter)> marks = UrgentMarks.In(list.Text, words);
            if (marks.Count == 0)
                Say("This paragraph speaks of urgent measures but names no paragraphs: mark the urgent recommendations by hand.");
            foreach ((int number, string? _) in marks)
            {
                int at = Array.FindIndex(paragraphs, p => p.Paragraph == number);
                if (at < 0)
                {
                    Say($"Paragraph {number}, listed as urgent, was not found.");
                    continue;
                }

                paragraphs[at] = paragraphs[at] with { Urgent = true };
                if (!paragraphs[at].Recommendation)
                    Say($"Paragraph {number}, listed as urgent, was not recognised as a recommendation: look which one is meant.");
            }
        }
    }

    /// <summary>A recommendation answers the concerns before it under the same heading that no other paragraph came between; its own, where it carries one.</summary>
    private static void Answer(RegisterParagraph[] paragraphs)
    {
        List<int> open = [];
        bool answered = false;
        for (int i = 0; i < paragraphs.Length; i++)
        {
            RegisterParagraph paragraph = paragraphs[i];
            bool sameHeading = i > 0 && paragraphs[i - 1].Heading == paragraph.Heading && paragraphs[i - 1].ClusterAsPrinted == paragraph.ClusterAsPrinted && paragraphs[i - 1].Section == paragraph.Section;
            if (!sameHeading)
                (open, answered) = ([], false);
            if (paragraph.Recommendation)
            {
                paragraphs[i] = paragraph with { Answers = paragraph.Concern ? [.. open.Where(_ => !answered), paragraph.Paragraph] : [.. open] };
                if (paragraph.Concern)
                    open = [];
                answered = true;
            }
            else if (paragraph.Concern)
            {
                open = answered ? [paragraph.Paragraph] : [.. open, paragraph.Paragraph];
                answered = false;
            }
        }
    }
}
