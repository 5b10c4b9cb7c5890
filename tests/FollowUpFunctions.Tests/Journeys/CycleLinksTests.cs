using FollowUp.Domain.Cycles;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Tests.Journeys;

public sealed class CycleLinksTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_cycle_s_public_page_leads_to_the_one_before_and_after_as_soon_as_there_is_one()
    {
        await using Story story = await Story.BeginAsync(azurite);
        await story.App.Service<PublicIndex>().WriteAsync((await story.App.Cycles.FindAsync(story.Cycle, Cancellation))!.Settings, Cancellation);
        Assert.DoesNotContain("testland-2036", await story.Plans.TextAsync("index.html"), StringComparison.Ordinal);

        PublicReader next = await GoesOnAsync(story, "testland-2036");

        Assert.Contains("href=\"../testland-2036/index.html\" rel=\"next\"", await story.Plans.TextAsync("index.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"../testland-2031/index.html\" rel=\"prev\"", await next.TextAsync("index.html"), StringComparison.Ordinal);
        Assert.Contains("No plan has been published yet", await next.TextAsync("index.html"), StringComparison.Ordinal);
        Assert.Contains("<feed", await next.TextAsync("feed.atom"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cycle_that_goes_on_from_none_has_no_public_page_before_it_publishes()
    {
        await using Story story = await Story.BeginAsync(azurite);

        await ActivatorUtilities.CreateInstance<ClosingActivities>(story.App.Host.Services).OpenPublicPage(story.Cycle, Cancellation);

        Assert.Empty(await story.Plans.FilesAsync());
    }

    private static async Task<PublicReader> GoesOnAsync(Story story, string id)
    {
        CycleContents first = await story.App.Cycles.ContentsAsync(story.Cycle, Cancellation);
        await story.App.Cycles.CreateAsync(first with { Settings = first.Settings with { Id = id, PreviousCycle = story.Cycle } }, Cancellation);
        await ActivatorUtilities.CreateInstance<ClosingActivities>(story.App.Host.Services).OpenPublicPage(id, Cancellation);
        return new(story.App, id);
    }
}
