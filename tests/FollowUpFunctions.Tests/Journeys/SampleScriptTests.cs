using System.Diagnostics;
using System.Text.Json.Nodes;
using FollowUpFunctions.Tests.Contracts;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

public sealed class SampleScriptTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_script_goes_from_the_document_to_a_running_cycle_as_it_stands()
    {
        Timeline time = new();
        await using TestApp app = await TestApp.StartAsync(azurite, new() { Holds = [time] });
        time.Begin(app.Host.Clock);
        using TemporaryFolder results = new();

        (int exit, string said) = await RunAsync("samples/testland/begin.sh", app, results.Path);

        Assert.True(exit == 0, said);
        JsonNode Result(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(results.Path, name)))!;
        JsonNode register = Result("register.json");
        Assert.Equal(("CRC/C/TST/CO/4", 32), ((string)register["symbol"]!, (int)register["counts"]!["paragraphs"]!));
        int recommendations = (int)register["counts"]!["recommendations"]!;
        Assert.Equal((recommendations, 15), ((int)Result("rehearsal.json")["recommendations"]!, (int)Result("rehearsal.json")["stakeholders"]!));
        Assert.Equal("testland-2031", (string)Result("begun.json")["id"]!);
        Assert.Equal(1, (int)Result("contact-rehearsal.json")["counts"]!["added"]!);
        Assert.Equal(1, (int)Result("contact-added.json")["counts"]!["added"]!);
        Assert.Equal(recommendations, Result("translations.json").AsArray().Single(l => (string)l!["language"]! == "fr")!["missing"]!.AsArray().Count);
        JsonNode status = Result("status.json");
        Assert.Equal("Dissemination", (string)status["phase"]!);
        Assert.StartsWith("2031-03-12", (string)status["meetings"]![0]!["starts"]!, StringComparison.Ordinal);
        Assert.Contains(Result("journal.json").AsArray(), e => (string)e!["event"]! == "stakeholders-imported");
        Assert.True(new FileInfo(Path.Combine(results.Path, "contacts.xlsx")).Length > 1_000);
        Assert.Equal(16, (await app.Cycles.CurrentFactsAsync("testland-2031", Cancellation)).Stakeholders.Count);
    }

    private static async Task<(int Exit, string Said)> RunAsync(string script, TestApp app, string results)
    {
        ProcessStartInfo start = new("bash", [Path.Combine(Repository.Root, script)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["BASE_URL"] = app.Address.ToString().TrimEnd('/'),
                ["KEY"] = app.Coordinator.DefaultRequestHeaders.GetValues("x-functions-key").Single(),
                ["OUT"] = results,
            },
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(Cancellation);
        string errors = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await output + errors);
    }
}
