using System.Net;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Journeys;
using FollowUpFunctions.Tests.Keeping;

namespace FollowUpFunctions.Tests.Runbook;

/// <summary>Drill: a cycle that is over moves to an app that shares nothing with the first: another key, task hub, storage and address.</summary>
[Collection(nameof(PublishedCycle))]
public sealed class MovingTests(PublishedCycle published, AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cycle_that_moves_can_be_read_there_and_who_comes_by_an_old_link_is_mailed_a_fresh_one()
    {
        TestApp there = published.Story.App;
        Letter old = await OldAsync();
        await using TestApp here = await TestApp.StartAsync(azurite, new() { Settings = Key(7) });

        (int status, string body) = await Archive.RestoreAsync(here, await Archive.OfAsync(there, published.Story.Cycle));

        Assert.True(status == 201, body);
        Assert.NotNull((await here.ReportAsync(published.Story.Cycle)).RestoredAt);
        Assert.Equal(await published.Story.Plans.FilesAsync(), await new PublicReader(here, published.Story.Cycle).FilesAsync());
        Uri link = new(here.Address, new Uri(old.Form).AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, await OpenAsync(here, link));
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(there, new(old.Form)));

        Letter fresh = await FreshAsync(here, link);
        Assert.Equal((old.To, HttpStatusCode.OK), (fresh.To, await OpenAsync(here, new(fresh.Form))));
    }

    [Fact]
    public async Task With_the_old_key_the_same_link_opens_at_the_new_address()
    {
        TestApp there = published.Story.App;
        Letter old = await OldAsync();
        await using TestApp here = await TestApp.StartAsync(azurite);

        Assert.Equal(201, (await Archive.RestoreAsync(here, await Archive.OfAsync(there, published.Story.Cycle))).Status);

        Assert.Equal(HttpStatusCode.OK, await OpenAsync(here, new(here.Address, new Uri(old.Form).AbsolutePath)));
    }

    private async Task<Letter> OldAsync() =>
        (await published.Story.Mails.ReadAsync()).Last(l => l.Links.Any(x => x.Contains("/r/", StringComparison.Ordinal)));

    private static async Task<Letter> FreshAsync(TestApp app, Uri dead)
    {
        using FormUrlEncodedContent asking = new([new(FormInput.ButtonField, FormInput.FreshLink)]);
        using HttpResponseMessage asked = await app.Anybody.PostAsync(dead, asking, Cancellation);
        return Assert.Single(await new MailBag(app).ReadAsync());
    }

    internal static Dictionary<string, string?> Key(byte filling) => new() { ["Links:SigningKey"] = Convert.ToBase64String(Enumerable.Repeat(filling, 32).ToArray()) };

    private static async Task<HttpStatusCode> OpenAsync(TestApp app, Uri link)
    {
        using HttpResponseMessage response = await app.Anybody.GetAsync(link, Cancellation);
        return response.StatusCode;
    }
}
