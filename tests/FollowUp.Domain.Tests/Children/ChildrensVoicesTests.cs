using FollowUp.Domain.Children;

namespace FollowUp.Domain.Tests.Children;

public sealed class ChildrensVoicesTests
{
    private static readonly VoiceReview free = new(VoiceVerdict.Free, null, "decision");

    [Fact]
    public void Only_words_that_somebody_has_reviewed_and_the_child_lets_be_used_are_shown()
    {
        ChildrenSaid said = Of([
            Voice("Free") with { Review = free },
            Voice("Raw") with { Review = new(VoiceVerdict.Redacted, "Edited", "decision") },
            Voice("Withheld") with { Review = new(VoiceVerdict.Withheld, null, "decision") },
            Voice("Only count me", quote: false) with { Review = free },
            Voice(null),
            Voice("Nobody has read this"),
        ])!;

        Assert.Equal(5, said.Children);
        Assert.Equal(["Edited", "Free"], Assert.Single(said.Topics).Quotes);
    }

    [Fact]
    public void Fewer_children_than_the_minimum_are_neither_counted_nor_quoted() =>
        Assert.Equivalent(new ChildrenSaid(null, [], [], [], []), Of([.. Enumerable.Range(0, 4).Select(n => Voice($"{n}") with { Review = free })]));

    [Fact]
    public void Where_nobody_took_part_nothing_is_said() => Assert.Null(Of([]));

    [Fact]
    public void Words_under_a_topic_that_few_chose_stand_apart_from_it()
    {
        ChildrenSaid said = Of([.. Enumerable.Range(0, 6).Select(_ => Voice(null)), Voice("Alone", topics: "9") with { Review = free }])!;

        ChildrensTopic alone = said.Topics.Single(t => t.Topic == "9");
        Assert.Null(alone.Children);
        Assert.Empty(alone.Quotes);
        Assert.Equal(["Alone"], said.Quotes);
    }

    [Fact]
    public void Ages_and_regions_of_few_are_not_broken_out()
    {
        ChildrenSaid said = Of([.. Enumerable.Range(0, 9).Select(n => Voice(null) with { AgeBand = n < 3 ? "14-17" : "10-13", Region = n < 8 ? "North" : "South" })])!;

        Assert.All(said.Ages, f => Assert.Null(f.Children));
        Assert.All(said.Regions, f => Assert.Null(f.Children));
    }

    [Fact]
    public void A_large_group_does_not_drown_a_small_one()
    {
        IReadOnlyDictionary<string, decimal> weights = ChildrensVoices.Weights([
            .. Enumerable.Range(0, 30).Select(_ => new GroupVoice("large", Voice(null, topics: "8"))),
            .. Enumerable.Range(0, 3).Select(_ => new GroupVoice("small", Voice(null, topics: "5"))),
        ]);

        Assert.Equal(weights["8"], weights["5"]);
    }

    [Fact]
    public void The_order_in_which_voices_are_read_changes_nothing()
    {
        GroupVoice[] voices = [.. Enumerable.Range(0, 20).Select(n => new GroupVoice($"{n % 3}", Voice($"Words {n}", topics: $"{1 + (n % 4)}") with { Review = free }))];

        Assert.Equivalent(ChildrensVoices.Of(voices, 5, t => t), ChildrensVoices.Of(voices.Reverse(), 5, t => t), strict: true);
    }

    private static ChildrenSaid? Of(IEnumerable<Voice> voices) => ChildrensVoices.Of(voices.Select(v => new GroupVoice("group", v)), 5, t => t);

    private static Voice Voice(string? words, bool quote = true, params string[] topics) =>
        new("en", "10-13", null, topics.Length > 0 ? topics : ["8"], words, quote);
}
