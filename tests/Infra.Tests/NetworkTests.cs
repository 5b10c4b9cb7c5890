using System.Text.Json.Nodes;

namespace Infra.Tests;

public sealed class NetworkTests(Deployments deployments)
{
    private const string Endpoint = "Microsoft.Network/privateEndpoints";

    [Theory]
    [InlineData("coalition")]
    [InlineData("country")]
    public void Without_private_networking_there_is_no_network_to_pay_for(string profile) =>
        Assert.DoesNotContain(deployments.Profiles[profile].Resources, r => r!["type"]!.ToString().StartsWith("Microsoft.Network/", StringComparison.Ordinal));

    [Theory]
    [InlineData("coalition-private")]
    [InlineData("country-private")]
    public void With_it_task_hub_records_and_secrets_are_reached_from_within_alone(string profile)
    {
        Deployment deployment = deployments.Profiles[profile];

        Assert.All(
            (JsonObject[])[deployment.Account("sthost"), deployment.Account("strecords"), deployment.Properties("Microsoft.KeyVault/vaults")],
            shut =>
            {
                Assert.Equal("Disabled", (string?)shut["publicNetworkAccess"]);
                Assert.Equal("Deny", (string?)shut["networkAcls"]!["defaultAction"]);
            });
        Assert.Equal("Enabled", (string?)deployment.Account("stplans")["publicNetworkAccess"]);
        Assert.Equal(
            ["pe-host-blob", "pe-host-queue", "pe-host-table", "pe-records-blob", "pe-records-table", "pe-vault"],
            deployment.Of(Endpoint).Select(e => e["name"]!.ToString()).Order());
        Assert.Equal(deployment.Of(Endpoint).Count, deployment.Of($"{Endpoint}/privateDnsZoneGroups").Count);
        Assert.Equal(4, deployment.Of("Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count);
    }

    [Theory]
    [InlineData("coalition-private")]
    [InlineData("country-private")]
    public void With_it_the_app_calls_from_a_subnet_that_is_its_own(string profile)
    {
        Deployment deployment = deployments.Profiles[profile];
        JsonNode subnet = deployment.Properties("Microsoft.Network/virtualNetworks")["subnets"]!.AsArray().First(s => (string?)s!["name"] == "app")!;

        Assert.Equal(
            "Microsoft.App/environments",
            (string?)Assert.Single(subnet["properties"]!["delegations"]!.AsArray())!["properties"]!["serviceName"]);
        Assert.Contains("appSubnetId", deployment.Properties("Microsoft.Web/sites")["virtualNetworkSubnetId"]!.ToString(), StringComparison.Ordinal);
    }
}
