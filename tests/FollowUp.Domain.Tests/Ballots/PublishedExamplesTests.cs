using FollowUp.Domain.Ballots;

namespace FollowUp.Domain.Tests.Ballots;

/// <summary>
/// Elections that were worked out in print. “Schulze 2011” is M. Schulze, “A new monotonic, clone-independent, reversal symmetric, and
/// Condorcet-consistent single-winner election method”, Social Choice and Welfare 36, 267–303; the same method with more examples: arXiv:1804.02973.
/// “Beatpath method” is the page of that name at electowiki.org, examples 1 to 4, on which also the treatment of candidates without a rank stands.
/// </summary>
public sealed class PublishedExamplesTests
{
    private const string FortyFive = "5 acbed, 5 adecb, 8 bedac, 3 cabed, 7 caebd, 2 cbade, 7 dceba, 8 ebadc";

    private const string TwentyOne = "8 acdb, 2 badc, 4 cdba, 4 dbac, 3 dcba";

    [Fact]
    public void Forty_five_voters_and_five_candidates_as_on_the_page_Beatpath_method_example_1()
    {
        PairwiseTable table = Vote.Table(FortyFive);
        SchulzeMethod method = new(table);

        Assert.Equal(["." + " 20 26 30 22", "25 . 16 33 18", "19 29 . 17 24", "15 12 28 . 14", "23 27 21 31 ."], Vote.Rows(table, (a, b) => table[a, b]));
        Assert.Equal([". 28 28 30 24", "25 . 28 33 24", "25 29 . 29 24", "25 28 28 . 24", "25 28 28 31 ."], Vote.Rows(table, method.Strongest));
        Assert.Equal("eacbd", Vote.Order(table));
    }

    [Fact]
    public void Twenty_one_voters_and_four_candidates_as_in_Schulze_2011_section_3_1()
    {
        PairwiseTable table = Vote.Table(TwentyOne);
        SchulzeMethod method = new(table);

        Assert.Equal([". 8 14 10", "13 . 6 2", "7 15 . 12", "11 19 9 ."], Vote.Rows(table, (a, b) => table[a, b]));
        Assert.Equal([". 14 14 12", "13 . 13 12", "13 15 . 12", "13 19 13 ."], Vote.Rows(table, method.Strongest));
        Assert.Equal("dacb", Vote.Order(table));
    }

    [Theory]
    [InlineData("5 acbd, 2 acdb, 3 adcb, 4 bacd, 3 cbda, 3 cdba, 1 dacb, 5 dbac, 4 dcba", "dacb")]
    [InlineData("3 abdec, 5 adebc, 1 adecb, 2 badec, 2 bdeca, 4 cabde, 6 cbade, 2 dbeca, 5 decab", "badec")]
    public void Thirty_voters_as_on_the_page_Beatpath_method_examples_2_and_3(string profile, string order) => Assert.Equal(order, Vote.Order(Vote.Table(profile)));

    [Fact]
    public void Two_that_are_not_beaten_share_the_first_place_as_on_the_page_Beatpath_method_example_4()
    {
        PairwiseTable table = Vote.Table("3 abcd, 2 dabc, 2 dbca, 2 cbda");
        SchulzeMethod method = new(table);

        Assert.Equal([". 5 5 3", "4 . 7 5", "4 2 . 5", "6 4 4 ."], Vote.Rows(table, (a, b) => table[a, b]));
        Assert.Equal([". 5 5 5", "5 . 7 5", "5 5 . 5", "6 5 5 ."], Vote.Rows(table, method.Strongest));
        Assert.Equal("(bd)(ac)", Vote.Order(table));
        Assert.Equal([2, 1, 2, 1], method.Places);
    }

    [Fact]
    public void The_Borda_count_of_the_forty_five_adds_up_from_the_pairs() =>
        Assert.Equal([98m, 92m, 89m, 69m, 102m], BordaCount.Of(Vote.Table(FortyFive)));

    [Fact]
    public void Who_ranks_only_the_first_few_gives_the_others_the_same_half_points()
    {
        PairwiseTable table = PairwiseTable.Of(["a", "b", "c", "d"], [Vote.Of("a", 1), new(new Dictionary<string, int> { ["b"] = 7, ["a"] = 7 })]);

        Assert.Equal([". 1 2 2", "0 . 1 1", "0 0 . 0", "0 0 0 ."], Vote.Rows(table, (a, b) => table[a, b]));
        Assert.Equal([5.5m, 3.5m, 1.5m, 1.5m], BordaCount.Of(table));
        Assert.Equal("ab(cd)", Vote.Order(table));
    }
}
