using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;
using FollowUp.Pages.Advocacy;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests;

public sealed class LetterDocumentTests
{
    private static readonly DateTimeOffset _written = new(2031, 3, 1, 2, 0, 0, TimeSpan.Zero);
    private static readonly Stakeholder _ministry = new("min-justice", "Ministry of Justice", StakeholderCategory.Ministry, "Sokha Chan", "justice@example.org", "en", []);
    private static readonly Stakeholder _council = new("council", "National Council for Children", StakeholderCategory.Ministry, "Vanna Kim", "council@example.org", "km", []);

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public void It_is_valid_in_every_language(string language)
    {
        using WordprocessingDocument word = Open(_council, language);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void Who_is_named_is_asked_by_name_for_what_it_is_named_for()
    {
        string text = Text(_ministry);

        Assert.Contains("Dear Sokha Chan,", text, StringComparison.Ordinal);
        Assert.Contains("Please confirm", text, StringComparison.Ordinal);
        Assert.Contains("CRC/C/TST/CO/4 ¶9 Legislation", text, StringComparison.Ordinal);
        Assert.Contains("Draft the law", text, StringComparison.Ordinal);
        Assert.DoesNotContain("¶11", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ministry_in_charge_reads_who_is_named_in_the_plan()
    {
        string text = Text(_council);

        Assert.Contains("Nobody has taken these on", text, StringComparison.Ordinal);
        Assert.Contains("Named in the plan: Ministry of Planning", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_repeats_no_name_or_address_that_somebody_wrote_into_a_proposal()
    {
        string text = Text(_ministry);

        Assert.DoesNotContain("Vanna Kim", text, StringComparison.Ordinal);
        Assert.DoesNotContain("someone@example.org", text, StringComparison.Ordinal);
    }

    private static string Text(Stakeholder to)
    {
        using WordprocessingDocument word = Open(to, "en");
        return word.MainDocumentPart!.Document!.Body!.InnerText;
    }

    private static WordprocessingDocument Open(Stakeholder to, string language)
    {
        CycleContents cycle = Cycle();
        Letter letter = Letters.Due(cycle).Single(l => l.To == to);
        byte[] document = LetterDocument.Write(letter, cycle, language, "https://plans.example.org/testland/index.html", _written);
        return WordprocessingDocument.Open(new MemoryStream(document), isEditable: false);
    }

    private static CycleContents Cycle() => new(
        new CycleSettings(
            "testland", "Follow-up in Testland", "Testland", "CRC/C/TST/CO/4", "Asia/Phnom_Penh", "en", ["en", "km"], [new("Cora Dinator", "cora@example.org", "en")],
            new Calendar(new(_written, _written, "Hall"), new(_written, _written, "Hall"), new Dictionary<string, RoundWindow>()), TimeSpan.FromDays(7))
        {
            Letters = new(TimeSpan.FromDays(90), [_council.Id]),
        },
        [Recommendation(9, "Legislation"), Recommendation(11, "Coordination")],
        [_ministry, _council],
        [],
        [
            PlanItem.Empty("9") with
            {
                Actions = [new("Draft the law; ask Vanna Kim at someone@example.org", null, null, null, null, [])],
                Responsibility = new("Ministry of Justice", ResponsibilityState.Proposed, []),
            },
            PlanItem.Empty("11") with { Responsibility = new("Ministry of Planning", ResponsibilityState.Open, []) },
        ]);

    private static Recommendation Recommendation(int paragraph, string heading) => new(
        $"{paragraph}", "CRC/C/TST/CO/4", paragraph, null, 1, "A.", heading, new Dictionary<string, RecommendationText> { ["en"] = new("Do it."), ["km"] = new("ធ្វើវា។") });
}
