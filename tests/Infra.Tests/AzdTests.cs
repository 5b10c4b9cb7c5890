using System.Text.Json.Nodes;

namespace Infra.Tests;

public sealed class AzdTests(Deployments deployments)
{
    private static readonly string[] _madeByTheTemplate = ["newSigningKey", "budgetStart"];

    [Fact]
    public void Every_parameter_can_be_given_as_a_value_of_the_environment()
    {
        JsonObject mapped = JsonNode.Parse(File.ReadAllText(Bicep.InRepository("infra", "main.parameters.json")))!["parameters"]!.AsObject();
        IEnumerable<string> parameters = deployments.Template["parameters"]!.AsObject().Select(p => p.Key);

        Assert.Equal(parameters.Except(_madeByTheTemplate).Order(), mapped.Select(p => p.Key).Order());
        Assert.All(mapped, p => Assert.Matches(@"^\$\{(AZURE|FOLLOWUP)_[A-Z_]+\}$", (string?)p.Value!["value"]));
    }

    [Fact]
    public void What_azd_builds_is_the_build_for_azure()
    {
        string azd = File.ReadAllText(Bicep.InRepository("azure.yaml"));

        Assert.Equal("azure", (string?)deployments.Template["outputs"]!["FunctionsHost"]!["value"]);
        Assert.True(azd.IndexOf("azd: provision", StringComparison.Ordinal) < azd.IndexOf("azd: deploy", StringComparison.Ordinal));
        Assert.DoesNotContain("azd: package", azd, StringComparison.Ordinal);
    }

    [Fact]
    public void The_service_that_azd_deploys_is_the_app()
    {
        Assert.Contains("\n  app:\n    project: src/FollowUpFunctions\n", File.ReadAllText(Bicep.InRepository("azure.yaml")), StringComparison.Ordinal);
        Assert.All(deployments.Profiles.Values, d => Assert.Equal("app", (string?)d.Single("Microsoft.Web/sites")["tags"]!["azd-service-name"]));
    }
}
