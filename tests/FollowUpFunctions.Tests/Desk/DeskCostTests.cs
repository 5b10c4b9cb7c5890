using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using FollowUp.Domain.Cycles;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Tests.Desk;

/// <summary>What the desk's pages ask of the storage: by the pages that invitations are kept in, however many people stand on one.</summary>
public sealed class DeskCostTests(AzuriteFixture azurite)
{
    private const int PageSize = 60;

    [Theory]
    [InlineData("", 40)]
    [InlineData("/rounds", 40)]
    [InlineData("/rounds/workshop-invitation", 12)]
    public async Task A_page_costs_no_more_for_many_people_than_for_few_while_they_stand_on_as_many_pages(string page, int most)
    {
        RequestCounter counter = new();
        await using TestApp app = await TestApp.StartAsync(azurite, new() { PageSize = PageSize, Services = counter.Register });
        CycleContents few = new SampleCycle { Id = "few", People = 4 }.Build();
        CycleContents many = new SampleCycle { Id = "many", People = PageSize }.Build();
        CycleContents pages = new SampleCycle { Id = "pages", People = 3 * PageSize }.Build();
        foreach (CycleContents cycle in new[] { few, many, pages })
            await app.StartCycleAsync(cycle);
        await app.RunToAsync(SampleCycle.Starts.AddDays(1.5));

        int ofFew = await CostAsync("few");
        int ofMany = await CostAsync("many");
        int ofPages = await CostAsync("pages");

        Assert.InRange(ofFew, 1, most);
        Assert.Equal(ofFew, ofMany);
        Assert.Equal(ofFew + 2, ofPages);

        async Task<int> CostAsync(string cycle)
        {
            using DeskReader desk = await DeskReader.OfAsync(app, cycle);
            // What does not change is in memory after the first time; the app's own work may ask for something meanwhile.
            int least = int.MaxValue;
            for (int time = 0; time < 6; time++)
            {
                counter.Begin();
                await desk.OpenAsync(page);
                least = Math.Min(least, counter.Requests);
            }

            return least;
        }
    }

    private sealed class RequestCounter : HttpPipelinePolicy
    {
        private int requests;

        public int Requests => Volatile.Read(ref requests);

        public void Begin() => Volatile.Write(ref requests, 0);

        public void Register(IServiceCollection services, Microsoft.Extensions.Configuration.IConfiguration settings)
        {
            TableClientOptions options = new();
            options.AddPolicy(this, HttpPipelinePosition.PerRetry);
            services.AddSingleton(new TableServiceClient(settings["AzureWebJobsStorage"], options));
        }

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
