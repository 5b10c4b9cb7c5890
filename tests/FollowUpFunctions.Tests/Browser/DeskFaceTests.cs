using FollowUp.Pages;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Forms;
using Microsoft.Playwright;

namespace FollowUpFunctions.Tests.Browser;

/// <summary>The third face: a coordinator signs in, looks at everything, errs, decides and leaves.</summary>
public sealed class DeskFaceTests(DeskFace face, Chromium chromium) : IClassFixture<DeskFace>
{
    private string Cycle => new Uri(face.Story.App.Address, $"desk/cycles/{face.Story.Cycle}").ToString();

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task A_coordinator_signs_in_looks_decides_and_signs_out(string language, bool scripts, int width)
    {
        Way way = new(language, scripts, width);
        await using Tab tab = await way.OpenAsync(chromium);
        await tab.ComeFromAsync(way.Number);

        await SignInAsync(way, tab);
        foreach (string section in DeskSections.All)
        {
            await tab.GoToAsync(section == DeskSections.Waiting ? Cycle : $"{Cycle}/{section}");
            await way.MustBeRightAsync(tab, section);
            Assert.Equal(Wording.For(language)[$"desk.nav.{section}"], await tab.Page.Locator(".desk-nav [aria-current]").InnerTextAsync());
        }

        foreach (string page in (string[])["rounds/consultation", "people/ngo"])
        {
            await tab.GoToAsync($"{Cycle}/{page}");
            await way.MustBeRightAsync(tab, page);
        }

        await tab.GoToAsync($"{Cycle}/decide/extend-round?round=consultation&back=rounds");
        await way.MustBeRightAsync(tab, "deciding");
        await PressMainAsync(tab);
        await way.MustBeRightAsync(tab, "deciding with an error", wrong: true);
        await tab.GoToAsync($"{Cycle}/decide/star?recommendation=11&back=groups");
        await PressMainAsync(tab);
        await way.MustBeRightAsync(tab, "decided");
        Assert.Equal(1, await tab.Page.Locator("[role=status]").CountAsync());

        await tab.GoToAsync(new Uri(face.Story.App.Address, "desk/account").ToString());
        await way.MustBeRightAsync(tab, "account");
        await tab.Page.Locator("main form[action$='/sign-out'] button").ClickAsync();
        await tab.Page.WaitForLoadStateAsync(LoadState.Load);
        await way.MustBeRightAsync(tab, "signed out");
        await Way.MustHaveStayedHomeAsync(tab, face.Story.App.Address);
    }

    private async Task SignInAsync(Way way, Tab tab)
    {
        await tab.GoToAsync(new Uri(face.Story.App.Address, $"desk/sign-in?lang={way.Language}").ToString());
        await way.MustBeRightAsync(tab, "signing in");
        await tab.Page.Locator("#email").FillAsync("nobody");
        await tab.PressAsync(FormInput.Send);
        await way.MustBeRightAsync(tab, "signing in with an error", wrong: true);
        await tab.Page.Locator("#email").FillAsync(DeskFace.Email(way));
        await tab.PressAsync(FormInput.Send);
        await way.MustBeRightAsync(tab, "link sent");
        await tab.GoToAsync(await face.LinkAsync(way));
        await way.MustBeRightAsync(tab, "entering");
        await tab.PressAsync(FormInput.Continue);
        await way.MustBeRightAsync(tab, "cycles");
        BrowserContextCookiesResult cookie = Assert.Single(await tab.Page.Context.CookiesAsync());
        Assert.True(cookie is { HttpOnly: true, Secure: true, SameSite: SameSiteAttribute.Lax });
    }

    private static async Task PressMainAsync(Tab tab)
    {
        await tab.Page.Locator("main form[method=post] button").Last.ClickAsync();
        await tab.Page.WaitForLoadStateAsync(LoadState.Load);
    }
}
