using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.Playwright;

namespace FollowUpFunctions.Tests.Browser;

public sealed class DeskDoorInBrowserTests(AzuriteFixture azurite, Chromium chromium)
{
    [Theory]
    [InlineData("en", 1280)]
    [InlineData("km", 320)]
    [InlineData("ar", 320)]
    public async Task A_coordinator_signs_in_and_out_in_a_real_browser_and_every_page_on_the_way_can_be_used(string language, int width)
    {
        await using TestApp app = await TestApp.StartAsync(azurite);
        await app.StartCycleAsync(new SampleCycle().Build());
        await app.RunToAsync(SampleCycle.Starts.AddHours(1));
        await using Tab tab = await chromium.OpenAsync(width);

        await tab.GoToAsync($"{app.Address}desk/account");
        await tab.GoToAsync($"{tab.Page.Url}&lang={language}");
        await tab.MustBeUsableAsync("sign-in");
        await tab.PressAsync("send");
        await tab.MustBeUsableAsync("no address");
        await tab.Page.FillAsync("#email", TestApp.DeskCoordinator);
        await tab.PressAsync("send");
        await tab.MustBeUsableAsync("sent");
        string link = DeskBrowser.Link(Assert.Single(await new DeskBrowser(app).LettersAsync()));
        await tab.GoToAsync(link);
        await tab.MustBeUsableAsync("enter");
        await tab.PressAsync("continue");
        Assert.Equal($"{app.Address}desk/account", tab.Page.Url);
        await tab.MustBeUsableAsync("account");
        BrowserContextCookiesResult cookie = Assert.Single(await tab.Page.Context.CookiesAsync());
        await tab.Page.Locator("form[action='/desk/sign-out'] button").ClickAsync();
        await Assertions.Expect(tab.Page.Locator("[role=status]")).ToBeVisibleAsync();
        await tab.MustBeUsableAsync("signed out");
        await tab.GoToAsync($"{link}&lang={language}");
        await tab.MustBeUsableAsync("used link");

        Assert.Equal((true, true, SameSiteAttribute.Lax), (cookie.HttpOnly, cookie.Secure, cookie.SameSite));
        Assert.Empty(await tab.Page.Context.CookiesAsync());
        Assert.Equal(language, await tab.Page.Locator("html").GetAttributeAsync("lang"));
    }
}
