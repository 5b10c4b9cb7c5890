using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Tests.Infrastructure;

/// <summary>Stands between the app and its storage. What it throws, the app gets as the call's failure.</summary>
/// <param name="onCall">Before (true) and after (false) each call of the app.</param>
/// <param name="onTry">Before and after each try of a call; what it throws is tried again by the client itself.</param>
public sealed class StorageTap(Func<bool, Task> onCall, Func<bool, Task> onTry)
{
    public void Register(IServiceCollection services, IConfiguration configuration)
    {
        string storage = configuration["AzureWebJobsStorage"]!;
        services.AddSingleton(new TableServiceClient(storage, Tapped(new TableClientOptions())));
        services.AddSingleton(new BlobServiceClient(storage, Tapped(new BlobClientOptions())));
    }

    private T Tapped<T>(T options) where T : ClientOptions
    {
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.AddPolicy(new Policy(onCall), HttpPipelinePosition.PerCall);
        options.AddPolicy(new Policy(onTry), HttpPipelinePosition.PerRetry);
        return options;
    }

    private sealed class Policy(Func<bool, Task> tap) : HttpPipelinePolicy
    {
        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await tap(true);
            await ProcessNextAsync(message, pipeline);
            await tap(false);
        }

        // Only the making of tables and containers at the start is synchronous.
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);
    }
}
