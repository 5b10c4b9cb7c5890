using System.Text.RegularExpressions;

namespace Infra.Tests;

public sealed partial class WorkflowTests
{
    private static IReadOnlyList<string> Files => Directory.GetFiles(Bicep.InRepository(".github", "workflows"), "*.yml");

    [Fact]
    public void Every_action_is_pinned_to_a_commit_and_says_which_version_that_is()
    {
        IReadOnlyList<string> uses = [.. Files.SelectMany(File.ReadAllLines).Where(line => line.Contains("uses:", StringComparison.Ordinal))];

        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches(Pinned(), line));
    }

    [Fact]
    public void Every_workflow_says_what_it_may_do() =>
        Assert.All(Files, file => Assert.Contains("\npermissions:\n", File.ReadAllText(file), StringComparison.Ordinal));

    [Fact]
    public void Deployment_signs_in_without_a_secret_and_waits_for_whoever_guards_the_environment()
    {
        string deploy = File.ReadAllText(Bicep.InRepository(".github", "workflows", "deploy.yml"));

        Assert.Contains("id-token: write", deploy, StringComparison.Ordinal);
        Assert.Contains("    environment:", deploy, StringComparison.Ordinal);
        Assert.DoesNotContain("creds:", deploy, StringComparison.Ordinal);
        Assert.DoesNotContain("client-secret", deploy, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();
}
