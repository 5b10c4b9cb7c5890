using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Tests;

public sealed partial class RolesTests(Deployments deployments)
{
    private const string Assignment = "Microsoft.Authorization/roleAssignments";

    /// <summary>All that the app may do. Who adds a line says in roles.bicep what for.</summary>
    private static readonly string[] _allowed =
    [
        "hostAccount: b7e6dc6d-f1e8-4753-8033-0f276bb0955b", // Storage Blob Data Owner
        "hostAccount: 974c5e8b-45b9-4653-ba55-5f855dd0fb88", // Storage Queue Data Contributor
        "hostAccount: 0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", // Storage Table Data Contributor
        "recordsAccount: 0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", // Storage Table Data Contributor
        "recordsAccount: ba92f5b4-2d11-453d-a403-e96b0029c9fe", // Storage Blob Data Contributor
        "plansAccount: ba92f5b4-2d11-453d-a403-e96b0029c9fe", // Storage Blob Data Contributor
        "vault: 4633458b-17de-408a-b874-0445c86b69e6", // Key Vault Secrets User
        "insights: 3913510d-42f4-4e42-8a64-420c390055eb", // Monitoring Metrics Publisher
    ];

    [Fact]
    public void The_app_has_the_roles_on_the_list_each_on_one_resource_and_nobody_has_another()
    {
        JsonObject variables = Templates.Module(deployments.Template, "roles")["variables"]!.AsObject();
        IReadOnlyList<(string Module, JsonObject Resource)> assignments =
            [.. Templates.All(deployments.Template).Where(r => (string?)r.Resource["type"] == Assignment)];

        Assert.All(assignments, a => Assert.Equal("roles", a.Module));
        Assert.All(assignments, a => Assert.Equal("[parameters('principalId')]", (string?)a.Resource["properties"]!["principalId"]));
        Assert.Equal(
            _allowed.Order(StringComparer.Ordinal),
            assignments.Select(a => $"{Scope(a.Resource)}: {variables[Role(a.Resource)]}").Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Deployments.Names), MemberType = typeof(Deployments))]
    public void Every_profile_gives_the_same_roles(string profile) =>
        Assert.Equal(_allowed.Length, deployments.Profiles[profile].Of(Assignment).Count);

    [Fact]
    public void Every_role_says_what_it_is_for_above_it()
    {
        string[] lines = File.ReadAllLines(Bicep.InRepository("infra", "roles.bicep"));

        Assert.All(
            Enumerable.Range(0, lines.Length).Where(i => lines[i].Contains(Assignment + '@', StringComparison.Ordinal)),
            i => Assert.StartsWith("// ", lines[i - 1], StringComparison.Ordinal));
    }

    // A whole resource, by the parameter that names it: no group, no subscription.
    private static string Scope(JsonObject assignment) => ScopeOfOne().Match((string?)assignment["scope"] ?? "") is { Success: true } m
        ? m.Groups[1].Value
        : $"not one resource: {assignment["scope"]}";

    private static string Role(JsonObject assignment) =>
        RoleOfOne().Match(assignment["properties"]!["roleDefinitionId"]!.ToString()).Groups[1].Value;

    [GeneratedRegex(@"^\[resourceId\('[\w.]+/\w+', parameters\('(\w+)'\)\)\]$")]
    private static partial Regex ScopeOfOne();

    [GeneratedRegex(@"'Microsoft\.Authorization/roleDefinitions', variables\('(\w+)'\)")]
    private static partial Regex RoleOfOne();
}
