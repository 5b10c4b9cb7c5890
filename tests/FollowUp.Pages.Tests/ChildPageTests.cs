using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FollowUp.Pages.Children;
using FollowUp.Pages.Forms;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests;

public sealed class ChildPageTests
{
    private const int FirstRoundTrip = 14 * 1024;

    public static MatrixTheoryData<ChildStep, string> StepsAndLanguages => new(Enum.GetValues<ChildStep>(), Wording.Languages);

    [Theory]
    [MemberData(nameof(StepsAndLanguages))]
    public async Task Every_page_asks_one_thing_shows_the_helpline_and_can_be_left_at_once(ChildStep step, string language)
    {
        ChildPageModel model = ChildPages.Of(step, language);
        string html = await Rendering.Pages.RenderAsync(model);
        using IHtmlDocument page = Html.Parse(html);

        Html.HoldsForEveryPage(page, language);
        Html.EveryControlHasALabel(page);
        Assert.InRange(page.QuerySelectorAll("fieldset,textarea,input[inputmode]").Length, 0, 1);
        Assert.NotNull(page.QuerySelector("main a[href='tel:1280']"));
        IElement leave = page.QuerySelector("main a")!;
        Assert.Equal((ChildPageModel.DefaultLeaveTo, "noreferrer"), (leave.GetAttribute("href"), leave.GetAttribute("rel")));
        Assert.All(page.QuerySelectorAll("svg"), picture => Assert.Equal("true", picture.GetAttribute("aria-hidden")));
        Assert.InRange(Html.CompressedSize(html), 1, FirstRoundTrip);
    }

    [Fact]
    public void The_script_of_the_pages_leaves_them_and_reaches_nobody()
    {
        ChildPageModel page = ChildPages.Of(ChildStep.Talk, "en");

        Assert.EndsWith("; connect-src 'none'", page.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("fetch", PageScript.Leave.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/c")]
    public async Task A_page_leads_nowhere_but_to_the_web(string elsewhere)
    {
        using IHtmlDocument page = await Html.Open(ChildPages.Of(ChildStep.Welcome, "en") with { LeaveTo = elsewhere });

        Assert.Null(page.QuerySelector(".leave a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData(ChildStep.Welcome, true)]
    [InlineData(ChildStep.Change, true)]
    [InlineData(ChildStep.Talk, true)]
    [InlineData(ChildStep.Check, true)]
    [InlineData(ChildStep.Number, false)]
    [InlineData(ChildStep.Withdraw, false)]
    public async Task What_a_child_has_answered_goes_along_into_another_language(ChildStep step, bool goes)
    {
        using IHtmlDocument page = await Html.Open(ChildPages.Of(step, "en"));

        Assert.Equal(goes ? 3 : 0, page.QuerySelectorAll($"nav button[form='{ChildPageModel.Form}'][value^='{FormInput.Speak}']").Length);
        Assert.Equal(goes ? 0 : 3, page.QuerySelectorAll("nav a").Length);
    }
}
