using FollowUpFunctions.Tests.Journeys;

namespace FollowUpFunctions.Tests.Browser;

[Collection(nameof(PublishedCycle))]
public sealed class PlanInBrowserTests(PublishedCycle cycle, Chromium chromium)
{
    [Theory]
    [InlineData("v4/index.html", 320)]
    [InlineData("v4/index.html", 1280)]
    [InlineData("v4/index.km.html", 320)]
    [InlineData("v4/whole.html", 320)]
    [InlineData("v4/organisations.html", 320)]
    [InlineData("v4/status.km.html", 320)]
    [InlineData("recommendations/11.html", 320)]
    [InlineData("recommendations/12-a.km.html", 1280)]
    [InlineData("index.html", 320)]
    [InlineData("commitments/index.html", 320)]
    [InlineData("commitments/index.html", 1280)]
    [InlineData("commitments/index.km.html", 320)]
    [InlineData("v4/progress.html", 320)]
    [InlineData("v4/progress.html", 1280)]
    [InlineData("v4/progress.km.html", 320)]
    [InlineData("closing-report/index.html", 320)]
    [InlineData("closing-report/index.km.html", 1280)]
    public async Task The_published_plan_is_accessible_and_asks_nothing_of_others(string path, int width)
    {
        Uri address = cycle.Story.Plans.Address(path);
        await using Tab tab = await chromium.OpenAsync(width);

        await tab.GoToAsync(address.ToString());

        await tab.MustBeUsableAsync(path);
        Assert.All(tab.Asked, asked => Assert.Equal(address.Authority, new Uri(asked).Authority));
    }

    [Fact]
    public async Task A_block_of_data_breaks_no_policy_and_the_search_form_may_ask_the_app()
    {
        await using Tab tab = await chromium.OpenAsync(320);
        List<string> said = [];
        tab.Page.Console += (_, message) => said.Add(message.Text);
        await tab.GoToAsync(cycle.Story.Plans.Address("v4/index.km.html").ToString());

        await tab.Page.Locator("#q").FillAsync("គណៈកម្មាធិការ");
        await tab.Page.Locator(".find button").ClickAsync();
        await tab.Page.WaitForURLAsync("**/find/**");
        await tab.MustBeUsableAsync("find");
        await tab.Page.Locator(".found a").First.ClickAsync();
        await tab.Page.WaitForURLAsync("**/recommendations/**");

        await tab.MustBeUsableAsync("recommendation");
        Assert.Empty(said);
    }
}
