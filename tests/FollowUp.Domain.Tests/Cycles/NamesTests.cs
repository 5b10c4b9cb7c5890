using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Cycles;

public sealed class NamesTests
{
    [Theory]
    [InlineData("khm-2011", true)]
    [InlineData("a", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("Khm", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("a--b", false)]
    [InlineData("a/b", false)]
    [InlineData("a~b", false)]
    [InlineData("ខ្មែរ", false)]
    public void Slugs_are_small_latin_letters_digits_and_single_hyphens(string? text, bool isSlug) => Assert.Equal(isSlug, Slug.IsSlug(text));

    [Theory]
    [InlineData("Ministry of Education, Youth & Sport", "ministry-of-education-youth-sport")]
    [InlineData("  Sécours à l’Enfance  ", "secours-a-l-enfance")]
    [InlineData("ក្រសួងអប់រំ", "")]
    public void A_slug_is_made_from_a_name(string name, string slug) => Assert.Equal(slug, Slug.From(name));

    [Fact]
    public void A_slug_of_a_long_name_is_cut_to_what_keys_can_hold() =>
        Assert.True(Slug.IsSlug(Slug.From(string.Concat(Enumerable.Repeat("organisation ", 20)))));

    [Theory]
    [InlineData("Rights Now", " rights\u00A0 now ", true)]
    [InlineData("Sécours", "Se\u0301cours", true)]
    [InlineData("Rights Now", "Rights Then", false)]
    public void The_same_name_is_the_same_organisation(string a, string b, bool same) => Assert.Equal(same, Organisations.Same(a, b));

    [Theory]
    [InlineData("half \uD83D of a pair")]
    [InlineData("not \uFFFE a character")]
    public void Texts_that_are_not_sound_unicode_can_still_be_compared(string text) =>
        Assert.Contains('\uFFFD', SameWords.Compose(text));

    [Fact]
    public void A_text_of_nothing_but_punctuation_is_compared_as_it_is() => Assert.Equal("?!", SameWords.Key(" ?! "));

    [Fact]
    public void Categories_have_one_slug_each_which_is_their_name_in_json() =>
        Assert.All(StakeholderCategories.All, c => Assert.Equal($"\"{c.Slug()}\"", System.Text.Json.JsonSerializer.Serialize(c)));

    [Fact]
    public void Urgent_comes_before_reiterated_and_both_before_the_order_of_the_document() =>
        Assert.Equal(
            ["66-b", "15", "9", "66-a"],
            new[] { A.Recommendation(66, "a"), A.Recommendation(66, "b", urgent: true), A.Recommendation(9), A.Recommendation(15, reiterated: "2000") }
                .MostImportantFirst().Select(r => r.Key));
}
