using FollowUp.Domain.Documents.Citations;
using FollowUp.Domain.Documents.Structure;
using FollowUp.Domain.Documents.Wording;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Documents;

/// <summary>Makes of a register what a cycle follows up: a recommendation for each sub-item, or for a paragraph that has none.</summary>
public static class RegisterRecommendations
{
    private const int LongestHeading = 300;
    private const string ListEnds = ";,；， ";

    /// <param name="symbol">Given by the coordinator where the document's own is missing or another.</param>
    public static IReadOnlyList<Recommendation> Of(Register register, string? symbol = null)
    {
        Dictionary<int, RegisterParagraph> paragraphs = register.Paragraphs.DistinctBy(p => p.Number).ToDictionary(p => p.Number);
        Speech speech = new(register.Language);
        return
        [
            .. register.Paragraphs.Where(p => p.IsRecommendation).SelectMany(p => Units(p, speech).Select(unit => new Recommendation(
                Recommendation.KeyOf(p.Number, unit.Letter),
                symbol ?? register.Symbol ?? "",
                p.Number,
                unit.Letter,
                p.Cluster ?? Clusters.First,
                Cut(p.ClusterAsPrinted ?? Clusters.Titles[(p.Cluster ?? Clusters.First) - 1]),
                Cut(p.Heading ?? p.ClusterAsPrinted ?? p.Section ?? Clusters.Titles[Clusters.First - 1]),
                new Dictionary<string, RecommendationText> { [register.Language] = new(unit.Text, TextStatus.Official) },
                p.Urgent,
                Reiteration.In(unit.Text, speech.Words)?.From ?? p.ReiteratedFrom,
                Uncertain(p),
                Concern: Concern(p, paragraphs, speech))
            {
                Articles = Cited.Articles(p.HeadingArticles, unit.Text),
                GeneralComments = Cited.GeneralComments(unit.Text),
                SdgTargets = Cited.SdgTargets(unit.Text),
            })),
        ];
    }

    // The words before the list are each sub-item's own; what is recommended before them, or after the list, is the paragraph's.
    private static IEnumerable<(string? Letter, string Text)> Units(RegisterParagraph p, Speech speech)
    {
        RegisterSubItem[] items = [.. p.SubItems.Where(i => i.IsRecommendation)];
        IReadOnlyList<string> lead = Sentences.Of(p.Lead);
        if (items.Length == 0)
        {
            yield return (null, FromFirstRecommending(p.Text, speech));
            yield break;
        }

        int opens = lead.ToList().FindLastIndex(s => speech.Recommends(s));
        string opening = Joined(lead.Skip(opens < 0 ? lead.Count - 1 : opens)).Trim();
        string[] own =
        [
            .. lead.Take(Math.Max(0, opens)).SkipWhile(s => !speech.Recommends(s)),
            .. p.Tail is { } tail && speech.Recommends(tail) ? (string[])[tail] : [],
        ];
        if (own.Length > 0)
            yield return (null, Joined(own));
        foreach (RegisterSubItem item in items.Where(i => !items.Any(other => other.Letter.StartsWith($"{i.Letter}-", StringComparison.Ordinal))))
        {
            string? parent = items.FirstOrDefault(i => item.Letter.StartsWith($"{i.Letter}-", StringComparison.Ordinal))?.Text;
            yield return (item.Letter, Joined(((string?[])[opening, parent, Closed(item.Text)]).OfType<string>()));
        }
    }

    private static string? Concern(RegisterParagraph p, Dictionary<int, RegisterParagraph> all, Speech speech)
    {
        string[] concerns =
        [
            .. p.AnswersConcernsIn.Select(n => n == p.Number
                ? Joined(Sentences.Of(p.Text).TakeWhile(s => !speech.Recommends(s))).Trim()
                : all[n].Text),
        ];
        string text = string.Join('\n', concerns.Where(c => c.Length > 0));
        return text.Length == 0 ? null : text;
    }

    private static string FromFirstRecommending(string text, Speech speech)
    {
        string from = Joined(Sentences.Of(text).SkipWhile(s => !speech.Recommends(s))).Trim();
        return from.Length == 0 ? text : from;
    }

    // “…; and” at the end of an entry belongs to the list and not to what it says.
    private static string Closed(string text)
    {
        string words = text.TrimEnd();
        foreach (string and in (ReadOnlySpan<string>)["and", "or", "et", "ou", "y", "e", "o", "和", "以及"])
        {
            if (words.EndsWith($"; {and}", StringComparison.Ordinal) || words.EndsWith($", {and}", StringComparison.Ordinal) || words.EndsWith($"；{and}", StringComparison.Ordinal))
            {
                words = words[..^and.Length];
                break;
            }
        }

        string trimmed = words.TrimEnd(ListEnds.ToCharArray());
        return trimmed.Length == words.Length || trimmed.Length == 0 ? words : $"{trimmed}{(trimmed[^1] is >= '\u3000' ? '。' : '.')}";
    }

    private static string? Uncertain(RegisterParagraph p)
    {
        string[] doubts =
        [
            .. p.Doubts.Select(d => d.Message),
            .. p.Cluster is null ? (string[])[$"Cluster {Clusters.First} ({Clusters.Titles[Clusters.First - 1]}) is a guess."] : [],
        ];
        return doubts.Length == 0 ? null : string.Join(' ', doubts.Distinct());
    }

    private static string Joined(IEnumerable<string> parts) => parts.Aggregate("", (all, next) =>
        all.Length == 0 || next.Length == 0 || (ReadableText.IsUnspaced(all[^1]) && ReadableText.IsUnspaced(next[0])) ? all + next : $"{all} {next}");

    private sealed class Speech(string language)
    {
        public IReadOnlyList<Vocabulary> Words { get; } = Vocabulary.For(language);

        public bool Recommends(string sentence) => Judgement.Of(sentence, Words).Recommends;
    }

    private static string Cut(string heading) => heading.Length <= LongestHeading ? heading : $"{heading[..(LongestHeading - 1)]}…";
}
