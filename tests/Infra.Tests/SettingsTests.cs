using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Tests;

/// <summary>The app's settings on Azure beside those that it knows: <c>local.settings.sample.json</c>.</summary>
public sealed partial class SettingsTests(Deployments deployments)
{
    /// <summary>The host's, Azure Monitor's, and identity-based connections: a name and whom to sign in as, in place of a connection string.</summary>
    private static readonly HashSet<string> _platform =
    [
        "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId",
        "Records__accountName", "Records__clientId", "Plans__accountName", "Plans__clientId",
        "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT",
    ];

    private static readonly Dictionary<string, string> _leftOut = new()
    {
        ["FUNCTIONS_WORKER_RUNTIME"] = "Flex Consumption takes it from functionAppConfig.runtime and refuses the setting",
        ["AzureWebJobsStorage"] = "a connection string; its identity-based form is set",
        ["AzureWebJobsStorage__tableServiceUri"] = "follows from the account's name",
        ["AzureWebJobsStorage__blobServiceUri"] = "follows from the account's name",
        ["Records"] = "a connection string; its identity-based form is set",
        ["Records__tableServiceUri"] = "follows from the account's name",
        ["Records__blobServiceUri"] = "follows from the account's name",
        ["Records__credential"] = "the identity that is named is a managed one",
        ["Plans"] = "a connection string; its identity-based form is set",
        ["Plans__blobServiceUri"] = "follows from the account's name",
        ["Plans__credential"] = "the identity that is named is a managed one",
        ["Storage__Prefix"] = "the accounts hold nothing else, and a static website has one name alone",
        ["Mail__PickupBounces"] = "for trying out",
        ["Mail__PickupContainer"] = "its default is right",
        ["Mail__SendGridPatience"] = "its default is right",
        ["Mail__SendGridTimeout"] = "its default is right",
        ["Rounds__PageSize"] = "its default is right",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "telemetry goes to Application Insights",
    };

    /// <summary>What opens something; the webhook's key is a public one.</summary>
    private static readonly HashSet<string> _secrets = ["Links__SigningKey", "Links__EarlierKeys", "Mail__SendGridKey", "Mail__Smtp__Password"];

    [Fact]
    public void Every_setting_that_the_app_knows_is_set_or_left_out_for_a_reason()
    {
        HashSet<string> set = [.. deployments.Profiles.Values.SelectMany(Names)];

        Assert.DoesNotContain(Known(), name => !set.Contains(name) && !_leftOut.ContainsKey(name) && !_platform.Contains(name));
    }

    [Fact]
    public void No_setting_is_set_that_the_app_does_not_know()
    {
        HashSet<string> known = [.. Known(), .. _platform];

        Assert.DoesNotContain(deployments.Profiles.Values.SelectMany(Names).Distinct(), name => !known.Contains(name));
    }

    [Theory, MemberData(nameof(Deployments.Names), MemberType = typeof(Deployments))]
    public void Storage_is_reached_by_identity_and_no_setting_holds_a_key_to_it(string profile)
    {
        JsonObject settings = deployments.Profiles[profile].Settings.AsObject();

        Assert.Equal("managedidentity", (string?)settings["AzureWebJobsStorage__credential"]);
        foreach (string connection in (string[])["AzureWebJobsStorage", "Records", "Plans"])
        {
            Assert.Contains("outputs.name", (string?)settings[$"{connection}__accountName"], StringComparison.Ordinal);
            Assert.Contains("outputs.clientId", (string?)settings[$"{connection}__clientId"], StringComparison.Ordinal);
        }

        Assert.All(settings, s => Assert.DoesNotMatch(KeyOfAnAccount(), s.Value!.ToString()));
        Assert.DoesNotMatch(KeyOfAnAccount(), deployments.Template.ToJsonString());
    }

    [Theory, MemberData(nameof(Deployments.Names), MemberType = typeof(Deployments))]
    public void Secrets_stand_in_the_vault_and_settings_only_name_them(string profile)
    {
        IEnumerable<KeyValuePair<string, JsonNode?>> secrets = deployments.Profiles[profile].Settings.AsObject().Where(s => _secrets.Contains(s.Key) && (string?)s.Value != "");
        JsonObject named = Templates.Module(deployments.Template, "vault")["outputs"]!.AsObject();

        Assert.All(secrets, secret =>
        {
            Match output = VaultOutput().Match(secret.Value!.ToString());
            Assert.True(output.Success, secret.Key);
            Assert.StartsWith("[format('@Microsoft.KeyVault(SecretUri={0}secrets/", (string?)named[output.Groups[1].Value]!["value"], StringComparison.Ordinal);
        });
        Assert.Contains(secrets, secret => secret.Key == "Links__SigningKey");
    }

    [Fact]
    public void SendGrid_delivers_nothing_until_it_can_tell_what_bounced()
    {
        JsonNode firstDay = deployments.Profiles["coalition-private"].Settings;
        JsonNode later = deployments.Profiles["country"].Settings;

        Assert.Equal(("", "True"), ((string?)firstDay["Mail__SendGridWebhookKey"], (string?)firstDay["Mail__SendGridSandbox"]));
        Assert.Equal("False", (string?)later["Mail__SendGridSandbox"]);
        Assert.NotEqual("", (string?)later["Mail__SendGridWebhookKey"]);
    }

    private static IEnumerable<string> Names(Deployment deployment) => deployment.Settings.AsObject().Select(s => s.Key);

    private static IEnumerable<string> Known() =>
        JsonNode.Parse(File.ReadAllText(Bicep.InRepository("local.settings.sample.json")))!["Values"]!.AsObject().Select(s => s.Key);

    [GeneratedRegex("AccountKey|SharedAccess|listKeys|[?&]sig=", RegexOptions.IgnoreCase)]
    private static partial Regex KeyOfAnAccount();

    [GeneratedRegex(@"'vault'.*outputs\.(signingKey|earlierKeys|sendGridKey|smtpPassword)\.value\]$")]
    private static partial Regex VaultOutput();
}
