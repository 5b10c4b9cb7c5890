using FollowUp.Domain.Documents.Citations;
using FollowUp.Domain.Documents.Structure;
using FollowUp.Domain.Documents.Wording;

namespace FollowUp.Domain.Documents;

/// <summary>The recommendations of a register, each readable alone. How their texts are made is decided in <c>docs/decisions/0008</c>.</summary>
public static class RegisterRecommendations
{
    private const int LongestDoubts = 2_000;
    private const int LongestCitation = 300;
    private const string UnknownLanguage = "und";

    public static IReadOnlyList<ProposedRecommendation> Recommendations(this Register register)
    {
        IReadOnlyList<Vocabulary> words = Vocabulary.For(register.Language);
        ILookup<int, RegisterParagraph> byNumber = register.Paragraphs.ToLookup(p => p.Paragraph);
        ILookup<int, string> doubts = register.Doubts.Where(d => d.Paragraph is not null).ToLookup(d => d.Paragraph!.Value, d => d.Message);
        return [.. register.Paragraphs.Where(p => p.Recommendation).SelectMany(p => Units(p, words).Select(unit => Propose(p, unit)))];

        ProposedRecommendation Propose(RegisterParagraph paragraph, (string? Letter, string Text) unit)
        {
            Reiteration? repeats = Reiteration.In(unit.Text, words);
            return new(
                paragraph.Paragraph,
                unit.Letter,
                paragraph.Cluster,
                paragraph.ClusterAsPrinted,
                paragraph.Heading ?? paragraph.ClusterAsPrinted ?? paragraph.Section,
                new Dictionary<string, string> { [register.Language ?? UnknownLanguage] = unit.Text },
                paragraph.Urgent,
                repeats is null ? null : Shortened(repeats.From, LongestCitation),
                Uncertain(paragraph, doubts[paragraph.Paragraph]),
                Concern(paragraph.Answers.SelectMany(n => byNumber[n]), paragraph, words),
                Cited.Articles(paragraph.HeadingArticles, unit.Text),
                Cited.GeneralComments(unit.Text),
                Cited.SdgTargets(unit.Text));
        }
    }

    private static IEnumerable<(string? Letter, string Text)> Units(RegisterParagraph paragraph, IReadOnlyList<Vocabulary> words)
    {
        if (!paragraph.Items.Any(i => i.Recommendation))
        {
            yield return (null, paragraph.Text);
            yield break;
        }

        string lead = LeadIn(paragraph, words);
        List<RegisterItem> above = [];
        foreach (RegisterItem item in paragraph.Items)
        {
            above.RemoveAll(a => !item.Letter.StartsWith(a.Letter + "-", StringComparison.Ordinal));
            if (item.HasParts)
                above.Add(item);
            else
                yield return (item.Letter, Closed(Joined([lead, .. above.Select(a => a.Text), item.Text])));
        }

        if (Behind(paragraph) is { Length: > 0 } behind && Sentences.Of(behind).Any(s => Judgement.Of(s, words).Recommends))
            yield return (null, behind);
    }

    /// <summary>From the first sentence that recommends to the colon: what came before it is the concern or the praise.</summary>
    private static string LeadIn(RegisterParagraph paragraph, IReadOnlyList<Vocabulary> words) =>
        Joined([.. Sentences.Of(paragraph.LeadIn).SkipWhile(s => !Judgement.Of(s, words).Recommends)]);

    private static string Behind(RegisterParagraph paragraph)
    {
        RegisterItem last = paragraph.Items[^1];
        string end = $"{last.Label} {last.Text}\n";
        int at = paragraph.Text.LastIndexOf(end, StringComparison.Ordinal);
        return at < 0 ? "" : paragraph.Text[(at + end.Length)..];
    }

    private static string Joined(IEnumerable<string> parts) => parts.Aggregate("", (all, next) =>
        all.Length == 0 || next.Length == 0 || (ReadableText.IsUnspaced(all[^1]) && ReadableText.IsUnspaced(next[0])) ? all + next : $"{all} {next}");

    /// <summary>A list's commas and its "and" mean nothing outside the list: the sentence ends with a full stop.</summary>
    private static string Closed(string text)
    {
        string bare = text.TrimEnd();
        foreach (string joint in (string[])["; and", "; or", ", and", "; et", "; ou", "; y", "; o", "；以及", "；和"])
        {
            if (bare.EndsWith(joint, StringComparison.OrdinalIgnoreCase))
                bare = bare[..^joint.Length];
        }

        bare = bare.TrimEnd(';', '；', ',', '，', ' ');
        return ReadableText.EndsSentence(bare) || bare.Length == 0 ? bare : bare + (ReadableText.IsUnspaced(bare[^1]) ? "。" : ".");
    }

    private static string? Concern(IEnumerable<RegisterParagraph> answered, RegisterParagraph own, IReadOnlyList<Vocabulary> words)
    {
        string concern = string.Join('\n', answered.Select(p => p.Paragraph != own.Paragraph || !p.Recommendation
            ? p.Text
            : Joined(Sentences.Of(p.LeadIn).Where(s => Judgement.Of(s, words).Concern))));
        return concern.Length > 0 ? concern : null;
    }

    private static string? Uncertain(RegisterParagraph paragraph, IEnumerable<string> doubts)
    {
        IEnumerable<string> all = paragraph.Cluster is null
            ? doubts.Prepend("The cluster must be chosen: the heading is none of CRC/C/58/Rev.3.")
            : doubts;
        string text = string.Join(' ', all.Distinct());
        return text.Length > 0 ? Shortened(text, LongestDoubts) : null;
    }

    private static string Shortened(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
