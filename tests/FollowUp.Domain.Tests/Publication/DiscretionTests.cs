using FollowUp.Domain.Publication;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Publication;

public sealed class DiscretionTests
{
    private static readonly Discretion _discretion = new(A.Cycle(
        stakeholders:
        [
            A.Stakeholder("a", contact: "Anne-Marie O’Neill"),
            A.Stakeholder("b", contact: "Sok"),
            A.Stakeholder("c", contact: "Vann"),
            A.Stakeholder("d", contact: "ចាន់ សុខា"),
            A.Stakeholder("e", organisation: "Secretariat", contact: "Secretariat"),
            A.Stakeholder("f", contact: "Élodie Dupré"),
        ]));

    [Theory]
    [InlineData("Write to a.b-c+d@mail.example.org.", "Write to [removed].")]
    [InlineData("<dara@example.org>;chea@example.org", "<[removed]>;[removed]")]
    [InlineData("mailto:ដារ៉ា@example.org", "mailto:[removed]")]
    [InlineData("Reach @children at 5 @ noon", "Reach @children at 5 @ noon")]
    public void Addresses_are_taken_out(string text, string published) => Assert.Equal(published, _discretion.Of(text));

    [Theory]
    [InlineData("as anne-marie o’neill said", "as [removed] said")]
    [InlineData("Anne  Marie\nO'Neill", "[removed]")]
    [InlineData("e\u0301lodie dupre\u0301", "[removed]")]
    [InlineData("Ask Vann, not Vannak.", "Ask [removed], not Vannak.")]
    [InlineData("Sok is too short to be told from a word", "Sok is too short to be told from a word")]
    [InlineData("The Secretariat writes", "The Secretariat writes")]
    [InlineData("លោកចាន់ សុខាបាននិយាយ", "លោក[removed]បាននិយាយ")]
    public void Names_are_taken_out_as_whole_words(string text, string published) => Assert.Equal(published, _discretion.Of(text));

    [Theory]
    [InlineData("https://example.org/រ?q=1", "https://example.org/រ?q=1")]
    [InlineData("HTTP://example.org/", "http://example.org/")]
    [InlineData("https://user@example.org/", null)]
    [InlineData("https://example.org/vann", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("ftp://example.org/", null)]
    [InlineData("/relative", null)]
    [InlineData(null, null)]
    public void Only_links_to_the_web_that_name_nobody_are_published(string? link, string? published) => Assert.Equal(published, _discretion.OfLink(link));

    [Fact]
    public void Where_nobody_has_a_name_texts_stay_as_they_are() =>
        Assert.Equal("Nothing here", new Discretion(A.Cycle(stakeholders: [], coordinators: [])).Of("Nothing here"));

    [Fact]
    public void A_hundred_thousand_names_are_looked_for_in_one_pass()
    {
        Discretion discretion = new(A.Cycle(stakeholders: Enumerable.Range(0, 100_000).Select(n => A.Stakeholder($"s{n}", contact: $"Person Number{n}"))));

        Assert.Equal("[removed] and [removed] met", discretion.Of("person number99999 and Person Number7 met"));
    }
}
