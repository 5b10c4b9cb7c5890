using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FollowUpFunctions.Tests.Contracts;

public sealed partial class ArchitectureTests
{
    [Fact]
    public void The_function_app_does_not_know_its_local_host()
    {
        string[] naming =
        [
            .. Repository.Sources("src/FollowUpFunctions", "src/FollowUp.Domain", "src/FollowUp.Pages")
                .Where(f => WithoutHostChoice(f.Text).Contains("LocalHost", StringComparison.Ordinal))
                .Select(f => f.Path),
        ];

        Assert.Empty(naming);
    }

    [Fact]
    public void One_source_is_built_for_both_hosts() =>
        Assert.Empty(Repository.Sources("src/FollowUpFunctions").Where(f => Conditional.IsMatch(f.Text)).Select(f => f.Path));

    [Fact]
    public void Under_azure_the_real_packages_are_referenced()
    {
        XDocument project = XDocument.Parse(Repository.Read("src", "FollowUpFunctions", "FollowUpFunctions.csproj"));
        string[] packages =
        [
            .. project.Descendants("ItemGroup")
                .Where(g => ((string?)g.Attribute("Condition"))?.Contains("'azure'", StringComparison.Ordinal) == true)
                .Elements("PackageReference")
                .Select(p => (string)p.Attribute("Include")!)
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(
            [
                "Microsoft.Azure.Functions.Worker", "Microsoft.Azure.Functions.Worker.Extensions.DurableTask", "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
                "Microsoft.Azure.Functions.Worker.Extensions.Timer", "Microsoft.Azure.Functions.Worker.OpenTelemetry", "Microsoft.Azure.Functions.Worker.Sdk",
            ],
            packages);
    }

    [Fact]
    public void Time_and_chance_come_from_where_tests_can_set_them()
    {
        string[] found =
        [
            .. Repository.Sources("src/FollowUpFunctions", "src/FollowUp.Domain")
                .SelectMany(f => Untestable.Matches(f.Text).Select(m => $"{f.Path}: {m.Value}")),
        ];

        Assert.Empty(found);
    }

    [Fact]
    public void What_orchestrators_may_not_do_is_an_error_of_the_build()
    {
        string section = Repository.Read(".editorconfig").Split("[*.orchestrator.cs]")[1].Split("\n[")[0];
        string[] banned = Repository.Read("eng", "BannedSymbols.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains("dotnet_diagnostic.RS0030.severity = error", section, StringComparison.Ordinal);
        Assert.All(banned, line => Assert.Matches(@"^[NTMPF]:[\w.`(){},]+;.+$", line));
        Assert.Superset(
            new HashSet<string> { "P:System.DateTime.UtcNow", "P:System.DateTimeOffset.UtcNow", "M:System.Guid.NewGuid", "T:System.Random", "M:System.Threading.Tasks.Task.ConfigureAwait(System.Boolean)" },
            banned.Select(line => line.Split(';')[0]).ToHashSet());
        Assert.Contains("BannedApiAnalyzers", Repository.Read("Directory.Build.props"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_orchestrator_lies_in_a_file_that_the_rules_hold_for() =>
        Assert.All(
            Repository.Sources("src/FollowUpFunctions").Where(f => f.Text.Contains("[OrchestrationTrigger]", StringComparison.Ordinal)),
            f => Assert.EndsWith(".orchestrator.cs", f.Path, StringComparison.Ordinal));

    [Fact]
    public void The_journeys_know_no_more_of_a_host_than_any_client_does()
    {
        XDocument project = XDocument.Parse(Repository.Read("tests", "Journeys", "Journeys.csproj"));

        Assert.All(project.Descendants("ProjectReference"), r => Assert.Equal("false", (string?)r.Attribute("ReferenceOutputAssembly")));
        Assert.Empty(Repository.Sources("tests/Journeys").Where(f => HostKnowledge.IsMatch(f.Text)).Select(f => f.Path));
    }

    private static string WithoutHostChoice(string project) =>
        LocalItems.Replace(project, "");

    [GeneratedRegex(@"<ItemGroup Condition=""'\$\(FunctionsHost\)' == 'local'"">.*?</ItemGroup>", RegexOptions.Singleline)]
    private static partial Regex LocalItems { get; }

    [GeneratedRegex(@"\busing\s+(static\s+)?(FollowUp|LocalHost)|/_local|Skipping")]
    private static partial Regex HostKnowledge { get; }

    [GeneratedRegex(@"^\s*#(el)?if\b", RegexOptions.Multiline)]
    private static partial Regex Conditional { get; }

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(UtcNow|Now|Today)\b|\bTask\.Delay\b|\bThread\.Sleep\b|\bGuid\.NewGuid\b|\bnew Random\b|\bRandom\.Shared\b")]
    private static partial Regex Untestable { get; }
}
