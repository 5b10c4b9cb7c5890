using System.Net;
using AngleSharp.Html.Parser;
using FollowUp.Domain.Cycles;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Desk;

public sealed class CycleListTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_sees_the_desk_who_is_not_signed_in()
    {
        await using TestApp app = await TestApp.StartAsync(azurite);

        HttpResponseMessage answer = await app.Anybody.GetAsync("desk", Cancellation);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/desk/sign-in", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_coordinator_of_a_cycle_sees_that_cycle_alone_and_one_of_the_installation_sees_all()
    {
        await using TestApp app = await TestApp.StartAsync(azurite);
        CycleContents first = new SampleCycle().Build();
        await app.StartCycleAsync(first);
        await app.StartCycleAsync(first with
        {
            Settings = first.Settings with { Id = "other", Title = "Other", Coordinators = [new("Other", "other@example.org", "en")] },
        });
        await app.RunToAsync(SampleCycle.Starts.AddHours(1));
        using HttpClient all = await app.AtDeskAsync();
        using HttpClient one = await app.AtDeskAsync("other@example.org");

        Assert.Equal([first.Settings.Title, "Other"], (await TitlesAsync(all)).Order());
        Assert.Equal(["Other"], await TitlesAsync(one));
    }

    private static async Task<string[]> TitlesAsync(HttpClient desk) =>
        [.. new HtmlParser().ParseDocument(await desk.GetStringAsync("desk", Cancellation)).QuerySelectorAll(".desk-list a").Select(a => a.TextContent)];
}
