using FollowUp.Domain.Documents;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Tests.Documents;

public sealed class RegisterParserTests
{
    private static readonly Register english = Written.Read(Written.English);

    [Fact]
    public void Every_numbered_paragraph_stands_under_its_section_cluster_and_heading()
    {
        Assert.Equal(("CRC/C/TST/CO/4", "Concluding observations on the fourth periodic report of Testland", "en"), (english.Symbol, english.Title, english.Language));
        Assert.Equal(Enumerable.Range(1, 13), english.Paragraphs.Select(p => p.Number));
        Assert.Equal([null, null, null, 1, 1, 1, 3, 5, 5, 5, 9, 9, null], english.Paragraphs.Select(p => p.Cluster));
        Assert.Equal("C. Violence against children (arts. 19, 24 (3), 28 (2), 34, 37 (a) and 39)", P(9).ClusterAsPrinted);
        Assert.Equal(["Legislation", "Allocation of resources", "Non-discrimination (art. 2)"], new[] { P(5), P(6), P(7) }.Select(p => p.Heading));
        Assert.Equal("III. Main areas of concern and recommendations", P(12).Section);
        Assert.Equal(("IV. Implementation and reporting", "A. Follow-up and dissemination"), (P(13).Section, P(13).ClusterAsPrinted));
    }

    [Fact]
    public void Concern_recommendation_and_praise_are_told_apart_and_a_recommendation_knows_its_concern()
    {
        Assert.Equal([5, 6, 7, 10, 12, 13], english.Paragraphs.Where(p => p.IsRecommendation).Select(p => p.Number));
        Assert.Equal([4, 7, 9, 11], english.Paragraphs.Where(p => p.IsConcern).Select(p => p.Number));
        Assert.Equal([2, 7], english.Paragraphs.Where(p => p.IsPositive).Select(p => p.Number));
        Assert.Equal([4], P(5).AnswersConcernsIn);
        Assert.Empty(P(6).AnswersConcernsIn);
        Assert.Equal([7], P(7).AnswersConcernsIn);
        Assert.Equal([9], P(10).AnswersConcernsIn);
    }

    [Fact]
    public void Sub_items_keep_their_letters_nested_ones_with_their_parents()
    {
        Assert.Equal(["a", "b", "b-i", "b-ii", "c"], P(5).SubItems.Select(i => i.Letter));
        Assert.All(P(5).SubItems, i => Assert.True(i.IsRecommendation));
        Assert.Equal(["a", "b"], P(11).SubItems.Select(i => i.Letter));
        Assert.All(P(11).SubItems, i => Assert.False(i.IsRecommendation));
    }

    [Fact]
    public void What_is_urgent_repeated_and_cited_is_taken_from_the_text()
    {
        Assert.Equal([10, 12], english.Paragraphs.Where(p => p.Urgent).Select(p => p.Number));
        Assert.Equal("CRC/C/TST/CO/3, para. 8", P(5).ReiteratedFrom);
        Assert.Equal([5], P(5).GeneralComments);
        Assert.Equal([8, 13], P(10).GeneralComments);
        Assert.Equal(["16.5", "5.1"], [.. P(6).SdgTargets, .. P(7).SdgTargets]);
        Assert.Equal(["2"], P(7).Articles);
    }

