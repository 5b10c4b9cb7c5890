using FollowUpFunctions.Desk;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Contracts;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Journeys;
using Microsoft.Playwright;

namespace FollowUpFunctions.Tests.Browser;

/// <summary>Pictures of the main pages. With UPDATE_SCREENSHOTS=1 they are of the sample cycle, and become those of <c>docs/images</c>.</summary>
[Collection(nameof(PublishedCycle))]
public sealed class PictureTests(PublishedCycle cycle, Chromium chromium, AzuriteFixture azurite)
{
    private const int LeastBytes = 5_000;

    private static readonly string[] names =
        ["childrens-page.png", "desk-calendar.png", "desk-waiting.png", "form-khmer.png", "form.png", "published-plan.png", "recommendation.png", "sign-in.png"];

    private static readonly bool update = Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") == "1";

    private readonly HashSet<string> taken = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pictures_can_be_taken_of_the_main_pages()
    {
        if (update)
        {
            await using Story sample = await new SamplePeople(azurite).UntilThePlanIsPublishedAsync((story, round) => round == "consultation" ? AskedAsync(story) : Task.CompletedTask);
            await PublishedAsync(sample, "66-a");
        }
        else
        {
            await AskedAsync(cycle.Story);
            await PublishedAsync(cycle.Story, "11");
        }

        Assert.Equal(names, taken.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_documents_show_the_pictures_that_are_taken()
    {
        string[] there = [.. Directory.EnumerateFiles(Repository.PathOf("docs", "images")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
        string readme = Repository.Read("README.md");

        Assert.Equal(names, there);
        Assert.All(names, n => Assert.Contains($"docs/images/{n}", readme, StringComparison.Ordinal));
    }

    private async Task AskedAsync(Story story)
    {
        Letter letter = (await story.Mails.ReadAsync("consultation", "invitation"))[^1];
        await TakeAsync("form.png", letter.Form + "?lang=en", Way.Phone);
        await TakeAsync("form-khmer.png", letter.Form + "?lang=km", Way.Phone);
        await TakeAsync("childrens-page.png", new Uri(story.App.Address, "c?lang=km").ToString(), Way.Phone);
        await TakeAsync("sign-in.png", new Uri(story.App.Address, "desk/sign-in").ToString(), Way.Phone);
        string desk = new Uri(story.App.Address, $"desk/cycles/{story.Cycle}").ToString();
        await TakeAsync("desk-waiting.png", desk, Way.Desk, story);
        await TakeAsync("desk-calendar.png", $"{desk}/calendar", Way.Desk, story);
    }

    private async Task PublishedAsync(Story story, string recommendation)
    {
        await TakeAsync("published-plan.png", story.Plans.Address("v1/index.html").ToString(), Way.Desk);
        await TakeAsync("recommendation.png", story.Plans.Address($"recommendations/{recommendation}.html").ToString(), Way.Desk);
    }

    /// <param name="signedInTo">The story whose desk is pictured, or null for a page that needs nobody to sign in.</param>
    private async Task TakeAsync(string name, string address, int width, Story? signedInTo = null)
    {
        await using Tab tab = await chromium.OpenAsync(width, width == Way.Phone ? 640 : 900);
        if (signedInTo is not null)
        {
            string cookie = await signedInTo.App.Service<SessionsTable>().BeginAsync(TestApp.DeskCoordinator, "en", Cancellation);
            await tab.Page.Context.AddCookiesAsync([new() { Name = DeskDoor.Cookie, Value = cookie, Domain = "localhost", Path = "/", Secure = true, HttpOnly = true }]);
        }

        await tab.GoToAsync(address);
        byte[] picture = await tab.Page.ScreenshotAsync(new() { Path = update ? Repository.PathOf("docs", "images", name) : null });

        Assert.True(picture.Length > LeastBytes, $"The picture of {address} has {picture.Length} bytes.");
        taken.Add(name);
    }
}
