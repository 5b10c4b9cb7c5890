using System.Text.Json.Nodes;

namespace Infra.Tests;

public sealed class VaultAndLogsTests(Deployments deployments)
{
    [Theory, MemberData(nameof(Deployments.Names), MemberType = typeof(Deployments))]
    public void The_vault_goes_by_roles_and_nobody_empties_it_for_good(string profile)
    {
        JsonObject vault = deployments.Profiles[profile].Properties("Microsoft.KeyVault/vaults");

        Assert.True((bool)vault["enableRbacAuthorization"]!);
        Assert.True((bool)vault["enablePurgeProtection"]!);
        Assert.False(vault.ContainsKey("accessPolicies"));
    }

    [Fact]
    public void A_later_deployment_leaves_the_signing_key_alone()
    {
        JsonObject secrets = Templates.Module(deployments.Template, "vault")["resources"]!.AsObject();

        Assert.NotNull(secrets["signingKey"]!["@options"]?["onlyIfNotExists"]);
        Assert.Equal("[not(empty(parameters('sendGridKey')))]", (string?)secrets["sendGrid"]!["condition"]);
        Assert.Equal("[not(empty(parameters('smtpPassword')))]", (string?)secrets["smtp"]!["condition"]);
    }

    [Fact]
    public void No_parameter_with_a_secret_may_be_read_back()
    {
        Assert.All(
            (string[])["newSigningKey", "sendGridKey", "smtpPassword"],
            name => Assert.Equal("securestring", (string?)deployments.Template["parameters"]![name]!["type"]));
    }

    [Theory, MemberData(nameof(Deployments.Names), MemberType = typeof(Deployments))]
    public void Logs_are_written_and_read_by_whoever_signs_in(string profile)
    {
        Deployment deployment = deployments.Profiles[profile];

        Assert.True((bool)deployment.Properties("Microsoft.Insights/components")["DisableLocalAuth"]!);
        Assert.True((bool)deployment.Properties("Microsoft.OperationalInsights/workspaces")["features"]!["disableLocalAuth"]!);
        Assert.False((bool)deployment.Properties("Microsoft.Insights/components")["DisableIpMasking"]!);
    }

    [Theory, MemberData(nameof(Deployments.Names), MemberType = typeof(Deployments))]
    public void Somebody_is_told_of_stuck_cycles_failed_mail_a_silent_sweeper_and_the_cost(string profile)
    {
        Deployment deployment = deployments.Profiles[profile];
        IEnumerable<string> queries = deployment.Of("Microsoft.Insights/scheduledQueryRules")
            .Select(rule => Assert.Single(rule["properties"]!["criteria"]!["allOf"]!.AsArray())!["query"]!.ToString());

        Assert.Equal(
            ["CycleStuck", "MailFailed", "SweepDone"],
            queries.Select(query => query.Split('"')[1]).Order());
        Assert.Equal(2, deployment.Properties("Microsoft.Insights/actionGroups")["emailReceivers"]!.AsArray().Count);
        Assert.All(
            deployment.Properties("Microsoft.Consumption/budgets")["notifications"]!.AsObject(),
            notification => Assert.Equal(2, notification.Value!["contactEmails"]!.AsArray().Count));
    }
}
