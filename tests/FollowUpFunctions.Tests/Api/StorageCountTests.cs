using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Tests.Api;

/// <summary>What a form costs on storage: phones wait for it, and the coalition pays for it.</summary>
public sealed class StorageCountTests(AzuriteFixture azurite)
{
    private const int Recommendations = 60;

    [Fact]
    public async Task Opening_a_form_and_sending_sixty_answers_asks_the_storage_twice_and_four_times()
    {
        RequestCounter counter = new();
        await using Story story = await Story.BeginAsync(azurite, new CycleBuilder { Recommendations = Recommendations }, new()
        {
            Services = (services, settings) =>
            {
                TableClientOptions options = new();
                options.AddPolicy(counter, HttpPipelinePosition.PerRetry);
                services.AddSingleton(new TableServiceClient(settings["AzureWebJobsStorage"], options));
            },
        });
        await story.GoToDayAsync(Schedule.Consultation.Opens);
        Person minna = story.Person(Party.Ministry);
        (string, string)[] chosen = [.. Enumerable.Range(1, Recommendations).Select(n => ("recommendations", n % 2 == 0 ? $"{10 + n}-a" : $"{10 + n}"))];
        WebPage first = await minna.OpenAsync();

        // The invitation and the draft, side by side; what does not change is in memory.
        WebPage[] pages = [await minna.OpenAsync(), await minna.OpenAsync("/check"), await minna.OpenAsync("/remarks"), await minna.OpenAsync("/spreadsheet")];
        foreach (WebPage page in pages)
        {
            counter.Begin();
            await minna.GetAsync(page.Address);
            Assert.InRange(counter.Requests, 1, 2);
        }

        WebPage proposal = await minna.ContinueAsync(first, [.. chosen.Select(c => (c.Item1, c.Item2))]);
        counter.Begin();
        WebPage check = await minna.ContinueAsync(proposal, ("action", "Train teachers"));
        Assert.InRange(counter.Requests, 1, 3 + 2);
        check = await minna.FillInAsync(check, ("action", "Train teachers"));

        // The same two, then the draft over the one that was read.
        WebPage remarks = pages[2];
        await MustCostAsync(3, () => KeepAsync(story, remarks));

        // The same two, then the document of the revision, then the invitation that makes it count.
        await MustCostAsync(4, () => SendAsync(story, check));
        await MustCostAsync(2, () => SendAsync(story, check));
        WebPage changed = await minna.FillInAsync(await minna.OpenAsync("/remarks"), ("remarks", "Once more."));
        await MustCostAsync(4, () => SendAsync(story, changed));

        async Task MustCostAsync(int most, Func<Task> work)
        {
            counter.Begin();
            await work();
            Assert.InRange(counter.Requests, 1, most);
        }
    }

    private static async Task SendAsync(Story story, WebPage check)
    {
        using FormUrlEncodedContent send = new([new(FormInput.ButtonField, FormInput.Send)]);
        using HttpResponseMessage sent = await story.App.Anybody.PostAsync(check.Action, send, TestContext.Current.CancellationToken);
        Assert.Equal(303, (int)sent.StatusCode);
    }

    private static async Task KeepAsync(Story story, WebPage page)
    {
        using FormUrlEncodedContent keep = new(
            [new(FormInput.ButtonField, FormInput.Keep), new(FormInput.SeenField, page.Fields[FormInput.SeenField].Single()), new("remarks", "As one types")]);
        using HttpResponseMessage kept = await story.App.Anybody.PostAsync(page.Action, keep, TestContext.Current.CancellationToken);
        Assert.Equal(204, (int)kept.StatusCode);
    }

    private sealed class RequestCounter : HttpPipelinePolicy
    {
        private int requests;

        public int Requests => Volatile.Read(ref requests);

        public void Begin() => Volatile.Write(ref requests, 0);

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            Interlocked.Increment(ref requests);
            ProcessNext(message, pipeline);
        }

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            Interlocked.Increment(ref requests);
            return ProcessNextAsync(message, pipeline);
        }
    }
}
