using FollowUp.Pages;
using FollowUp.Pages.Children;
using FollowUp.Pages.Forms;
using Microsoft.Playwright;

namespace FollowUpFunctions.Tests.Browser;

/// <summary>What children meet: one thing a page, mistakes that are told kindly, a number of their own to take everything back.</summary>
public sealed class ChildFaceTests(ChildFace face, Chromium chromium) : IClassFixture<ChildFace>
{
    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task A_child_answers_errs_sends_and_takes_it_back(string language, bool scripts, int width)
    {
        Way way = new(language, scripts, width);
        await using Tab tab = await way.OpenAsync(chromium);
        await tab.GoToAsync(Address($"c?lang={language}"));
        await way.MustBeRightAsync(tab, "number");
        await tab.Page.FillAsync("#number", "12");
        await ErrAsync(way, tab, "#number");

        await tab.Page.FillAsync("#number", face.Number);
        await PressAsync(way, tab, ChildStep.Welcome);
        await PressAsync(way, tab, ChildStep.Matters);
        foreach (string topic in (string[])["1", "2", "3", "other"])
            await tab.Page.CheckAsync($"#t-{topic}");
        await ErrAsync(way, tab, "#t-1");
        await tab.Page.UncheckAsync("#t-other");
        await PressAsync(way, tab, ChildStep.Change);
        await tab.Page.FillAsync("#words", "សៀវភៅ More books");
        await PressAsync(way, tab, ChildStep.Words);
        await tab.Page.CheckAsync("#q-yes");
        await PressAsync(way, tab, ChildStep.Talk);
        await PressAsync(way, tab, ChildStep.Check);
        Assert.Contains("សៀវភៅ More books", await tab.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await PressAsync(way, tab, ChildStep.Done, FormInput.Send);
        string own = await tab.Page.InnerTextAsync(".panel strong");

        await tab.Page.ClickAsync($"main a[href*='/withdraw']");
        await tab.Page.FillAsync("#number", own);
        await PressAsync(way, tab, ChildStep.Withdrawn, FormInput.Send);
        await Way.MustHaveStayedHomeAsync(tab, face.Story.App.Address);
    }

    private string Address(string page) => new Uri(face.Story.App.Address, page).ToString();

    private static async Task PressAsync(Way way, Tab tab, ChildStep leadsTo, string button = FormInput.Continue)
    {
        await tab.PressAsync(button);
        await Assertions.Expect(tab.Page.Locator("h1")).ToHaveTextAsync(Wording.For(way.Language)[$"child.{leadsTo}.title".ToLowerInvariant()]);
        await way.MustBeRightAsync(tab, $"{leadsTo}");
    }

    private static async Task ErrAsync(Way way, Tab tab, string leadsTo)
    {
        await tab.PressAsync(FormInput.Continue);
        Assert.Equal(leadsTo, await tab.Page.Locator(".errors a").GetAttributeAsync("href"));
        Assert.Equal(1, await tab.Page.Locator(leadsTo).CountAsync());
        await way.MustBeRightAsync(tab, $"an error at {leadsTo}", wrong: true);
    }
}
