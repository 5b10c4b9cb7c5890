using System.Text.Json.Nodes;

namespace Infra.Tests;

public sealed class AppTests(Deployments deployments)
{
    private const string Site = "Microsoft.Web/sites";

    [Theory, MemberData(nameof(Deployments.Names), MemberType = typeof(Deployments))]
    public void The_app_speaks_https_alone_with_tls_1_2(string profile)
    {
        JsonObject site = deployments.Profiles[profile].Properties(Site);

        Assert.True((bool)site["httpsOnly"]!);
        Assert.Equal("1.2", (string?)site["siteConfig"]!["minTlsVersion"]);
        Assert.Equal("1.2", (string?)site["siteConfig"]!["scmMinTlsVersion"]);
    }

    [Theory, MemberData(nameof(Deployments.Names), MemberType = typeof(Deployments))]
    public void Nobody_deploys_with_a_password(string profile)
    {
        Deployment deployment = deployments.Profiles[profile];
        IReadOnlyList<JsonObject> policies = deployment.Of($"{Site}/basicPublishingCredentialsPolicies");

        Assert.Equal(["ftp", "scm"], policies.Select(p => p["name"]!.ToString().Split('/')[^1]).Order());
        Assert.All(policies, policy => Assert.False((bool)policy["properties"]!["allow"]!));
        Assert.Equal("Disabled", (string?)deployment.Properties(Site)["siteConfig"]!["ftpsState"]);
    }

    [Theory, MemberData(nameof(Deployments.Names), MemberType = typeof(Deployments))]
    public void The_app_is_one_identity_to_storage_to_the_vault_and_for_its_own_package(string profile)
    {
        JsonObject site = deployments.Profiles[profile].Single(Site);
        JsonNode package = site["properties"]!["functionAppConfig"]!["deployment"]!["storage"]!["authentication"]!;

        Assert.Equal("UserAssigned", (string?)site["identity"]!["type"]);
        Assert.Single(site["identity"]!["userAssignedIdentities"]!.AsObject());
        Assert.Equal("UserAssignedIdentity", (string?)package["type"]);
        Assert.Equal((string?)package["userAssignedIdentityResourceId"], (string?)site["properties"]!["keyVaultReferenceIdentity"]);
    }

    [Theory]
    [InlineData("coalition")]
    [InlineData("coalition-private")]
    public void A_coalition_keeps_nothing_running_and_has_nothing_in_front(string profile)
    {
        Deployment deployment = deployments.Profiles[profile];

        Assert.Empty(Scale(deployment)["alwaysReady"]!.AsArray());
        Assert.Empty(deployment.Of("Microsoft.Cdn/profiles"));
        Assert.Equal("1", (string?)deployment.Settings["Http__ForwardedFor"]);
    }

    [Theory]
    [InlineData("country")]
    [InlineData("country-private")]
    public void A_country_keeps_one_instance_ready_for_orchestrations_and_is_reached_through_its_front_door_alone(string profile)
    {
        Deployment deployment = deployments.Profiles[profile];
        JsonNode ready = Assert.Single(Scale(deployment)["alwaysReady"]!.AsArray())!;
        JsonNode config = deployment.Properties(Site)["siteConfig"]!;
        JsonNode allowed = Assert.Single(config["ipSecurityRestrictions"]!.AsArray())!;

        Assert.Equal(("durable", 1), ((string?)ready["name"], (int)ready["instanceCount"]!));
        Assert.Equal("Standard_AzureFrontDoor", (string?)deployment.Single("Microsoft.Cdn/profiles")["sku"]!["name"]);
        Assert.Equal("Deny", (string?)config["ipSecurityRestrictionsDefaultAction"]);
        Assert.Equal("AzureFrontDoor.Backend", (string?)allowed["ipAddress"]);
        Assert.Contains("outputs.frontDoorId", Assert.Single(allowed["headers"]!["x-azure-fdid"]!.AsArray())!.ToString(), StringComparison.Ordinal);
        Assert.Equal("2", (string?)deployment.Settings["Http__ForwardedFor"]);
    }

    private static JsonNode Scale(Deployment deployment) => deployment.Properties(Site)["functionAppConfig"]!["scaleAndConcurrency"]!;
}
