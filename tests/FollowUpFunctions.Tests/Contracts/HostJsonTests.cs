using System.Text.Json.Nodes;

namespace FollowUpFunctions.Tests.Contracts;

/// <summary>The Functions host ignores what it doesn't know in <c>host.json</c>, so a misspelt setting would never be told.</summary>
public sealed class HostJsonTests
{
    // Properties of DurableTaskOptions, AzureStorageOptions and TraceOptions in Microsoft.Azure.WebJobs.Extensions.DurableTask 3.18.0, which the build for
    // Azure brings; Azure/azure-functions-host Config/ for the rest.
    private static readonly HashSet<string> known =
    [
        "version",
        "extensions.http.routePrefix",
        .. from name in (string[])
               ["hubName", "defaultVersion", "versionMatchStrategy", "versionFailureStrategy", "maxConcurrentOrchestratorFunctions", "maxConcurrentActivityFunctions", "useGracefulShutdown"]
           select $"extensions.durableTask.{name}",
        .. from name in (string[])["type", "partitionCount", "maxQueuePollingInterval", "useTablePartitionManagement"]
           select $"extensions.durableTask.storageProvider.{name}",
        .. from name in (string[])["distributedTracingEnabled", "version", "traceInputsAndOutputs"]
           select $"extensions.durableTask.tracing.{name}",
        "logging.applicationInsights.enableLiveMetrics",
        "logging.applicationInsights.samplingSettings.isEnabled",
        "logging.applicationInsights.samplingSettings.excludedTypes",
        "logging.applicationInsights.httpAutoCollectionOptions.enableHttpTriggerExtendedInfoCollection",
    ];

    private static JsonNode HostJson => JsonNode.Parse(Repository.Read("src", "FollowUpFunctions", "host.json"))!;

    [Fact]
    public void Every_setting_of_host_json_is_one_that_the_host_knows() =>
        Assert.Empty(Names(HostJson.AsObject()).Where(n => !n.StartsWith("logging.logLevel.", StringComparison.Ordinal)).Except(known));

    [Fact]
    public void The_host_writes_no_address_of_a_request_to_its_telemetry()
    {
        JsonNode json = HostJson;

        Assert.False((bool)json["logging"]!["applicationInsights"]!["httpAutoCollectionOptions"]!["enableHttpTriggerExtendedInfoCollection"]!);
        // With it the host traces the path of each request, which is a token: decision 47.
        Assert.Null(json["telemetryMode"]);
    }

    [Fact]
    public void New_orchestrations_have_a_version_and_those_of_a_newer_deployment_are_left_to_it()
    {
        JsonNode durable = HostJson["extensions"]!["durableTask"]!;

        Assert.Matches(@"^\d+\.\d+$", (string)durable["defaultVersion"]!);
        Assert.Equal("CurrentOrOlder", (string)durable["versionMatchStrategy"]!);
    }

    private static IEnumerable<string> Names(JsonObject node, string before = "") => node.SelectMany(p =>
        p.Value is JsonObject inner ? Names(inner, $"{before}{p.Key}.") : [$"{before}{p.Key}"]);
}
