using System.Net;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using FollowUpFunctions.Health;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Operations;

public sealed class HealthTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_app_whose_storage_answers_is_well_for_GET_and_for_HEAD()
    {
        await using TestApp app = await TestApp.StartAsync(azurite);

        using HttpResponseMessage answer = await app.Anybody.GetAsync("health", Cancellation);
        using HttpResponseMessage head = await app.Anybody.SendAsync(new(HttpMethod.Head, "health"), Cancellation);

        Assert.Equal("""{"status":"ok"}""", await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (answer.StatusCode, head.StatusCode));
    }

    [Fact]
    public async Task The_part_that_fails_is_named_and_nothing_else_and_is_well_again_when_it_is_back()
    {
        await using TestApp app = await TestApp.StartAsync(azurite);
        BlobContainerClient plans = app.Service<AppStorage>().Plans;
        await plans.DeleteAsync(cancellationToken: Cancellation);

        (HttpStatusCode status, string[] failing) = await LookAsync(app);
        await plans.CreateAsync(cancellationToken: Cancellation);
        await app.RunToAsync(app.Host.Clock.GetUtcNow() + HealthCheck.Remembered);
        (HttpStatusCode later, _) = await LookAsync(app);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(["The container of published plans is gone."], failing);
        Assert.Equal(HttpStatusCode.OK, later);
    }

    [Fact]
    public async Task What_was_seen_is_told_again_for_a_while_however_often_somebody_asks()
    {
        int calls = 0;
        StorageTap tap = new(
            before =>
            {
                if (before)
                    Interlocked.Increment(ref calls);
                return Task.CompletedTask;
            },
            _ => Task.CompletedTask);
        await using TestApp app = await TestApp.StartAsync(azurite, new() { Services = tap.Register, Functions = [typeof(HealthEndpoints)] });
        await LookAsync(app);
        int first = calls;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => LookAsync(app)));

        Assert.True(first > 0);
        Assert.Equal(first, calls);
    }

    [Fact]
    public async Task A_signing_key_that_was_written_over_shows_before_people_find_their_links_dead()
    {
        await using Story story = await Story.OnDayAsync(azurite, 0.1);
        Assert.Equal(HttpStatusCode.OK, (await LookAsync(story.App)).Status);

        await story.RestartAsync(new Dictionary<string, string?> { ["Links:SigningKey"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)9, 32)]) });

        (HttpStatusCode status, string[] failing) = await LookAsync(story.App);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal([KeyMarks.Wrong], failing);
    }

    private static async Task<(HttpStatusCode Status, string[] Failing)> LookAsync(TestApp app)
    {
        using HttpResponseMessage answer = await app.Anybody.GetAsync("health", Cancellation);
        JsonNode report = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
        return (answer.StatusCode, [.. report["failing"]?.AsArray().Select(f => (string)f!) ?? []]);
    }
}
