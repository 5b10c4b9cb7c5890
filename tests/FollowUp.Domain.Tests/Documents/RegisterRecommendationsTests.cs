using FollowUp.Domain.Documents;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.Tests.Documents;

public sealed class RegisterRecommendationsTests
{
    private static readonly Dictionary<string, Recommendation> made = RegisterRecommendations.Of(Written.Read(Written.English)).ToDictionary(r => r.Key);

    [Fact]
    public void The_unit_is_the_innermost_sub_item_or_a_paragraph_without_any() =>
        Assert.Equal(["5-a", "5-b-i", "5-b-ii", "5-c", "6", "7", "10", "12", "13"], made.Keys);

    [Fact]
    public void A_sub_item_reads_alone_with_the_words_before_the_list()
    {
        Assert.EndsWith("the Committee recommends that the State party: Bring customary law into line with the Convention.", Text("5-a"), StringComparison.Ordinal);
        Assert.EndsWith("recommends that the State party: Train judges, in particular: Those of local courts.", Text("5-b-i"), StringComparison.Ordinal);
        Assert.EndsWith("Those who decide on guardianship.", Text("5-b-ii"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_before_the_recommendation_is_its_concern()
    {
        Assert.Equal("In the light of target 5.1, it urges the State party to reach them.", Text("7"));
        Assert.Equal("The Committee welcomes the campaigns of 2019. It is, however, concerned about girls in remote provinces.", made["7"].Concern);
        Assert.Equal("The Committee is concerned that customary law is applied in matters of guardianship.", made["5-a"].Concern);
        Assert.Null(made["6"].Concern);
    }

    [Fact]
    public void What_the_document_says_comes_along_and_what_it_does_not_is_uncertain()
    {
        Assert.Equal("CRC/C/TST/CO/4 ¶5(a)", made["5-a"].Citation);
        Assert.Equal("CRC/C/TST/CO/3, para. 8", made["5-a"].ReiteratedFrom);
        Assert.Equal((true, false), (made["10"].Urgent, made["6"].Urgent));
        Assert.Null(made["10"].Uncertain);
        Assert.Contains("Cluster 1 (General measures of implementation) is a guess.", made["13"].Uncertain, StringComparison.Ordinal);
        Assert.Equal(TextStatus.Official, made["6"].Texts["en"].Status);
    }

    [Fact]
    public void A_recommendation_before_the_list_is_one_of_its_own()
    {
        IReadOnlyList<Recommendation> two = RegisterRecommendations.Of(Written.Read("""
            1. The Committee recommends that the State party reform its courts. In particular, it recommends that the State party:
            (a) Train judges;
            (b) Inform children.
            """));

        Assert.Equal(["1", "1-a", "1-b"], two.Select(r => r.Key));
        Assert.Equal("The Committee recommends that the State party reform its courts.", two[0].Texts["en"].Text);
        Assert.Equal("In particular, it recommends that the State party: Train judges.", two[1].Texts["en"].Text);
    }

    private static string Text(string key) => made[key].Texts["en"].Text;
}
