using System.Text.Json.Nodes;

namespace Infra.Tests;

public sealed class StorageTests(Deployments deployments)
{
    private const string Accounts = "Microsoft.Storage/storageAccounts";

    [Theory, MemberData(nameof(Deployments.Names), MemberType = typeof(Deployments))]
    public void Task_hub_records_and_plans_lie_in_three_accounts_that_no_shared_key_opens(string profile)
    {
        IReadOnlyList<JsonObject> accounts = deployments.Profiles[profile].Of(Accounts);

        Assert.Equal(3, accounts.Count);
        Assert.All(accounts, account => Assert.False((bool)account["properties"]!["allowSharedKeyAccess"]!));
        Assert.All(accounts, account => Assert.False((bool)account["properties"]!["isLocalUserEnabled"]!));
    }

    [Theory, MemberData(nameof(Deployments.Names), MemberType = typeof(Deployments))]
    public void Storage_speaks_https_with_tls_1_2_and_is_copied_to_no_other_organisation(string profile)
    {
        Assert.All(deployments.Profiles[profile].Of(Accounts), account =>
        {
            Assert.Equal("TLS1_2", (string?)account["properties"]!["minimumTlsVersion"]);
            Assert.True((bool)account["properties"]!["supportsHttpsTrafficOnly"]!);
            Assert.False((bool)account["properties"]!["allowCrossTenantReplication"]!);
        });
    }

    [Theory, MemberData(nameof(Deployments.Names), MemberType = typeof(Deployments))]
    public void Nothing_is_public_but_the_website_of_the_plans(string profile)
    {
        Deployment deployment = deployments.Profiles[profile];

        Assert.All(deployment.Of(Accounts), account => Assert.False((bool)account["properties"]!["allowBlobPublicAccess"]!));
        Assert.All(deployment.Of($"{Accounts}/blobServices/containers"), container => Assert.Equal("None", (string?)container["properties"]!["publicAccess"]));
        JsonObject website = Assert.Single(
            deployment.Of($"{Accounts}/blobServices"), service => (bool)service["properties"]!["staticWebsite"]!["enabled"]!);
        Assert.StartsWith("stplans", website["name"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Deployments.Names), MemberType = typeof(Deployments))]
    public void What_was_erased_is_gone_after_a_week(string profile)
    {
        Assert.All(deployments.Profiles[profile].Of($"{Accounts}/blobServices"), service =>
        {
            Assert.InRange((int)service["properties"]!["deleteRetentionPolicy"]!["days"]!, 1, 7);
            Assert.False((bool)service["properties"]!["isVersioningEnabled"]!);
        });
    }
}