    [Fact]
    public void What_stands_after_the_last_paragraph_is_left_out_and_said()
    {
        Assert.DoesNotContain("List of documents", P(13).Text, StringComparison.Ordinal);
        Assert.Contains(english.Doubts.Concat(P(13).Doubts), d => d.Message.Contains("after the last numbered paragraph", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(72)]
    [InlineData(95)]
    public void The_same_text_in_the_lines_of_a_page_gives_the_same_register(int width)
    {
        Register wrapped = RegisterParser.Read(Written.Wrapped(Written.English, width));

        Assert.Equal(english.Paragraphs.Select(Essence), wrapped.Paragraphs.Select(Essence));
    }

    [Fact]
    public void French_has_its_paragraphs_clusters_and_sub_items()
    {
        Register french = Written.Read(Written.French);

        Assert.Equal("fr", french.Language);
        Assert.Equal([null, 1, 1, 8], french.Paragraphs.Select(p => p.Cluster));
        Assert.Equal(["a", "b", "c"], french.Paragraphs[2].SubItems.Select(i => i.Letter));
        Assert.Equal([3, 4], french.Paragraphs.Where(p => p.IsRecommendation).Select(p => p.Number));
        Assert.Equal([2], french.Paragraphs[2].AnswersConcernsIn);
        Assert.Equal([5], french.Paragraphs[2].GeneralComments);
    }

    [Fact]
    public void Spanish_has_its_paragraphs_clusters_and_sub_items()
    {
        Register spanish = Written.Read(Written.Spanish);

        Assert.Equal("es", spanish.Language);
        Assert.Equal([null, 1, 1], spanish.Paragraphs.Select(p => p.Cluster));
        Assert.Equal(["a", "b"], Assert.Single(spanish.Paragraphs, p => p.IsRecommendation).SubItems.Select(i => i.Letter));
    }

    [Fact]
    public void Chinese_has_its_paragraphs_clusters_and_sub_items()
    {
        Register chinese = Written.Read(Written.Chinese);

        Assert.Equal("zh", chinese.Language);
        Assert.Equal([1, 2, 3], chinese.Paragraphs.Select(p => p.Number));
        Assert.Equal([null, 1, 1], chinese.Paragraphs.Select(p => p.Cluster));
        Assert.Equal("立法", chinese.Paragraphs[2].Heading);
        Assert.Equal(["a", "b"], Assert.Single(chinese.Paragraphs, p => p.IsRecommendation).SubItems.Select(i => i.Letter));
        Assert.Equal([5], chinese.Paragraphs[2].GeneralComments);
    }

    [Fact]
    public void An_excerpt_of_an_older_document_begins_where_it_begins_and_says_so()
    {
        Register older = Written.Read(Written.Older);

        Assert.Equal([7, 8, 9], older.Paragraphs.Select(p => p.Number));
        Assert.Equal([1, 1, 3], older.Paragraphs.Select(p => p.Cluster));
        Assert.Contains(older.Doubts.Concat(older.Paragraphs.SelectMany(p => p.Doubts)), d => d.Message.Contains("The first numbered paragraph is 7", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_or_letter_out_of_sequence_is_text_and_a_gap_is_marked_with_its_line()
    {
        Register register = Written.Read("""
            1. The Committee recalls article 37
            2014. The year is no paragraph.
            2. The Committee recommends that the State party:
            (a) Act;
            (c) Report.
            5. The Committee recommends more.
            """);

        Assert.Equal([1, 2, 5], register.Paragraphs.Select(p => p.Number));
        Assert.Equal(["a", "c"], register.Paragraphs[1].SubItems.Select(i => i.Letter));
        Doubt letter = Assert.Single(register.Paragraphs[1].Doubts);
        Assert.Equal((5, "Sub-item (c) follows (a) in paragraph 2: check the letters."), (letter.Line, letter.Message));
        Assert.Contains(register.Paragraphs[2].Doubts, d => d.Line == 6 && d.Message.StartsWith("Paragraph 5 follows paragraph 2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_that_has_no_paragraphs_or_an_unknown_language_says_so()
    {
        Assert.Contains("No numbered paragraph", Assert.Single(Written.Read("Minutes of a meeting").Doubts).Message, StringComparison.Ordinal);
        Assert.Contains(
            Written.Read("1. Der Ausschuss empfiehlt, dass der Staat die Kinder und das Gesetz schützt.").Doubts,
            d => d.Message.Contains("(de)", StringComparison.Ordinal));
    }

    [Fact]
    public void Sub_items_in_one_line_are_told_from_articles()
    {
        Register register = Written.Read("1. Recalling article 37 (a), (b) and (c), the Committee recommends that the State party: (a) act; (b) report, under article 44 (b); and (c) rest.");

        Assert.Equal(["act;", "report, under article 44 (b); and", "rest."], register.Paragraphs[0].SubItems.Select(i => i.Text));
    }

    private static RegisterParagraph P(int number) => english.Paragraphs.Single(p => p.Number == number);

    private static string Essence(RegisterParagraph p) =>
        $"{p.Number} {p.ClusterAsPrinted} {p.Cluster} {p.Heading} {p.Text} {p.IsRecommendation} {string.Join(' ', p.SubItems.Select(i => $"{i.Letter} {i.Text}"))} {p.Urgent} {p.ReiteratedFrom}";
}
