using AngleSharp.Html.Dom;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUp.Pages.HandOut;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests;

public sealed class HandOutTests
{
    private static readonly DateTimeOffset _now = new(2031, 2, 1, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task The_full_hand_out_has_every_text_the_most_important_first_and_says_what_is_not_translated(string language)
    {
        Domain.Recommendations.HandOut handOut = Of(plain: false, language);
        using IHtmlDocument page = await Html.Open(new HandOutPageModel(handOut));
        byte[] word = HandOutDocument.Write(handOut, _now);

        Html.HoldsForEveryPage(page, language);
        Assert.Equal(["r-9-a", "r-15-b", "r-9-b"], page.QuerySelectorAll("article").Take(3).Select(a => a.Id));
        Assert.Equal(language is "fr" or "ar", page.Body!.TextContent.Contains(Wording.For(language)["recommendation.untranslated"], StringComparison.Ordinal));
        Assert.Empty(Documents.Faults(word));
        Assert.All(handOut.Clusters.SelectMany(c => c.Recommendations), r => Assert.Contains(r.Text!, Documents.TextOf(word), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task In_plain_words_what_is_missing_is_said_and_the_committee_does_not_speak_instead(string language)
    {
        Domain.Recommendations.HandOut handOut = Of(plain: true, language);
        using IHtmlDocument page = await Html.Open(new HandOutPageModel(handOut));
        string word = Documents.TextOf(HandOutDocument.Write(handOut, _now));

        Html.HoldsForEveryPage(page, language);
        foreach (string text in (string[])[page.Body!.TextContent, word])
        {
            Assert.Contains($"Plain in {language}", text, StringComparison.Ordinal);
            Assert.Contains(Wording.For(language)["handout.plain.missing"], text, StringComparison.Ordinal);
            Assert.DoesNotContain("The State should", text, StringComparison.Ordinal);
            Assert.DoesNotContain("រដ្ឋគួរ", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void It_is_known_which_plain_words_are_missing_in_which_language() =>
        Assert.Equal(SomeRecommendations.Many(12).Select(r => r.Key).Skip(1), Domain.Recommendations.HandOut.MissingPlainWords(All("km"), "km"));

    private static IReadOnlyList<Recommendation> All(string language) =>
    [
        .. SomeRecommendations.Many(12).Select((r, n) => n > 0 ? r : r with { PlainWords = new Dictionary<string, string> { [language] = $"Plain in {language}" } }),
    ];

    private static Domain.Recommendations.HandOut Of(bool plain, string language) => Domain.Recommendations.HandOut.Of(
        new CycleSettings(
            "khm-2030", "Children’s rights in Cambodia", "Cambodia", "CRC/C/KHM/CO/2-3", "Asia/Phnom_Penh", "en", Wording.Languages, [],
            new Calendar(new(_now, _now, "Here"), new(_now, _now, "Here"), new Dictionary<string, RoundWindow>()), TimeSpan.FromDays(7)),
        All(language),
        plain,
        language);
}
