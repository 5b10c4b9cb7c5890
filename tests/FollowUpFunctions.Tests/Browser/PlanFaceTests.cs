using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Journeys;
using Microsoft.Playwright;

namespace FollowUpFunctions.Tests.Browser;

/// <summary>A cycle that was carried to its end and published in four languages.</summary>
public sealed class PlanFace(AzuriteFixture azurite) : IAsyncLifetime
{
    public PublishedCycle Cycle { get; } = new(azurite) { Languages = ["en", "fr", "km", "ar"] };

    public ValueTask InitializeAsync() => Cycle.InitializeAsync();

    public ValueTask DisposeAsync() => Cycle.DisposeAsync();
}

/// <summary>The second face: somebody comes to the public address, reads, looks for something and follows it to its page.</summary>
public sealed class PlanFaceTests(PlanFace face, Chromium chromium) : IClassFixture<PlanFace>
{
    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task Somebody_reads_the_plan_and_looks_for_something(string language, bool scripts, int width)
    {
        Way way = new(language, scripts, width);
        string suffix = language == "en" ? ".html" : $".{language}.html";
        await using Tab tab = await way.OpenAsync(chromium);

        await ReadAsync(way, tab, $"index{suffix}");
        foreach (string view in (string[])["index", "organisations", "status", "progress", "whole"])
            await ReadAsync(way, tab, $"v4/{view}{suffix}");
        await ReadAsync(way, tab, $"commitments/index{suffix}");
        await ReadAsync(way, tab, $"closing-report/index{suffix}");
        await ReadAsync(way, tab, $"recommendations/11{suffix}");

        await tab.GoToAsync(face.Cycle.Story.Plans.Address($"v4/index{suffix}").ToString());
        await tab.Page.Locator("form[role=search] input[name=q]").FillAsync("មិនមានទេ nowhere");
        await tab.Page.Locator("form[role=search] button").ClickAsync();
        await tab.Page.WaitForLoadStateAsync(LoadState.Load);
        await way.MustBeRightAsync(tab, "nothing found");
        await tab.Page.Locator("form[role=search] input[name=q]").FillAsync("matter 2");
        await tab.Page.Locator("form[role=search] button").ClickAsync();
        await tab.Page.WaitForLoadStateAsync(LoadState.Load);
        await way.MustBeRightAsync(tab, "found");
        await tab.Page.Locator("main a[href*='recommendations/12-a']").First.ClickAsync();
        await tab.Page.WaitForLoadStateAsync(LoadState.Load);
        await way.MustBeRightAsync(tab, "followed");
        await Way.MustHaveStayedHomeAsync(tab, face.Cycle.Story.App.Address, face.Cycle.Story.Plans.Address(""));
    }

    private async Task ReadAsync(Way way, Tab tab, string path)
    {
        await tab.GoToAsync(face.Cycle.Story.Plans.Address(path).ToString());
        await way.MustBeRightAsync(tab, path);
    }
}
