using System.Text.Json.Nodes;
using FollowUpFunctions.Tests.Intake;
using LocalHost.Demo;

namespace FollowUpFunctions.Tests.Proofs.Kills;

/// <summary>The demo with half a year of progress instead of two: each quarter is like the one before.</summary>
internal static class ShortDemo
{
    public static async Task<DemoFolder> OpenAsync(string folder)
    {
        DemoFolder demo = await DemoFolder.OpenAsync(DemoArguments.Parse(["--port", "0", "--data", folder]), TestContext.Current.CancellationToken);
        JsonNode cycle = JsonNode.Parse(Body.Sample)!;
        cycle["progressUntil"] = "2031-06-30";
        await File.WriteAllTextAsync(demo.CycleFile, cycle.ToJsonString(), TestContext.Current.CancellationToken);
        return demo;
    }
}
