using System.Globalization;
using FollowUpFunctions.Desk;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Contracts;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.Playwright;

namespace FollowUpFunctions.Tests.Browser;

/// <summary>A new coordinator begins a cycle with two files, in a real browser.</summary>
public sealed class BeginInBrowserTests(AzuriteFixture azurite, Chromium chromium)
{
    private static readonly DateTimeOffset now = SampleCycle.Starts.AddHours(1);

    [Theory]
    [InlineData("en", false, Way.Phone)]
    [InlineData("fr", false, Way.Desk)]
    [InlineData("km", true, Way.Phone)]
    [InlineData("ar", true, Way.Phone)]
    public async Task Every_step_from_the_two_files_to_the_running_cycle_can_be_used_by_everybody(string language, bool scripts, int width)
    {
        Way way = new(language, scripts, width);
        await using TestApp app = await TestApp.StartAsync(azurite);
        await app.RunToAsync(now);
        await using Tab tab = await way.OpenAsync(chromium);
        string cookie = await app.Service<SessionsTable>().BeginAsync(TestApp.DeskCoordinator, language, TestContext.Current.CancellationToken);
        await tab.Page.Context.AddCookiesAsync([new() { Name = DeskDoor.Cookie, Value = cookie, Domain = "localhost", Path = "/", Secure = true, HttpOnly = true }]);

        await tab.GoToAsync(new Uri(app.Address, "desk/begin").ToString());
        await way.MustBeRightAsync(tab, "two files");
        await PressAsync(tab, "/desk/begin");
        await way.MustBeRightAsync(tab, "two files with errors", wrong: true);
        await tab.Page.Locator("[name='/title']").FillAsync("Follow-up in Testland");
        await tab.Page.Locator("[name='/country']").FillAsync("Testland");
        await tab.Page.Locator("[name='/calendar/workshop/place']").FillAsync("Testville");
        await tab.Page.Locator("[name='workshop-day']").FillAsync(now.AddDays(70).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await tab.Page.Locator("[name='/timeZone']").FillAsync("Africa/Nairobi");
        await tab.Page.Locator("input[name='/languages'][value='en']").CheckAsync();
        await tab.Page.Locator("input[name='/languages'][value='fr']").CheckAsync();
        await tab.Page.Locator("input[name='document']").SetInputFilesAsync(Repository.PathOf("samples", "testland", "observations.docx"));
        await tab.Page.Locator("input[name='contacts']").SetInputFilesAsync(Repository.PathOf("samples", "testland", "contacts.csv"));
        await PressAsync(tab, "/desk/begin");
        Assert.Equal("", string.Join(' ', await tab.Page.Locator(".errors li").AllInnerTextsAsync()));
        await way.MustBeRightAsync(tab, "what was read");
        await tab.Page.Locator("a.button[href$='/settings']").ClickAsync();
        await tab.Page.WaitForLoadStateAsync(LoadState.Load);
        await way.MustBeRightAsync(tab, "settings");
        await PressAsync(tab, "/desk/begin/settings");
        await way.MustBeRightAsync(tab, "before anything is sent");
        await PressAsync(tab, "/desk/begin/test");
        await way.MustBeRightAsync(tab, "test mail sent");
        await PressAsync(tab, "/desk/begin/start");
        await way.MustBeRightAsync(tab, "begun");
        Assert.Contains("/desk/cycles/", tab.Page.Url, StringComparison.Ordinal);

        foreach (string list in (string[])["stakeholders", "recommendations", "translations"])
        {
            await tab.GoToAsync($"{tab.Page.Url.Split('?')[0].Split("/import/")[0]}/import/{list}");
            await way.MustBeRightAsync(tab, $"bringing in {list}");
        }

        await tab.GoToAsync(new Uri(app.Address, "desk/restore").ToString());
        await way.MustBeRightAsync(tab, "restoring");
    }

    private static async Task PressAsync(Tab tab, string action)
    {
        await tab.Page.Locator($"main form[action='{action}'] button:not(.second), main form[action='{action}'] button").Last.ClickAsync();
        await tab.Page.WaitForLoadStateAsync(LoadState.Load);
    }
}
