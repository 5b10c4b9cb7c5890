using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Texts;

public sealed class TranslationsTests
{
    private static readonly RecommendationText words = new("ចូរធ្វើ។", TextStatus.Checked);

    [Fact]
    public void A_translators_text_stands_beside_the_documents()
    {
        Recommendation translated = A.Recommendation(9).Translated("km", "en", words);

        Assert.Equal(words, translated.Texts["km"]);
        Assert.Equal("Do it.", translated.Texts["en"].Text);
    }

    [Fact]
    public void A_text_that_was_emptied_is_taken_away() =>
        Assert.DoesNotContain("km", A.Recommendation(9).Translated("km", "en", words).Translated("km", "en", null).Texts.Keys);

    [Fact]
    public void An_official_text_and_the_documents_own_stay_as_they_are()
    {
        Recommendation official = A.Recommendation(9).OfficiallyTranslated("km", "ផ្លូវការ");

        Assert.Same(official, official.Translated("km", "en", words));
        Assert.Same(official, official.Translated("km", "en", null));
        Assert.Same(official, official.Translated("en", "en", words));
        Assert.Same(official, official.Translated("fr", "en", null));
    }

    [Fact]
    public void Translators_of_one_language_share_its_recommendations_without_gap_or_overlap()
    {
        Recommendation[] recommendations = [.. Enumerable.Range(1, 11).Select(n => A.Recommendation(n))];
        recommendations[4] = recommendations[4].OfficiallyTranslated("km", "ផ្លូវការ");
        CycleContents cycle = Translated(recommendations, "km", "fr", "km", "km");

        IReadOnlyList<Addressee> asked = Audiences.Translators(cycle);

        Assert.Equal(["translator-1", "translator-3", "translator-4", "translator-2"], asked.Select(a => a.Who));
        Assert.Equal(["1", "2", "3", "4", "6", "7", "8", "9", "10", "11"], asked.Where(a => a.Who != "translator-2").SelectMany(a => a.Recommendations));
        Assert.Equal(11, asked.Single(a => a.Who == "translator-2").Recommendations.Count);
    }

    [Fact]
    public void Nobody_is_asked_where_all_is_official_or_there_is_less_to_do_than_translators()
    {
        CycleContents done = Translated([A.Recommendation(1).OfficiallyTranslated("km", "ផ្លូវការ")], "km");
        CycleContents little = Translated([A.Recommendation(1)], "km", "km");

        Assert.Empty(Audiences.Translators(done));
        Assert.Single(Audiences.Translators(little));
    }

    [Fact]
    public void The_overview_counts_what_is_missing_informal_checked_and_official_in_each_language()
    {
        CycleContents cycle = Translated(
            [
                A.Recommendation(1).Translated("km", "en", words),
                A.Recommendation(2).Translated("km", "en", words with { Status = TextStatus.Informal }).Translated("ar", "en", words),
                A.Recommendation(3).OfficiallyTranslated("km", "ផ្លូវការ"),
                A.Recommendation(4),
            ],
            "fr");

        IReadOnlyList<TranslatedLanguage> overview = TranslationOverview.Of(cycle.Settings, cycle.Recommendations);

        Assert.Equal(["km", "fr", "ar"], overview.Select(l => l.Language));
        Assert.Equal((1, 1, 1), (overview[0].Informal, overview[0].Checked, overview[0].Official));
        Assert.Equal(["4"], overview[0].Missing);
        Assert.Equal(["1", "2", "3", "4"], overview[1].Missing);
        Assert.Equal(["1", "3", "4"], overview[2].Missing);
    }

    private static CycleContents Translated(Recommendation[] recommendations, params string[] into)
    {
        CycleContents cycle = A.Cycle(recommendations);
        return cycle with
        {
            Settings = cycle.Settings with { Translators = [.. into.Select((l, n) => new Translator($"T{n}", $"t{n}@example.org", "en", l))] },
        };
    }
}
