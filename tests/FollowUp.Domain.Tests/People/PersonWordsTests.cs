using System.Text;
using FollowUp.Domain.People;

namespace FollowUp.Domain.Tests.People;

public sealed class PersonWordsTests
{
    [Theory]
    [InlineData("Nadia Goodwin", "Ask Nadia Goodwin about it.", "Ask [removed] about it.")]
    [InlineData("Nadia Goodwin", "ask NADIA   goodwin", "ask [removed]")]
    [InlineData("Nadia Goodwin", "Nadia\nGoodwin says no", "[removed] says no")]
    [InlineData("Nadia Goodwin", "GOODWIN Nadia and Goodwin, Nadia", "[removed] and [removed]")]
    [InlineData("Nadia Goodwin", "Na\u00ADdia\u200B Goodwin", "[removed]")]
    [InlineData("Nadia Goodwin", "Nadia and Goodwin are words", "Nadia and Goodwin are words")]
    [InlineData("Nadia Goodwin", "Nadia Goodwinson, Renadia Goodwin", "Nadia Goodwinson, Renadia Goodwin")]
    [InlineData("Zoé Müller", "Zoe\u0301 Mu\u0308ller came", "[removed] came")]
    [InlineData("Jean-Pierre O'Neill", "by Jean-Pierre O'Neill's office", "by [removed]'s office")]
    [InlineData("Sok Dara", "សូមសួរ Sok Dara ជាមុន", "សូមសួរ [removed] ជាមុន")]
    [InlineData("សុខ ដារ៉ា", "លោកសុខដារ៉ានិយាយ", "លោក[removed]និយាយ")]
    [InlineData("សុខ ដារ៉ា", "លោក សុខ\u200Bដារ៉ា និយាយ", "លោក [removed] និយាយ")]
    public void A_whole_name_is_found_whatever_case_spacing_order_or_unicode_form(string name, string text, string without) =>
        Assert.Equal(without, Of([name]).Without(text));

    [Theory]
    [InlineData("May", "In May the teachers meet.", "In May the teachers meet.")]
    [InlineData("May", "May", "[removed]")]
    [InlineData("May", "Petra Quill, May, Rolf Sander", "Petra Quill, [removed], Rolf Sander")]
    [InlineData("May", "Petra Quill\nmay\nRolf Sander", "Petra Quill\n[removed]\nRolf Sander")]
    [InlineData("សុខ", "ខ្ញុំសុខសប្បាយ", "ខ្ញុំសុខសប្បាយ")]
    public void A_name_of_one_word_is_a_word_unless_it_stands_alone(string name, string text, string without) =>
        Assert.Equal(without, Of([name]).Without(text));

    [Theory]
    [InlineData("write to nadia@example.org.", "write to [removed].")]
    [InlineData("mailto:NADIA@Example.org?x", "mailto:[removed]?x")]
    [InlineData("https://example.org/?m=nadia%40example.org&x=1", "https://example.org/?m=[removed]&x=1")]
    [InlineData("not.nadia@example.org, nadia@example.org.kh", "not.nadia@example.org, nadia@example.org.kh")]
    public void An_address_is_found_whole(string text, string without) =>
        Assert.Equal(without, new PersonWords([], ["nadia@example.org"], [], []).Without(text));

    [Fact]
    public void Other_spellings_are_those_that_were_given() =>
        Assert.Equal("[removed] and N. Good", new PersonWords(["Nadia Goodwin"], [], ["N. Goodwin"], []).Without("N. Goodwin and N. Good"));

    [Fact]
    public void A_name_that_is_a_part_of_an_organisations_stays_in_it()
    {
        PersonWords words = new(["Nadia Goodwin"], [], [], ["Nadia Goodwin Foundation"]);

        Assert.Equal("[removed] of the Nadia Goodwin Foundation", words.Without("Nadia Goodwin of the Nadia Goodwin Foundation"));
    }

    [Fact]
    public void A_text_that_names_nobody_is_given_back_as_it_is()
    {
        string decomposed = "Zoe\u0301 ".Normalize(NormalizationForm.FormD);

        Assert.Same(decomposed, Of(["Nadia Goodwin"]).Without(decomposed));
    }

    private static PersonWords Of(string[] names) => new(names, [], [], []);
}
