using FollowUp.Domain.Children;
using FsCheck;
using FsCheck.Xunit;

namespace FollowUp.Domain.Tests.Children;

public sealed class SmallNumbersTests
{
    [Fact]
    public void Numbers_that_reach_the_minimum_are_shown_where_all_do() =>
        Assert.Equal([new("a", 5), new("b", 9)], SmallNumbers.LeftOut(Counts(("a", 5), ("b", 9)), 5));

    [Fact]
    public void A_small_number_takes_the_next_one_along_that_it_could_be_worked_out_from() =>
        Assert.Equal([new("a", null), new("b", null), new("c", 20)], SmallNumbers.LeftOut(Counts(("a", 2), ("b", 8), ("c", 20)), 5));

    [Fact]
    public void Small_numbers_that_hide_each_other_take_no_other_along() =>
        Assert.Equal([new("a", null), new("b", null), new("c", 20)], SmallNumbers.LeftOut(Counts(("a", 3), ("b", 4), ("c", 20)), 5));

    [Fact]
    public void Two_small_numbers_that_are_few_together_take_a_third_along() =>
        Assert.Equal([new("a", null), new("b", null), new("c", null), new("d", 30)], SmallNumbers.LeftOut(Counts(("a", 1), ("b", 2), ("c", 20), ("d", 30)), 5));

    [Property]
    public bool Whatever_is_left_out_can_not_be_worked_out_from_the_total(PositiveInt[] counts, PositiveInt minimum)
    {
        Dictionary<string, int> all = counts.Select((c, n) => (Name: $"{n:000}", c.Get)).ToDictionary(x => x.Name, x => x.Get);
        int least = 1 + (minimum.Get % 10);

        IReadOnlyList<ChildrensFigure> shown = SmallNumbers.LeftOut(all, least);

        string[] hidden = [.. shown.Where(f => f.Children is null).Select(f => f.Name)];
        return shown.All(f => f.Children is null || f.Children >= least)
            && (hidden.Length == 0 || shown.Count == hidden.Length || (hidden.Length > 1 && hidden.Sum(h => all[h]) >= least));
    }

    private static Dictionary<string, int> Counts(params (string Name, int Count)[] counts) => counts.ToDictionary(c => c.Name, c => c.Count);
}
