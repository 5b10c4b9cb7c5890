using FollowUp.Domain.Publication;

namespace FollowUp.Domain.Tests.Publication;

public sealed class PlanFinderTests
{
    [Theory]
    [InlineData("Éducation  des\nENFANTS", "education des enfants")]
    [InlineData("l’œuvre", "l'oeuvre")]
    [InlineData("តម្រូវ\u200bការ", "តម្រូវការ")]
    [InlineData("أُسْرَة", "اسرة")]
    [InlineData("  ", "")]
    public void Case_accents_vowel_marks_and_word_breaks_make_no_difference(string text, string plain) => Assert.Equal(plain, PlanFinder.Plain(text));

    [Fact]
    public void Half_a_character_is_no_error() => Assert.Equal("\ufffdx", PlanFinder.Plain("\ud800x"));
}
